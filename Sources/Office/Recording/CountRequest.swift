package import Drills
internal import Record

/// Numbers that belong to no activity.
package struct CountRequest: Hashable, Sendable {
  /// A community, a department or the organizer.
  package var owner: String
  /// By counter, `line.unit`.
  package var counts: [Assignment]
  /// Nothing: today.
  package var day: Day?
  package var name = ""
  package var note = ""
  /// Paths; one set of files proves the whole.
  package var files: [String] = []

  package init(of owner: String, _ counts: [Assignment]) {
    self.owner = owner
    self.counts = counts
  }
}

extension Books {
  /// Records numbers, all or none.
  ///
  /// - Returns: What was appended, with the numbers that it got; under a key that was given before, what
  ///   was appended then.
  package func record(
    _ request: CountRequest, by author: String, under key: SubmissionKey? = nil
  ) throws(Refusal) -> [Count] {
    let submission = key?.submission(
      of: .count,
      [
        "owner": request.owner, "counts": request.counts.said, "day": request.day?.description,
        "name": request.name, "note": request.note, "files": request.files.saidNames,
      ])
    return try Refusal.wrapping {
      try record.once(submission) {
        try append(request, by: author, under: submission)
      } again: { rows in
        try record.counts(rows.map(\.number))
      }
    }
  }

  private func append(
    _ request: CountRequest, by author: String, under submission: Submission?
  ) throws(Refusal) -> [Count] {
    try Bounds.check([.author: author, .name: request.name, .note: request.note])
    let day = try past(request.day)
    let owner = try owner(request.owner)
    var seen: Set<Counter> = []
    let amounts = try request.counts.map { count throws(Refusal) -> (Counter, Int) in
      guard let counter = counters.counter(count.name) else {
        throw .recording(.noCounter(count.name, in: counters))
      }
      guard seen.insert(counter).inserted else { throw .recording(.countedTwice(counter)) }
      try Bounds.check(count.number, .count, in: Bounds.people)
      return (counter, count.number)
    }
    let files = try standing.office.evidence.keep(request.files, for: record)
    return try Refusal.wrapping {
      try record.count(under: submission) { _ in
        amounts.enumerated().map { index, amount in
          var count = Count(
            counter: amount.0, owner: owner, day: day, amount: amount.1, recordedBy: author,
            recordedAt: standing.instant)
          count.name = request.name
          count.note = request.note
          if index == 0 { count.files = files }
          return count
        }
      } ?? []
    }
  }
}
