/// Something that is to be reported done, with what a report on it is judged by.
package struct Duty: Identified, Hashable {
  package enum Kind: String, CaseIterable, Sendable {
    case activity, task, campaign
  }

  package let id: DutyID
  package let kind: Kind
  /// Counted from 1, activities first; of an activity it is the number that lists print.
  package let number: Int
  package let name: String
  package let owner: OwnerID
  /// What a joint drill does at once: the same for the activities of one requirement and span.
  package var series: DutyID.Series?
  /// The communities that a joint activity serves beside its owner; each must be told of.
  package var partners: [OwnerID] = []
  /// How long an activity was planned to take.
  package var minutes: Minute?
  /// Lines of the official forms that a completion adds to.
  package var countsAs: [String] = []
  /// What a task wants handed in.
  package var wants: [String] = []
  /// The last day of a task.
  package var due: Day?

  package init(id: DutyID, kind: Kind, number: Int, name: String, owner: OwnerID) {
    self.id = id
    self.kind = kind
    self.number = number
    self.name = name
    self.owner = owner
  }
}
