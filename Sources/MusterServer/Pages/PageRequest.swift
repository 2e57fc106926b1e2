internal import Drills

/// Which page is asked for, with nothing in it that could not be one.
enum PageRequest: Hashable, Sendable {
  enum View: String, CaseIterable, Hashable, Sendable {
    case month, day, community, requirement
  }
  enum Paper: String, Hashable, Sendable {
    case a4, a3
  }
  /// What the phone that asks can do.
  enum Device: Hashable, Sendable {
    case apple, weChat, android, other
  }

  case plan(View, month: Month?, of: FeedID?)
  case activity(EventID, plan: String?, Device)
  case subscribe(feed: FeedID, Device)
  case poster(month: Month?, Paper)
}

/// A month of a year.
struct Month: Hashable, Comparable, Sendable {
  let year: Int
  let month: Int

  init(_ day: Day) { (year, month, _) = day.components }

  /// Reads `2024-06` and nothing else.
  init?(_ text: String) {
    guard let day = Day(text + "-01") else { return nil }
    self.init(day)
  }

  var text: String { "\(padded(year, to: 4))-\(padded(month, to: 2))" }

  /// Nothing in a year that no calendar has.
  var days: ClosedRange<Day>? {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    return first...first + (Day.length(ofMonth: month, year: year) - 1)
  }

  static func < (lhs: Month, rhs: Month) -> Bool {
    (lhs.year, lhs.month) < (rhs.year, rhs.month)
  }
}

extension PageRequest.Device {
  init(program: String) {
    // Huawei's and Xiaomi's browsers and WeChat's on a desk name Android or themselves as well.
    if program.contains("MicroMessenger") {
      self = .weChat
    } else if program.contains("iPhone") || program.contains("iPad") {
      self = .apple
    } else if program.contains("Android") || program.contains("HarmonyOS")
      || program.contains("OpenHarmony")
    {
      self = .android
    } else {
      self = .other
    }
  }
}
