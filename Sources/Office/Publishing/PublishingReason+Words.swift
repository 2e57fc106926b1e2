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
    case .unwritableFeed(let what): return what
    }
  }
}
