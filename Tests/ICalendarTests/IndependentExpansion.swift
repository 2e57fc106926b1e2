import Foundation

/// A second reading of RFC 5545's recurrences, for tests alone.
///
/// It makes sets of dates by the table of §3.3.10, part by part, with Foundation's calendar and time
/// zones; nothing of the reader's own is used. Times are naive seconds: those that a clock shows,
/// counted from 1970-01-01 00:00 on that clock.
struct Rule: Sendable {
  enum Frequency: String, CaseIterable, Sendable {
    case daily = "DAILY"
    case weekly = "WEEKLY"
    case monthly = "MONTHLY"
    case yearly = "YEARLY"
  }

  /// A weekday, 1 for Sunday, and which of them; 0 is every one.
  struct Weekday: Hashable, Sendable {
    var number: Int
    var position = 0

    static let names = ["", "SU", "MO", "TU", "WE", "TH", "FR", "SA"]

    var text: String { (position == 0 ? "" : String(position)) + Self.names[number] }
  }

  var frequency = Frequency.daily
  var interval = 1
  var count: Int?
  /// A naive time that the last occurrence is not after.
  var until: Int?
  var months: [Int] = []
  var monthDays: [Int] = []
  var yearDays: [Int] = []
  var weekdays: [Weekday] = []
  var hours: [Int] = []
  var positions: [Int] = []
  /// 1 for Sunday.
  var weekStart = 2
}

extension Rule {
  /// The occurrences from `start` on, in order, that are not after `end`.
  ///
  /// With `hasStart`, `start` is the first whatever the rule says.
  func occurrences(from start: Int, through end: Int, hasStart: Bool = true) -> [Int] {
    var found = hasStart ? [start] : []
    var period = 0
    while firstDay(of: period, start: start).naive <= end {
      let days = days(of: period, start: start)
      var times = Set<Int>()
      for day in days {
        let time = start - Naive.midnight(of: start)
        if hours.isEmpty { times.insert(day.naive + time) }
        for hour in hours { times.insert(day.naive + hour * 3600 + time % 3600) }
      }
      var chosen = times.sorted()
      if !positions.isEmpty {
        let all = chosen
        chosen = all.indices.filter { index in
          positions.contains(index + 1) || positions.contains(index - all.count)
        }.map { all[$0] }
      }
      for time in chosen where time > start || !hasStart && time == start {
        if let until, time > until { return found }
        if let count, found.count >= count { return found }
        if time > end { return found }
        found.append(time)
      }
      period += interval
    }
    return found
  }

  private func firstDay(of period: Int, start: Int) -> Naive {
    let first = Naive(start)
    switch frequency {
    case .daily: return first.adding(.day, period)
    case .weekly:
      return first.adding(.day, 7 * period - (first.weekday - weekStart + 7) % 7)
    case .monthly: return first.firstOfMonth.adding(.month, period)
    case .yearly: return first.firstOfYear.adding(.year, period)
    }
  }

  /// The days that the parts choose in a period, in order.
  private func days(of period: Int, start: Int) -> [Naive] {
    let first = Naive(start)
    let day = firstDay(of: period, start: start)
    switch frequency {
    case .daily:
      return fits(month: day) && fits(monthDay: day) && fits(weekday: day) ? [day] : []
    case .weekly:
      let wanted = weekdays.isEmpty ? [first.weekday] : weekdays.map(\.number)
      return (0..<7).map { day.adding(.day, $0) }
        .filter { wanted.contains($0.weekday) && fits(month: $0) }
    case .monthly:
      guard fits(month: day) else { return [] }
      let month = day.daysOfMonth
      return month.filter { chosen($0, in: month, like: first) }
    case .yearly:
      let days = day.daysOfYear
      if !yearDays.isEmpty {
        return days.enumerated().filter { index, _ in
          yearDays.contains(index + 1) || yearDays.contains(index - days.count)
        }.map(\.element)
      }
      if months.isEmpty, monthDays.isEmpty {
        return weekdays.isEmpty
          ? days.filter { $0.month == first.month && $0.day == first.day }
          : days.filter { isChosenWeekday($0, in: days) }
      }
      let all = months.isEmpty ? Array(1...12) : months
      return all.sorted().flatMap { number in
        let month = days.filter { $0.month == number }
        return month.filter { chosen($0, in: month, like: first) }
      }
    }
  }

  private func chosen(_ day: Naive, in month: [Naive], like first: Naive) -> Bool {
    if monthDays.isEmpty, weekdays.isEmpty { return day.day == first.day }
    let isDay =
      monthDays.isEmpty || monthDays.contains(day.day)
      || monthDays.contains(day.day - month.count - 1)
    return isDay && (weekdays.isEmpty || isChosenWeekday(day, in: month))
  }

  private func isChosenWeekday(_ day: Naive, in span: [Naive]) -> Bool {
    let same = span.filter { $0.weekday == day.weekday }
    guard let index = same.firstIndex(where: { $0.naive == day.naive }) else { return false }
    return weekdays.contains {
      $0.number == day.weekday
        && ($0.position == 0 || $0.position == index + 1 || $0.position == index - same.count)
    }
  }

  private func fits(month day: Naive) -> Bool { months.isEmpty || months.contains(day.month) }

  private func fits(monthDay day: Naive) -> Bool {
    monthDays.isEmpty || monthDays.contains(day.day)
      || monthDays.contains(day.day - day.firstOfMonth.daysOfMonth.count - 1)
  }

  private func fits(weekday day: Naive) -> Bool {
    weekdays.isEmpty || weekdays.contains { $0.number == day.weekday }
  }
}

/// A civil day, by Foundation's Gregorian calendar.
struct Naive {
  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }()

  let date: Date

  init(_ seconds: Int) {
    date = Date(timeIntervalSince1970: Double(Self.midnight(of: seconds)))
  }

  init(date: Date) { self.date = date }

  static func midnight(of seconds: Int) -> Int {
    Int((Double(seconds) / 86_400).rounded(.down)) * 86_400
  }

  var naive: Int { Int(date.timeIntervalSince1970) }
  var year: Int { Self.calendar.component(.year, from: date) }
  var month: Int { Self.calendar.component(.month, from: date) }
  var day: Int { Self.calendar.component(.day, from: date) }
  /// 1 for Sunday.
  var weekday: Int { Self.calendar.component(.weekday, from: date) }

  func adding(_ unit: Calendar.Component, _ number: Int) -> Naive {
    Naive(date: Self.calendar.date(byAdding: unit, value: number, to: date) ?? date)
  }

  var firstOfMonth: Naive { adding(.day, 1 - day) }
  var firstOfYear: Naive {
    Naive(date: Self.calendar.dateInterval(of: .year, for: date)?.start ?? date)
  }

  var daysOfMonth: [Naive] {
    let length = Self.calendar.range(of: .day, in: .month, for: date)?.count ?? 0
    return (0..<length).map { firstOfMonth.adding(.day, $0) }
  }

  var daysOfYear: [Naive] {
    let length = Self.calendar.range(of: .day, in: .year, for: date)?.count ?? 0
    return (0..<length).map { adding(.day, $0) }
  }

  /// `20240616`.
  var text: String { "\(year)" + [month, day].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined() }

  /// `20240616T093000` of a naive time.
  static func text(_ seconds: Int) -> String {
    let time = seconds - midnight(of: seconds)
    return Naive(seconds).text + "T"
      + [time / 3600, time / 60 % 60, time % 60].map { ($0 < 10 ? "0" : "") + "\($0)" }.joined()
  }
}
