import ArgumentParser
import Drills
import Office
import Foundation
import Reports

/// A local time of the plan's zone such as `2024-06-18T14:00`.
struct MomentOption: ExpressibleByArgument {
  let moment: Moment

  init?(argument: String) {
    let parts = argument.split { $0 == "T" || $0 == " " }
    guard parts.count == 2, let day = Day(written: String(parts[0])),
      let clock = ClockOption(argument: String(parts[1]))
    else { return nil }
    moment = Moment(day: day, minute: clock.minute)
  }
}

/// A role and a team, as `fire=fire-1`.
struct TeamOption: ExpressibleByArgument {
  let role: String
  let team: String

  init?(argument: String) {
    let parts = argument.replacing("＝", with: "=").split(
      separator: "=", omittingEmptySubsequences: false
    ).map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    role = parts[0]
    team = parts[1]
  }
}

/// A hard rule that a person overrides, by its name in either language.
struct RuleOption: ExpressibleByArgument {
  let rule: HardRule

  init?(argument: String) {
    let rule = HardRule.allCases.first { rule in
      rule.rawValue == argument
        || Language.allCases.contains { rule.word(in: $0) == argument }
    }
    guard let rule else { return nil }
    self.rule = rule
  }

  static var allValueStrings: [String] { HardRule.allCases.map(\.rawValue) }
}

/// Dates and ranges, separated by commas: `2024-06-12,2024-06-14..2024-06-16`.
struct DatesOption: ExpressibleByArgument {
  let ranges: [ClosedRange<Day>]

  init?(argument: String) {
    let parts = argument.split { ",，;；、".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let ranges = parts.compactMap { DaysOption(argument: $0)?.days }
    guard !ranges.isEmpty, ranges.count == parts.count else { return nil }
    self.ranges = ranges
  }
}

/// Ranges of hours: `08:00-12:00;14:00-24:00`.
struct HoursOption: ExpressibleByArgument {
  let ranges: [HourRange]

  init?(argument: String) {
    let parts = argument.split { ",，;；、".contains($0) }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let ranges = parts.compactMap(HoursOption.range)
    guard !ranges.isEmpty, ranges.count == parts.count else { return nil }
    self.ranges = ranges
  }

  private static func range(_ text: String) -> HourRange? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2, let start = ClockOption(argument: ends[0])?.minute,
      let end = ends[1] == "24:00" ? 1440 : ClockOption(argument: ends[1])?.minute, start < end
    else { return nil }
    return HourRange(start: start, end: end)
  }
}

/// The kind of a community, in either language.
struct KindOption: ExpressibleByArgument {
  let kind: Community.Kind

  init?(argument: String) {
    switch argument {
    case "城市社区": kind = .urban
    case "农村村庄": kind = .rural
    default:
      guard let kind = Community.Kind(rawValue: argument) else { return nil }
      self.kind = kind
    }
  }

  static var allValueStrings: [String] { Community.Kind.allCases.map(\.rawValue) }
}
