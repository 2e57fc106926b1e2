import Drills
import Office

/// What is said of backups and of evidence.
extension Phrases {
  static var oneOfBackup: String {
    say(
      "请写备份到哪个文件，或用 --restore 写从哪个文件恢复",
      "name the file to copy to, or with --restore the backup to bring back")
  }

  static var noEvidence: String { say("没有证据", "there is no evidence") }
}

/// What `--help` says of them.
extension HelpPhrases {
  private func say(_ chinese: String, _ english: String) -> String {
    Phrases.say(chinese, english)
  }

  var backup: String {
    say("备份记录（别人可以照常写入），或恢复备份。", "Copy the record while others write, or bring a copy back.")
  }
  var backupExamples: String {
    say(
      """
      例：muster backup 备份/6月10日.sqlite；恢复：muster backup --restore 备份/6月10日.sqlite -C 新文件夹
      备份不含照片等证据，列出的是记录里的全部证据（校验值、字节、名称）：请另存 evidence 文件夹。
      只恢复到没有记录的地方：空文件夹（工作区文件一并写回），或同一方案的工作区。
      """,
      """
      Example: muster backup backups/june-10.sqlite; back: muster backup --restore backups/june-10.sqlite -C new
      A backup holds no photos: what is listed is all evidence that the record names (hash, bytes,
      name); keep the folder evidence as well. It comes back only where there is no record: into an
      empty folder, where the workspace's files are written too, or into its own workspace.
      """)
  }
  var backupFile: String { say("备份文件；已有的不覆盖。", "The backup; an existing file is never replaced.") }
  var restoreBackup: String {
    say("从这个备份恢复到 -C 的文件夹。", "Bring this backup back into the folder of -C.")
  }
  var evidence: String { say("证据：列出，或屏蔽。", "Evidence: list it, or withhold it.") }
  var evidenceList: String {
    say("列出记录里的全部证据。", "List all evidence that the record names.")
  }
  var withhold: String {
    say(
      "屏蔽一个证据：删除文件，只留下有过的记录。",
      "Withhold evidence: its file goes, and only that there was one stays.")
  }
  var withholdExamples: String {
    say(
      "例：muster evidence withhold 3f2a9c41 --words 照片里有未成年人；不能撤回，校验值见 muster evidence list。",
      "Example: muster evidence withhold 3f2a9c41 --words \"shows children\". There is no way back; "
        + "`muster evidence list` has the hashes.")
  }
  var evidenceHash: String {
    say("校验值，或其开头至少 6 位。", "The hash, or at least 6 signs of its beginning.")
  }
  var withholdWords: String { say("为什么，不会公开。", "Why; never published.") }
}
