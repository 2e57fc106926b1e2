/// A hard rule that a plan breaks.
package struct Violation: Hashable, Sendable {
  package let rule: HardRule
  /// Ids, sorted.
  package let activities: [String]
  /// What it is about: a venue's, team's or community's id, a filter's name, or empty.
  package let subject: String

  /// Subjects of what a plan should not place at all.
  package static let noSuchActivity = "no such activity"
  package static let cancelled = "cancelled"
  /// The subject of what was put into the frozen hours.
  package static let intoFreeze = "freeze"

  init(_ rule: HardRule, _ activities: [String], about subject: String = "") {
    self.rule = rule
    self.activities = activities.sorted()
    self.subject = subject
  }
}

extension Violation: CustomStringConvertible {
  package var description: String {
    let about = subject.isEmpty ? "" : " (\(subject))"
    return "\(rule.rawValue)\(about): \(activities.joined(separator: ", "))"
  }
}

/// What a plan is worth, recomputed from the model alone.
package struct Verdict: Sendable {
  /// Every hard rule broken; empty for a valid plan.
  package var violations: [Violation] = []
  /// Rules broken among done and frozen activities alone: to be told, not to be counted.
  package var reported: [Violation] = []
  package var score = Score()

  package var isValid: Bool { violations.isEmpty }
}
