package import Drills
internal import GRDB

/// What came of recording one completion.
package enum Recording: Hashable, Sendable {
  /// Appended, under this number.
  case appended(Int)
  /// What stands says the same already; nothing was appended.
  case standsAlready(Completion)

  fileprivate var row: Submitted.Row {
    switch self {
    case .appended(let number): Submitted.Row(number: number, isNew: true)
    case .standsAlready(let standing): Submitted.Row(number: standing.number, isNew: false)
    }
  }
}

extension Record {
  /// The completions that no withdrawal took back, in the order recorded.
  ///
  /// Of one activity the last is the one that holds; of a campaign all hold.
  package func standingCompletions() throws(RecordFailure) -> [Completion] {
    try RecordFailure.wrapping(path) {
      try database.read { try CompletionRow.standing(in: $0) }
    }
  }

  @discardableResult
  package func complete(_ completion: Completion) throws(RecordFailure) -> Recording {
    try complete([(completion, [])])[0]
  }

  /// Appends completions, each with the problems that were found, all or none.
  ///
  /// One that says what already stands, problems and all, is left out: two processes that were told
  /// the same make one record. So is a problem that stands, as in a correction.
  package func complete(
    _ drafts: [(completion: Completion, problems: [Problem])], under submission: Submission? = nil
  ) throws(RecordFailure) -> [Recording] {
    try RecordFailure.wrapping(path) {
      try write(under: submission) { database in
        let recordings = try drafts.map { completion, problems -> Recording in
          let standing = try CompletionRow.newestStanding(of: completion.duty, in: database)
          let problems = try ProblemRow.notYetStanding(problems, in: database)
          if let standing, problems.isEmpty, standing.says(theSameAs: completion) {
            return .standsAlready(standing)
          }
          let number = try CompletionRow.insert(completion, into: database)
          for problem in problems {
            var problem = problem
            problem.completion = number
            try ProblemRow.insert(problem, into: database)
          }
          return .appended(number)
        }
        return (recordings, recordings.map(\.row))
      }
    }
  }

  /// Takes back the newest standing completion; the one before it stands again.
  ///
  /// - Parameters:
  ///   - duty: What was completed.
  ///   - author: Who takes it back.
  ///   - instant: When.
  /// - Returns: What was taken back; nothing if nothing stood.
  /// - Throws: `RecordFailure`.
  package func withdraw(
    newestOf duty: DutyID, by author: String, at instant: Instant
  ) throws(RecordFailure) -> Completion? {
    try RecordFailure.wrapping(path) {
      try write { database -> Completion? in
        guard let newest = try CompletionRow.newestStanding(of: duty, in: database) else {
          return nil
        }
        try database.execute(
          sql: "INSERT INTO withdrawal VALUES (?, ?, ?)",
          arguments: [newest.number, author, instant])
        return newest
      }
    }
  }
}

extension Completion {
  /// Whether another record would add nothing.
  package func says(theSameAs other: Completion) -> Bool {
    var copy = other
    copy.number = number
    copy.recordedBy = recordedBy
    copy.recordedAt = recordedAt
    copy.isLate = isLate
    copy.isConfirmed = isConfirmed
    return copy == self
  }
}
