import ArgumentParser
import Drills
import Office
import Foundation
import Reports
import Workspace

/// A local time of the plan's zone such as `2024-06-18T14:00`.
struct MomentOption: ExpressibleByArgument {
  let moment: Moment

  init?(argument: String) {
    let parts = argument.halfWidth.trimmed.split(maxSplits: 1) { $0 == "T" || $0 == " " }
      .map(String.init)
    guard parts.count == 2, let day = try? DateReader().day(parts[0]),
      let minute = try? readClock(parts[1])
    else { return nil }
    moment = Moment(day: day, minute: minute)
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
    let parts = argument.looseListItems
    let ranges = parts.compactMap { DaysOption(argument: $0)?.days }
    guard !ranges.isEmpty, ranges.count == parts.count else { return nil }
    self.ranges = ranges
  }
}

/// Ranges of hours: `08:00-12:00;14:00-24:00`.
struct HoursOption {
  let ranges: [HourRange]

  /// - Throws: `ValidationError` that says what plan.yaml would be told.
  init(argument: String) throws {
    do throws(WorkspaceError.Reason) {
      let ranges = try readHours(argument)
      self.ranges = ranges.isEmpty ? [.wholeDay] : ranges
    } catch {
      throw ValidationError(error.text(in: Phrases.language))
    }
  }
}

/// The kind of a community, in either language.
struct KindOption: ExpressibleByArgument {
  let kind: Community.Kind

  init?(argument: String) {
    guard let kind = Community.Kind(word: argument) else { return nil }
    self.kind = kind
  }

  static var allValueStrings: [String] { Community.Kind.allCases.map(\.rawValue) }
}
