import Drills

extension PublishingReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .cannotWrite(let path, let cause):
      return language(
        "无法写入 \(path)：\(cause.text(in: .chinese))",
        "\(path): cannot be written: \(cause.text(in: .english))")
    case .isOwned(let path):
      return language(
        "\(path) 是工作区自己的文件，不能覆盖\n  也许换一个文件名",
        "\(path) belongs to the workspace and is not overwritten\n  Maybe choose another name.")
    case .feedsAreBehind(let refusal):
      let feeds = front.name(of: .feeds, in: language)
      let why = refusal.text(in: language, for: front)
      return language(
        "已经记录，但日历没有更新：\(why)\n  处理好以后，\(feeds) 会补上",
        "it is recorded, but the feeds are behind: \(why)\n  Once that is mended, \(feeds) writes them."
      )
    case .lostEvidence(let name, let path):
      return language("证据文件“\(name)”不见了：\(path)", "the evidence '\(name)' is gone: \(path)")
    case .alteredEvidence(let name, let path):
      return language(
        "证据文件“\(name)”被改过，不是当时存的那个：\(path)",
        "the evidence '\(name)' was altered since it was kept: \(path)")
    case .exists(let path):
      return language(
        "\(path) 已经存在，未做改动\n  也许换一个文件名",
        "\(path) exists already; nothing was changed\n  Maybe choose another name.")
    case .placeIsTaken(let folder, let names):
      let list = names.joined(separator: language("、", ", "))
      return language(
        "\(folder) 里已有 \(list)，未做改动\n  也许换一个空文件夹",
        "\(folder) has \(list) already; nothing was changed\n  Maybe choose an empty folder.")
    case .anotherWorkspace(let folder, let plan, let backup):
      return language(
        "\(folder) 是方案 \(plan)，备份是方案 \(backup) 的，未做改动",
        "\(folder) is the plan '\(plan)' and the backup is of '\(backup)'; nothing was changed")
    case .evidenceStays(let path, let cause):
      let again = front.name(
        of: .withhold(String(path.suffix(64).prefix(12))), in: language)
      return language(
        "已记为屏蔽，但文件删不掉：\(path)：\(cause.text(in: .chinese))\n  处理好以后再运行 \(again)",
        "it is withheld, but its file could not be removed: \(path): "
          + "\(cause.text(in: .english))\n  Once that is mended, run \(again).")
    case .noSuchEvidence(let hash):
      return language(
        "记录里没有以“\(hash)”开头的证据", "the record names no evidence that begins with '\(hash)'")
    case .ambiguousEvidence(let hash, let hashes):
      let list = hashes.map { "\n  \($0)" }.joined()
      return language(
        "以“\(hash)”开头的证据不止一个：\(list)", "several pieces of evidence begin with '\(hash)':\(list)")
    case .unwritableFeed(let what): return what
    }
  }
}
