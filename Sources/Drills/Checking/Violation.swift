/// A hard rule that a plan breaks.
package struct Violation: Hashable, Sendable {
  /// What it is about, beside the activities.
  package enum Subject: Hashable, Sendable {
    /// A placement of what no requirement asks for.
    case noSuchActivity
    /// A placement of what was cancelled.
    case cancelled
    /// What a placement does not pass, in the order of the filters.
    case filters([Filter])
    /// By id.
    case venue(String)
    /// By id.
    case team(String)
    /// Whose activities overlap.
    case owner(OwnerID)
    /// The community that has too many on one day.
    case day(Day, of: OwnerID)
    /// Why what was moved had to stay.
    case fixing(Fixing.Reason)
    /// What was put into the frozen hours.
    case freeze
  }

  package let rule: HardRule
  /// Ids, sorted.
  package let activities: [DutyID]
  /// Nothing where the activities say it all.
  package let subject: Subject?

  init(_ rule: HardRule, _ activities: [DutyID], about subject: Subject? = nil) {
    self.rule = rule
    self.activities = activities.sorted()
    self.subject = subject
  }
}

extension Violation: CustomStringConvertible {
  package var description: String {
    let about = subject.map { " (\($0))" } ?? ""
    return "\(rule.rawValue)\(about): \(activities.joined(separator: ", "))"
  }
}

extension Violation.Subject: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noSuchActivity: "no such activity"
    case .cancelled: "cancelled"
    case .filters(let filters): filters.map { "\($0)" }.joined(separator: ", ")
    case .venue(let id), .team(let id): id
    case .owner(let owner): owner.text
    case .day(let day, let owner): "\(owner) \(day)"
    case .fixing(let reason): reason.rawValue
    case .freeze: "freeze"
    }
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
