/// What somebody who takes part asks of the planner.
package struct Wish: Hashable, Sendable {
  package enum What: Hashable, Sendable {
    /// An activity, and the day and start that would suit better.
    case anotherTime(DutyID, Day, Minute)
    /// A team, and the days on which it cannot come.
    case cannotCome(String, ClosedRange<Day>)
  }
  /// Yes or no, with a word.
  package struct Answer: Hashable, Sendable {
    package var isGranted: Bool
    /// The number of the decision that grants it.
    package var decision: Int?
    package var words = ""
    package var answeredBy: String
    package var answeredAt: Instant

    package init(isGranted: Bool, words: String = "", answeredBy: String, answeredAt: Instant) {
      self.isGranted = isGranted
      self.words = words
      self.answeredBy = answeredBy
      self.answeredAt = answeredAt
    }
  }

  /// Its number in the record; 0 before it is there.
  package var number = 0
  package var what: What
  /// Why.
  package var words: String
  package var wishedBy: String
  package var wishedAt: Instant
  /// Nothing while it waits for one.
  package var answer: Answer?

  package init(_ what: What, words: String, wishedBy: String, wishedAt: Instant) {
    self.what = what
    self.words = words
    self.wishedBy = wishedBy
    self.wishedAt = wishedAt
  }

  /// The id of the activity or the team.
  package var subject: String {
    switch what {
    case .anotherTime(let activity, _, _): activity.text
    case .cannotCome(let team, _): team
    }
  }
}
