import Drills
import Office

/// What is said of backups and of evidence.
extension Phrases {
  static var oneOfBackup: String {
    say(
      "请写备份到哪个文件，或用 --restore 写从哪个文件恢复",
      "name the file to copy to, or with --restore the backup to bring back")
  }

  static func backedUp(_ path: String, _ backup: BackedUp) -> String {
    say(
      "已备份到 \(path)：计划第 \(backup.revision) 版\(evidenceNote(backup.evidence))",
      "copied the record to \(path): revision \(backup.revision)\(evidenceNote(backup.evidence))")
  }

  private static func evidenceNote(_ evidence: [KeptEvidence]) -> String {
    evidence.isEmpty
      ? ""
      : say(
        "；证据 \(evidence.count) 个，不在备份里，请另存 evidence 文件夹：",
        "; \(evidence.count) pieces of evidence are not in it, so keep the folder evidence too:")
  }

  static func restored(_ folder: String, _ restored: Restored) -> [String] {
    var lines = [
      say(
        "已在 \(folder) 恢复方案 \(restored.plan)：计划第 \(restored.revision) 版",
        "restored the plan '\(restored.plan)' in \(folder): revision \(restored.revision)")
    ]
    if !restored.workspaceFiles.isEmpty {
      lines.append(
        say("写回工作区文件：", "workspace files written: ")
          + restored.workspaceFiles.joined(separator: say("、", ", ")))
    }
    return lines
  }

  /// That files of the workspace lie where nothing is written.
  static func outside(_ paths: [String]) -> String {
    let list = paths.joined(separator: say("、", ", "))
    return say(
      "警告：这些文件在文件夹之外，请自行放好：\(list)",
      "Warning: these files lie outside the folder; put them in their place: \(list)")
  }

  static func feedsNotWritten(_ why: String) -> String {
    say("警告：日历没有写出：\(why)", "Warning: the feeds were not written: \(why)")
  }

  static func lost(_ evidence: [KeptEvidence]) -> String {
    let names = evidence.prefix(10).map { $0.file.name }.joined(separator: say("、", ", "))
    let more = evidence.count > 10 ? " …" : ""
    return say(
      "警告：缺 \(evidence.count) 个证据文件，请放回 evidence 文件夹：\(names)\(more)",
      "Warning: \(evidence.count) files of evidence are missing; put them back into evidence: "
        + "\(names)\(more)")
  }

  /// A line of evidence: its hash, its bytes, what it is called, what is wrong with it.
  static func line(_ kept: KeptEvidence) -> String {
    let state: String? =
      switch kept.state {
      case .present, .withheld: nil
      case .missing: say("（缺失）", "(missing)")
      case .altered: say("（大小不符）", "(altered)")
      }
    return [
      kept.file.hash, String(kept.file.size), kept.file.name(in: Phrases.language), state,
    ].compactMap(\.self).joined(separator: "  ")
  }

  static func withheld(_ withholding: Withholding) -> String {
    say(
      "证据 \(withholding.hash.prefix(12)) 已屏蔽：文件已删除，记录仍说明有过这个文件",
      "evidence \(withholding.hash.prefix(12)) is withheld: its file is gone, and the record keeps "
        + "that there was one")
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
