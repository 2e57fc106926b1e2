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
}
