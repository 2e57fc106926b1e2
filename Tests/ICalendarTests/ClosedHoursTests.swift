import Clocks
import Foundation
import SourceText
import Testing

@testable import ICalendar

/// A calendar made by chance, and the hours that it closes by a reading of its own.
private struct MadeCalendar {
  private static let window = 1_709_251_200..<1_719_792_000  // 2024-03-01 to 2024-06-30
  private static let zones: [(names: [String], zone: String)] = [
    (
      [
        "Asia/Shanghai", "China Standard Time", "中国标准时间", "asia/shanghai", "Asia/Beijing",
        "\"(UTC+08:00) 北京，重庆，香港特别行政区，乌鲁木齐\"", "GMT+0800", "UTC+8",
        "China Standard Time 1", "\"(GMT+08.00) Beijing/Chongqing/Hong Kong/Urumqi\"",
      ], "Asia/Shanghai"
    ),
    (["Tokyo Standard Time", "Asia/Tokyo", "\"(UTC+09:00) Osaka, Sapporo, Tokyo\""], "Asia/Tokyo"),
    (["Europe/Berlin", "W. Europe Standard Time", "EUROPE/BERLIN"], "Europe/Berlin"),
    (["America/New_York", "Eastern Standard Time"], "America/New_York"),
  ]

  private(set) var closed: [Range<Int>] = []
  private(set) var features: Set<String> = []
  private var lines: [String] = []
  private var random: SplitMix64
  private let planZone: TimeZone

  init(seed: Int) {
    random = SplitMix64(seed: UInt64(seed))
    let plan = seed.isMultiple(of: 3) ? "Europe/Berlin" : "Asia/Shanghai"
    planZone = TimeZone(identifier: plan) ?? .current
    self.plan = plan
    for number in 0..<pick(1...4) { addSeries("s\(number)") }
  }

  let plan: String

  var text: String {
    (["BEGIN:VCALENDAR", "VERSION:2.0"] + head + lines + ["END:VCALENDAR", ""])
      .joined(separator: "\r\n")
  }

  private var head: [String] = []

  // MARK: - Chance

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }
  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[pick(0...elements.count - 1)]
  }
  private mutating func chance(_ percent: Int) -> Bool { pick(1...100) <= percent }

  // MARK: - Series

  /// On whose clock a series runs.
  private enum Clock {
    case day
    case utc
    case floating
    case zone(name: String, TimeZone)
  }

  private mutating func clock() -> Clock {
    switch pick(0...9) {
    case 0...1: return .day
    case 2: return .utc
    case 3: return .floating
    default:
      let zone = pick(Self.zones)
      return .zone(name: pick(zone.names), TimeZone(identifier: zone.zone) ?? .current)
    }
  }

  private func zone(of clock: Clock) -> TimeZone {
    switch clock {
    case .day, .floating: planZone
    case .utc: TimeZone(secondsFromGMT: 0) ?? .current
    case .zone(_, let zone): zone
    }
  }

  /// The plan's naive time of a naive time on the clock.
  private func shown(_ naive: Int, on clock: Clock) -> Int {
    if case .day = clock { return naive }
    return planNaive(of: instant(naive, in: zone(of: clock)))
  }

  private func planNaive(of instant: Int) -> Int {
    instant + planZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }

  /// Hours in which clocks change are never asked for.
  private func instant(_ naive: Int, in zone: TimeZone) -> Int {
    let guess = naive - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(naive)))
    return naive - zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(guess)))
  }

  private func property(_ name: String, _ naive: Int, on clock: Clock) -> String {
    switch clock {
    case .day: "\(name);VALUE=DATE:\(Naive(naive).text)"
    case .utc: "\(name):\(Naive.text(naive))Z"
    case .floating: "\(name):\(Naive.text(naive))"
    case .zone(let zone, _): "\(name);TZID=\(zone):\(Naive.text(naive))"
    }
  }

  /// The same moment in one of the ways in which programs write it beside a DTSTART.
  private mutating func beside(_ name: String, _ naive: Int, on clock: Clock) -> String {
    switch clock {
    case .day:
      switch pick(0...3) {
      case 0:
        features.insert("own day in UTC")
        return "\(name):\(Naive(naive).text)T\(chance(50) ? "000000" : "235959")Z"
      case 1:
        features.insert("local midnight in UTC")
        return "\(name):\(Naive.text(instant(naive, in: planZone)))Z"
      default: return property(name, naive, on: clock)
      }
    case .zone(_, let zone):
      switch pick(0...2) {
      case 0:
        features.insert("floating beside zoned")
        return "\(name):\(Naive.text(naive))"
      case 1:
        features.insert("UTC beside zoned")
        return "\(name):\(Naive.text(instant(naive, in: zone)))Z"
      default: return property(name, naive, on: clock)
      }
    default: return property(name, naive, on: clock)
    }
  }

  private mutating func addSeries(_ uid: String) {
    let clock = clock()
    var isDay = false
    if case .day = clock { isDay = true }
    let start =
      Self.window.lowerBound + pick(-40...100) * 86_400
      + (isDay ? 0 : pick(6...20) * 3600 + pick(0...3) * 900)
    let length = isDay ? pick(1...3) * 86_400 : pick(1...16) * 900
    var event = ["UID:\(uid)", "SUMMARY:占用"]
    event.append(property("DTSTART", start, on: clock))
    event.append(end(start, length, clock))
    var occurrences = [start]
    if chance(70) {
      let rule = rule(start: start, isDay: isDay)
      event.append("RRULE:" + text(of: rule, clock: clock))
      occurrences = rule.occurrences(from: start, through: Self.window.upperBound + 3 * 86_400)
    }
    if chance(30) {
      features.insert("RDATE")
      let extra = start + pick(1...60) * 86_400
      event.append(beside("RDATE", extra, on: clock))
      occurrences.append(extra)
    }
    if chance(25) {
      features.insert("EXRULE")
      var except = Rule()
      except.frequency = .weekly
      except.weekdays = [Rule.Weekday(number: pick(1...7)), Rule.Weekday(number: pick(1...7))]
      event.append(
        "EXRULE:FREQ=WEEKLY;BYDAY=\(except.weekdays.map(\.text).joined(separator: ","))")
      let out = Set(
        except.occurrences(
          from: start, through: Self.window.upperBound + 3 * 86_400, hasStart: false))
      occurrences.removeAll(where: out.contains)
    }
    for _ in 0..<pick(0...2) where !occurrences.isEmpty {
      features.insert("EXDATE")
      let out = pick(occurrences)
      event.append(beside("EXDATE", out, on: clock))
      occurrences.removeAll { $0 == out }
    }
    var spans = Set(occurrences).map { ($0, length) }
    var changed: [String] = []
    if chance(30), let out = occurrences.randomElement(using: &random) {
      features.insert("RECURRENCE-ID")
      spans.removeAll { $0.0 == out }
      let moved = out + (isDay ? 86_400 : 3600) * pick(1...3)
      changed =
        ["BEGIN:VEVENT", "UID:\(uid)", beside("RECURRENCE-ID", out, on: clock)]
        + [property("DTSTART", moved, on: clock), end(moved, length, clock)]
      // What programs copy from the series into its instances.
      if chance(40) { changed.append("RRULE:FREQ=DAILY;COUNT=5") }
      if chance(25) { changed.append("STATUS:CANCELLED") } else { spans.append((moved, length)) }
      changed.append("END:VEVENT")
    }
    let states = states(event, changed: changed)
    if states { for (start, length) in spans { close(start, length, clock) } }
  }

  private mutating func end(_ start: Int, _ length: Int, _ clock: Clock) -> String {
    if case .day = clock {
      return chance(50)
        ? property("DTEND", start + length, on: clock) : "DURATION:P\(length / 86_400)D"
    }
    return chance(50)
      ? beside("DTEND", start + length, on: clock) : "DURATION:PT\(length / 60)M"
  }

  /// Writes the event once, or with an earlier state of itself; whether it closes anything.
  private mutating func states(_ event: [String], changed: [String]) -> Bool {
    var event = event
    var closes = true
    switch pick(0...11) {
    case 0:
      event.append("STATUS:CANCELLED")
      closes = false
    case 1:
      event.append("TRANSP:TRANSPARENT")
      closes = false
    case 2:
      features.insert("FREE")
      event.append("X-MICROSOFT-CDO-BUSYSTATUS:FREE")
      closes = false
    case 3, 4:
      features.insert("SEQUENCE")
      let older = ["BEGIN:VEVENT", event[0], "DTSTART:20240402T030000Z", "DTEND:20240402T050000Z"]
      let isFirst = chance(50)
      if isFirst { lines += older + ["SEQUENCE:1", "END:VEVENT"] }
      lines += ["BEGIN:VEVENT"] + event + ["SEQUENCE:2", "END:VEVENT"] + changed
      if !isFirst { lines += older + ["SEQUENCE:0", "END:VEVENT"] }
      return true
    default: break
    }
    // An instance that is held although its series is not would be a puzzle of its own.
    lines += ["BEGIN:VEVENT"] + event + ["END:VEVENT"] + (closes ? changed : [])
    return closes
  }

  private mutating func close(_ start: Int, _ length: Int, _ clock: Clock) {
    let first = shown(start, on: clock)
    let last: Int
    if case .day = clock {
      last = first + length
    } else {
      last = planNaive(of: instant(start, in: zone(of: clock)) + length)
    }
    let (opens, ends) = (max(first, Self.window.lowerBound), min(last, Self.window.upperBound))
    if opens < ends { closed.append(opens..<ends) }
  }

  // MARK: - Rules

  private mutating func rule(start: Int, isDay: Bool) -> Rule {
    var rule = Rule()
    rule.frequency = pick(Rule.Frequency.allCases)
    rule.interval = chance(60) ? 1 : pick(2...4)
    switch rule.frequency {
    case .daily:
      if chance(25) { rule.months = [pick(2...7), pick(2...7)] }
      if chance(25) { rule.weekdays = [.init(number: pick(1...7)), .init(number: pick(1...7))] }
      if chance(15) { rule.monthDays = [pick(1...28), -1] }
    case .weekly:
      if chance(70) {
        rule.weekdays = [.init(number: pick(1...7)), .init(number: pick(1...7))]
      }
      rule.weekStart = pick(1...2)
      if chance(20) { rule.positions = [chance(50) ? 1 : -1] }
    case .monthly:
      switch pick(0...4) {
      case 0: break
      case 1: rule.monthDays = [pick(1...31), -pick(1...5)]
      case 2: rule.weekdays = [.init(number: pick(1...7), position: pick([-2, -1, 1, 2, 5]))]
      case 3:
        rule.weekdays = (2...6).map { .init(number: $0) }
        rule.positions = [pick([-1, 1, 3])]
      default:
        rule.weekdays = [.init(number: pick(1...7))]
        rule.monthDays = Array(8...14)
      }
    case .yearly:
      switch pick(0...4) {
      case 0: break
      case 1: rule.yearDays = [pick(60...180), -pick(180...300)]
      case 2:
        rule.months = [pick(3...6)]
        rule.weekdays = [.init(number: pick(1...7), position: pick([-1, 1, 2]))]
      case 3:
        rule.months = [pick(3...6), 12]
        rule.monthDays = [pick(1...31)]
      default: rule.weekdays = [.init(number: pick(1...7), position: pick(10...25))]
      }
    }
    if !isDay, chance(10) { rule.hours = [pick(6...12), pick(13...20)] }
    switch pick(0...4) {
    case 0...1: rule.count = pick(1...12)
    case 2...3: rule.until = start + pick(0...90) * 86_400
    default:
      rule.count = pick(1...12)
      rule.until = start + pick(0...60) * 86_400
    }
    return rule
  }

  private mutating func text(of rule: Rule, clock: Clock) -> String {
    var parts = ["FREQ=\(rule.frequency.rawValue)"]
    if rule.interval > 1 { parts.append("INTERVAL=\(rule.interval)") }
    func add(_ name: String, _ numbers: [Int]) {
      if !numbers.isEmpty {
        parts.append("\(name)=" + numbers.map(String.init).joined(separator: ","))
      }
    }
    add("BYMONTH", rule.months)
    add("BYMONTHDAY", rule.monthDays)
    add("BYYEARDAY", rule.yearDays)
    add("BYHOUR", rule.hours)
    if !rule.weekdays.isEmpty {
      let isLoose = chance(20)
      if isLoose { features.insert("blanks in BYDAY") }
      parts.append(
        "BYDAY=" + rule.weekdays.map(\.text).joined(separator: isLoose ? ", " : ","))
    } else if chance(10) {
      features.insert("empty BYDAY")
      parts.append("BYDAY=")
    }
    add("BYSETPOS", rule.positions)
    if rule.weekStart == 1 {
      parts.append("WKST=SU")
    } else if chance(10) {
      parts.append("WKST=MONDAY")
    }
    if let count = rule.count { parts.append("COUNT=\(count)") }
    if let until = rule.until {
      if rule.count != nil { features.insert("COUNT and UNTIL") }
      parts.append(
        "UNTIL=" + (beside("", until, on: clock).split(separator: ":").last.map(String.init) ?? ""))
    }
    return parts.joined(separator: ";")
  }
}

@Suite struct `Closed hours` {
  @Test func `of a thousand calendars are those of an independent expansion`() throws {
    var closedCalendars = 0
    var features: [String: Int] = [:]
    for seed in 0..<1000 {
      let made = MadeCalendar(seed: seed)
      let reader = try CalendarReader.forPlan(zone: made.plan, "20240301", "20240630")

      let reading = try reader.read(made.text)

      #expect(reading.warnings == [], "seed \(seed)\n\(made.text)")
      #expect(
        united(reading.closed) == united(made.closed), "seed \(seed)\n\(made.text)")
      if !made.closed.isEmpty { closedCalendars += 1 }
      for feature in made.features { features[feature, default: 0] += 1 }
    }
    #expect(closedCalendars > 600)
    #expect(features.count >= 12, "\(features)")
    #expect(features.values.allSatisfy { $0 >= 20 }, "\(features)")
  }

  private func united(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var united: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = united.last, range.lowerBound <= last.upperBound {
        united[united.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        united.append(range)
      }
    }
    return united
  }
}

extension CalendarReading {
  /// What it closes within the window, in naive seconds of the plan's zone.
  fileprivate var closed: [Range<Int>] {
    events.filter { !$0.isCancelled && !$0.isTransparent }.flatMap(\.occurrences).compactMap {
      let range: (Int, Int)
      switch $0 {
      case .allDay(let first, let last):
        range = (first.dayNumber * 86_400, (last.dayNumber + 1) * 86_400)
      case .timed(let start, let end): range = (start.seconds, end.seconds)
      }
      let first = max(range.0, 1_709_251_200)
      let last = min(range.1, 1_719_792_000)
      return first < last ? first..<last : nil
    }
  }
}
