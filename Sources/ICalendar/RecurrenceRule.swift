import Clocks
internal import CLibical

/// An RRULE that repeats by the day or longer.
///
/// libical reads its words and numbers; what libical would wrap or drop is refused before.
/// Source: RFC 5545 §3.3.10.
struct RecurrenceRule: Sendable {
  enum Frequency: Sendable { case daily, weekly, monthly, yearly }

  /// A weekday (0 is Sunday), and which of them in the month or year; 0 is every one.
  struct Weekday: Hashable, Sendable {
    let position: Int
    let weekday: Int
  }

  /// Where its words stand, and they themselves for a message.
  let place: Place
  let text: String

  var frequency = Frequency.daily
  var interval = 1
  var count: Int?
  var until: Moment?
  var months: [Int] = []
  var weekNumbers: [Int] = []
  var yearDays: [Int] = []
  var monthDays: [Int] = []
  var weekdays: [Weekday] = []
  /// Empty lists stand for the time of DTSTART.
  var hours: [Int] = []
  var minutes: [Int] = []
  var seconds: [Int] = []
  var positions: [Int] = []
  /// 0 is Sunday.
  var weekStart = 1

  private static let weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"]

  /// - Parameters:
  ///   - line: an RRULE or EXRULE.
  ///   - place: where its value stands.
  ///   - zone: the zone of its DTSTART, where an UNTIL that is not in UTC holds.
  /// - Throws: `unreadableRule` or `subDailyRule`.
  init(_ line: ContentLine, at place: Place, zone: ZoneTable) throws(Unreadable) {
    let bytes = line.value.trimmed
    text = ContentLine.excerpt(bytes)
    self.place = place
    let unreadable = Unreadable(reason: .unreadableRule(text), place: place)
    guard bytes.count <= 4096 else { throw unreadable }
    // What libical is given: blanks inside a part, an empty part, a week that starts on no day and
    // an UNTIL beside a COUNT would make it refuse the rule.
    var plain: [UInt8] = []
    for part in bytes.split(separator: UInt8(ascii: ";")) {
      let part = part.filter { !$0.isBlank }[...]
      let key = String(
        decoding: part.prefix { $0 != UInt8(ascii: "=") }.map(\.uppercased), as: UTF8.self)
      let value = part.dropFirst(key.utf8.count + 1)
      if value.isEmpty, key.hasPrefix("BY") { continue }
      switch key {
      case "UNTIL":
        guard let until = Moment(value, zone: zone) else { throw unreadable }
        self.until = until
        continue
      case "WKST" where !Self.weekdays.contains(String(decoding: value, as: UTF8.self).uppercased()):
        continue
      case "COUNT", "INTERVAL":
        // libical keeps 16 bits of an INTERVAL and 32 of a COUNT.
        guard let number = Int(String(decoding: value, as: UTF8.self)), number > 0,
          number <= (key == "COUNT" ? Int(Int32.max) : Int(Int16.max))
        else { throw unreadable }
      case "RSCALE", "SKIP":  // other calendars' years: RFC 7529
        throw unreadable
      default:
        break
      }
      if !plain.isEmpty { plain.append(UInt8(ascii: ";")) }
      plain += part
    }
    let rule = Libical.withCString(plain[...]) { icalrecurrencetype_from_string($0) }
    switch rule.freq {
    case ICAL_DAILY_RECURRENCE: frequency = .daily
    case ICAL_WEEKLY_RECURRENCE: frequency = .weekly
    case ICAL_MONTHLY_RECURRENCE: frequency = .monthly
    case ICAL_YEARLY_RECURRENCE: frequency = .yearly
    case ICAL_HOURLY_RECURRENCE, ICAL_MINUTELY_RECURRENCE, ICAL_SECONDLY_RECURRENCE:
      throw Unreadable(reason: .subDailyRule(text), place: place)
    default: throw unreadable
    }
    guard copy(rule) else { throw unreadable }
  }

  /// False if a number is out of its range.
  private mutating func copy(_ rule: icalrecurrencetype) -> Bool {
    interval = Int(rule.interval)
    count = rule.count > 0 ? Int(rule.count) : nil
    months = Self.list(rule.by_month)
    weekNumbers = Self.list(rule.by_week_no)
    yearDays = Self.list(rule.by_year_day)
    monthDays = Self.list(rule.by_month_day)
    hours = Self.list(rule.by_hour)
    minutes = Self.list(rule.by_minute)
    seconds = Self.list(rule.by_second)
    positions = Self.list(rule.by_set_pos)
    weekStart = Int(rule.week_start.rawValue) - 1
    weekdays = Self.list(rule.by_day).map { day in
      Weekday(
        position: Int(icalrecurrencetype_day_position(Int16(day))),
        weekday: Int(icalrecurrencetype_day_day_of_week(Int16(day)).rawValue) - 1)
    }
    return interval > 0 && months.allSatisfy((1...12).contains)
      && (0...6).contains(weekStart) && weekdays.allSatisfy { (0...6).contains($0.weekday) }
  }

  /// A list of libical's: a fixed array that one value ends.
  private static func list<Tuple>(_ tuple: Tuple) -> [Int] {
    withUnsafeBytes(of: tuple) { bytes in
      bytes.bindMemory(to: Int16.self)
        .prefix { $0 != Int16(ICAL_RECURRENCE_ARRAY_MAX.rawValue) }.map(Int.init)
    }
  }
}
