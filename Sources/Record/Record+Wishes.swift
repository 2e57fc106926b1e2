package import Drills
internal import GRDB

/// What came of answering a wish.
package enum Answering: Hashable, Sendable {
  /// The wish with its answer, and the decision that grants it.
  case answered(Wish, Decision?)
  /// There is none of that number.
  case noSuchWish
  /// The wish with the answer that it has.
  case isAnswered(Wish)
  /// The record has grown, and what the decision was made of may hold no more; nothing was appended.
  case changedMeanwhile
}

extension Record {
  /// In the order wished, each with its answer.
  package func wishes() throws(RecordFailure) -> [Wish] {
    try RecordFailure.wrapping(path) { try database.read { try WishRow.all(in: $0) } }
  }

  /// - Returns: The number that it got.
  package func wish(_ wish: Wish) throws(RecordFailure) -> Int {
    try RecordFailure.wrapping(path) { try write { try WishRow.insert(wish, into: $0) } }
  }

  /// Answers a wish, once; where it is granted, with the decision that does what was wished.
  ///
  /// - Parameters:
  ///   - number: The wish's.
  ///   - answer: Its decision is not looked at.
  ///   - decision: Nothing where the answer is no.
  ///   - token: What stood in the record when the decision was made of it.
  /// - Returns: What came of it.
  /// - Throws: `RecordFailure`.
  package func answer(
    _ number: Int, _ answer: Wish.Answer, by decision: Decision? = nil,
    ifUnchangedSince token: Token? = nil
  ) throws(RecordFailure) -> Answering {
    try RecordFailure.wrapping(path) {
      try write { database -> Answering in
        let wish = try WishRow.all(in: database).first { $0.number == number }
        guard var wish else { return .noSuchWish }
        guard wish.answer == nil else { return .isAnswered(wish) }
        if let token, try Record.token(in: database) != token { return .changedMeanwhile }
        let decision = try decision.map { try Record.insert($0, into: database) }
        var answer = answer
        answer.decision = decision?.number
        try WishRow.insert(answer, to: number, into: database)
        wish.answer = answer
        return .answered(wish, decision)
      }
    }
  }
}
