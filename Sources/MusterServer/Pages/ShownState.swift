internal import Drills
internal import Feeds
internal import Reports

/// How an activity stands for whoever looks at it today.
enum ShownState: Hashable {
  case planned, moved, today, done, cancelled

  init(_ announcement: Announcement, on today: Day) {
    switch announcement.state {
    case .cancelled: self = .cancelled
    case .done: self = .done
    case .planned:
      if announcement.days.contains(today), !announcement.isCampaign {
        self = .today
      } else {
        self = announcement.moved == nil ? .planned : .moved
      }
    }
  }

  var sign: String {
    switch self {
    case .planned: "○"
    case .moved: "↻"
    case .today: "◐"
    case .done: "●"
    case .cancelled: "×"
    }
  }

  func word(_ language: Language) -> String {
    switch self {
    case .planned: language("已排", "planned")
    case .moved: language("改期", "moved")
    case .today: language("今天", "today")
    case .done: language("已完成", "done")
    case .cancelled: language("取消", "cancelled")
    }
  }

  var style: String {
    switch self {
    case .planned: "planned"
    case .moved: "moved"
    case .today: "today"
    case .done: "done"
    case .cancelled: "off"
    }
  }
}

/// Times as pages say them.
struct TimeWords {
  let language: Language

  /// `9:00–10:30`, `全天`, or that it is not told.
  func hours(of announcement: Announcement) -> String {
    guard let hours = announcement.hours else {
      return announcement.isHourHidden
        ? language("时间不公布", "hour not announced") : language("全天", "all day")
    }
    return span(hours)
  }

  func span(_ hours: Announcement.Hours) -> String {
    let days = hours.end.day - hours.start.day
    let end = Drills.clock(hours.end.minute)
    let next = days > 0 ? language("次日", "next day ") : ""
    return "\(Drills.clock(hours.start.minute))–\(next)\(end)"
  }

  /// `6月12日 周三`, of several days the first and the last.
  func days(_ days: ClosedRange<Day>) -> String {
    let first = long(days.lowerBound)
    return days.count == 1 ? first : "\(first) – \(long(days.upperBound))"
  }

  private func long(_ day: Day) -> String { Words(language).day(day) }
}
