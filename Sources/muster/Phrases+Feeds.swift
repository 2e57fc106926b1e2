import Drills
import Feeds

/// What is said of feeds, addresses and hidden hours.
extension Phrases {
  // MARK: Choosing feeds

  static var twoEditions: String {
    say("--private 和 --tasks 只能用一个", "--private and --tasks exclude each other")
  }

  static var organizerIsPrivate: String {
    say(
      "主办单位的日历只有内部版：请加 --private 或 --tasks",
      "the organizer's feed is private: add --private or --tasks")
  }

  static var noTasksOfTeams: String {
    say(
      "队伍和场地没有待办日历：--tasks 请配 --community、--area 或 --organizer",
      "teams and venues have no tasks: use --tasks with --community, --area or --organizer")
  }

  static func noSuchFeed(_ path: String, like id: FeedID, among feeds: [FeedID]) -> String {
    let alike = feeds.filter { $0.kind == id.kind }.map(\.id)
    let some = alike.prefix(8).joined(separator: ", ") + (alike.count > 8 ? " …" : "")
    return say("没有日历 \(path)\n  有：\(some)", "there is no feed \(path)\n  There are: \(some)")
  }

  static func exported(_ count: Int, to folder: String) -> String {
    say(
      "已导出 \(count) 个日历到 \(folder)",
      "exported \(count) \(count == 1 ? "feed" : "feeds") to \(folder)")
  }

  static func draftInFeeds(_ revision: Int) -> String {
    say(
      "提示：内部日历把草案（第 \(revision) 版）中不同之处列为暂定；公开日历只有已发布的",
      "note: private feeds show what the draft, revision \(revision), has otherwise as tentative; "
        + "public ones show what is published")
  }

  // MARK: Listing them

  static var feedColumns: [String] {
    [
      say("日历", "feed"), say("条目", "events"), say("更新", "changed"), say("地址", "address"),
    ]
  }

  static var noCodesInJSON: String {
    say("--qr 不能与 --format json 同用", "--qr and --format json exclude each other")
  }

  static func noPublishBase(_ path: String) -> String {
    say(
      "\(path) 还没有网址\n  日历放到网上以后，在 plan.yaml 写上 publish: { base: \"https://…\" }",
      "\(path) has no address\n  Maybe write publish: { base: \"https://…\" } in plan.yaml once the feeds are served."
    )
  }

  static func noAddress(_ path: String) -> String {
    say(
      "\(path) 是内部日历，网址只有提供它的服务器知道",
      "\(path) is private: only the server that serves it knows its address")
  }

  static func addressTooLong(_ address: String) -> String {
    say("网址太长，二维码放不下：\(address)", "too long for a QR code: \(address)")
  }

  static func onePictureOfMany(_ count: Int) -> String {
    say(
      "选中了 \(count) 个日历，一个 .png 只放一个\n  也许给 --qr-png 一个文件夹，或用 --community 等只选一个",
      "\(count) feeds are chosen, and one .png takes one\n  Maybe give --qr-png a folder, or choose one with --community."
    )
  }

  static func picturesWritten(_ count: Int, to path: String) -> String {
    say(
      "已写出 \(count) 个二维码到 \(path)",
      "wrote \(count) QR \(count == 1 ? "code" : "codes") to \(path)")
  }

  // MARK: Opening hidden hours

  static func revealed(
    _ id: DutyID, _ name: String, _ commitment: Commitment, _ isNew: Bool
  ) -> [String] {
    [
      isNew
        ? say("已公开 \(id) \(name) 的时间", "opened the hour of \(id) \(name)")
        : say("\(id) \(name) 的时间早已公开", "the hour of \(id) \(name) was open already"),
      say("承诺：", "commitment: ") + commitment.hash,
      say("原文：", "opening:    ") + commitment.opening,
      say("核对：", "to check:   ") + "printf %s '\(commitment.opening)' | sha256sum",
    ]
  }
}
