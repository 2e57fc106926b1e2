import SourceText
import Drills

/// Values under names: a row of a table, or a mapping of plan.yaml.
///
/// Each reader returns nothing both when nothing is written and when what is written is wrong; the
/// latter is reported.
protocol Entry {
  var findings: Findings { get }

  /// How its dates are read.
  var dates: DateReader { get }

  /// Where to point when a value is missing.
  var position: SourcePosition { get }

  func has(_ name: String) -> Bool

  /// A single value.
  func written(_ name: String) -> Written?

  /// The values of a list, or the only one.
  func list(_ name: String) -> [Written]

  func reportMissing(_ name: String)
}

extension Entry {
  func value<Value>(
    _ name: String, _ read: (String) throws(WorkspaceError.Reason) -> Value
  ) -> Value? {
    written(name).flatMap { findings.value(of: $0, read) }
  }

  /// Reports it if nothing is written.
  func required<Value>(
    _ name: String, _ read: (String) throws(WorkspaceError.Reason) -> Value
  ) -> Value? {
    guard has(name) else {
      reportMissing(name)
      return nil
    }
    return value(name, read)
  }

  func text(_ name: String) -> String { written(name)?.text ?? "" }

  func requiredText(_ name: String) -> String {
    if !has(name) { reportMissing(name) }
    return text(name)
  }

  func integer(
    _ name: String, in range: ClosedRange<Int>, of unit: CountUnit = .none
  ) -> Int? {
    value(name) { text throws(WorkspaceError.Reason) in
      try readInteger(text, in: range, of: unit)
    }
  }

  func minutes(_ name: String, in range: ClosedRange<Int>) -> Minute? {
    value(name) { text throws(WorkspaceError.Reason) in try readMinuteCount(text, in: range) }
  }

  func word<Choice: Vocabulary>(_ name: String, of: Choice.Type) -> Choice? {
    value(name, Choice.init(written:))
  }

  func words<Choice: Vocabulary & Hashable>(_ name: String, of: Choice.Type) -> Set<Choice> {
    Set(list(name).compactMap { findings.value(of: $0, Choice.init(written:)) })
  }

  func truth(_ name: String) -> Bool? { word(name, of: Truth.self).map { $0 == .yes } }

  func day(_ name: String) -> Day? {
    value(name) { text throws(WorkspaceError.Reason) in
      let day = try dates.day(text)
      _ = try dates.nearDays(day.description)
      return day
    }
  }

  func dates(_ name: String) -> DaySet? {
    let items = list(name).flatMap(\.items)
    let ranges = items.compactMap { item in
      findings.value(of: item) { text throws(WorkspaceError.Reason) in try dates.nearDays(text) }
    }
    return ranges.isEmpty ? nil : DaySet(ranges)
  }

  func days(_ name: String) -> DayRule? {
    let items = list(name)
    return items.isEmpty ? nil : readDays(items, findings)
  }

  func hours(_ name: String) -> [HourRange] {
    list(name).flatMap { findings.value(of: $0, readHours) ?? [] }
  }

  /// The types of venues: free words, and those of the scenarios also in Chinese.
  func venueTypes(_ name: String) -> Set<String> {
    Set(list(name).map { Scenario(word: $0.text)?.rawValue ?? $0.text })
  }
}
