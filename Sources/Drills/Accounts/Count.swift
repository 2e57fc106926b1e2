/// A number for a counter that belongs to no scheduled activity.
package struct Count: Hashable, Sendable {
  /// The largest number that anybody counts; so many rows of it add up as there ever are.
  package static let most = 999_999_999

  /// Its number in the record; 0 before it is there.
  package var number = 0
  package var counter: Counter
  package var owner: OwnerID
  package var day: Day
  /// Below 0 only where a total so far turned out lower than what was recorded.
  package var amount: Int
  package var name = ""
  package var files: [EvidenceFile] = []
  package var note = ""
  package var recordedBy: String
  package var recordedAt: Instant

  package init(
    counter: Counter, owner: OwnerID, day: Day, amount: Int, recordedBy: String, recordedAt: Instant
  ) {
    self.counter = counter
    self.owner = owner
    self.day = day
    self.amount = amount
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }
}
