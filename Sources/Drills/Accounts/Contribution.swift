/// What one record adds to one counter of one owner.
package struct Contribution: Hashable, Sendable {
  package var counter: Counter
  package var owner: OwnerID
  package var day: Day
  package var amount: Int
  /// Of two on one day the greater was recorded later.
  package var recordedAt: Instant
  /// Of two in one second the greater was recorded later.
  package var number: Int

  package init(
    counter: Counter, owner: OwnerID, day: Day, amount: Int, recordedAt: Instant, number: Int
  ) {
    self.counter = counter
    self.owner = owner
    self.day = day
    self.amount = amount
    self.recordedAt = recordedAt
    self.number = number
  }
}
