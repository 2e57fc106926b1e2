/// One thing that was appended to the record.
package struct HistoryEvent: Sendable {
  package enum What: Sendable {
    case revision(number: Int, base: Int?, unplaced: Int, cost: Int, isDraft: Bool)
    /// A draft was published or discarded: its number among revisions.
    case draftEnd(Draft.End, revision: Int)
    case completion(Completion)
    /// Takes back the completion of that number.
    case withdrawal(Completion)
    case count(Count)
    case problem(Problem)
    case mending(Problem, day: Day, note: String, files: [EvidenceFile])
    case work(Work)
    case outcome(Work, Work.Outcome)
    case reveal(Reveal)
    /// Takes back a row: its own number, and the number that people know it by.
    case retraction(kind: Retractable, row: Int, of: Int)
    case decision(Decision)
    case notice(SentNotice)
    case wish(Wish)
    case answer(Wish, Wish.Answer)
    case withholding(Withholding)
  }

  package var instant: Instant
  package var author: String
  /// Its number among those of its kind.
  package var number: Int
  package var what: What

  package init(instant: Instant, author: String, number: Int, what: What) {
    self.instant = instant
    self.author = author
    self.number = number
    self.what = what
  }
}
