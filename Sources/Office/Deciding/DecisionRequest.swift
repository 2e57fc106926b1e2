package import Drills

/// What somebody wants decided, in the words of a form or of flags; what an id or a name means is
/// settled by what stands.
package protocol DecisionRequest: Sendable {
  /// What it comes to, and what a person should know of it.
  ///
  /// - Throws: `Refusal`, if it cannot be decided.
  func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling
}

package struct Ruling: Sendable {
  package let what: Decision.What
  package let notes: [Note]

  package init(_ what: Decision.What, notes: [Note] = []) {
    self.what = what
    self.notes = notes
  }
}

/// Who decides, and why.
package struct Grounds: Hashable, Sendable {
  package var reason: ReasonCode?
  package var words: String
  package var author: String

  package init(_ reason: ReasonCode?, words: String = "", by author: String) {
    self.reason = reason
    self.words = words
    self.author = author
  }

  /// - Throws: `Refusal`, where the reason is missing or says nothing.
  func decision(_ what: Decision.What, at instant: Instant) throws(Refusal) -> Decision {
    guard let reason else { throw .deciding(.noReason) }
    if reason.needsWords, words.allSatisfy(\.isWhitespace) { throw .deciding(.reasonNeedsWords) }
    return Decision(what, reason: reason, words: words, decidedBy: author, decidedAt: instant)
  }
}
