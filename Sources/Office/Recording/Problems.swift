package import Drills
internal import Record

/// Something that was found and must be mended.
package struct ProblemReport: Hashable, Sendable {
  package var text: String
  /// A community, a department or the organizer.
  package var owner: String
  package var source: Problem.Source
  package var venue: String?
  package var mender = ""
  package var mendBy: Day?
  /// Nothing: today.
  package var day: Day?
  /// Paths.
  package var files: [String] = []

  package init(_ text: String, of owner: String, from source: Problem.Source) {
    self.text = text
    self.owner = owner
    self.source = source
  }
}

/// That a problem was mended.
package struct MendingReport: Hashable, Sendable {
  /// The problem's number.
  package var problem: Int
  /// Nothing: today.
  package var day: Day?
  package var note = ""
  /// Paths.
  package var files: [String] = []

  package init(_ problem: Int) { self.problem = problem }
}

extension Books {
  /// - Returns: The number that it got, be it when the same was given under the key before.
  package func record(
    _ report: ProblemReport, by author: String, under key: SubmissionKey? = nil
  ) throws(Refusal) -> Int {
    let submission = key?.submission(
      of: .problem,
      [
        "text": report.text, "owner": report.owner, "source": report.source.rawValue,
        "venue": report.venue, "mender": report.mender, "mend-by": report.mendBy?.description,
        "day": report.day?.description, "files": report.files.saidNames,
      ])
    return try Refusal.wrapping {
      try record.once(submission) {
        try append(report, by: author, under: submission)
      } again: { rows in
        rows.first?.number ?? 0
      }
    }
  }

  private func append(
    _ report: ProblemReport, by author: String, under submission: Submission?
  ) throws(Refusal) -> Int {
    if report.text.allSatisfy(\.isWhitespace) { throw .accounts(.isEmptyProblem) }
    try Bounds.check([.author: author, .problem: report.text, .mender: report.mender])
    let found = try past(report.day)
    if let mendBy = report.mendBy, mendBy < found {
      throw .accounts(.isBackwards(found, mendBy))
    }
    var problem = Problem(
      text: report.text, owner: try owner(report.owner), source: report.source,
      foundOn: found, recordedBy: author, recordedAt: standing.instant)
    if let venue = report.venue {
      let choices = program.venues.choices
      guard let id = try choices.named(venue, as: .venue) else {
        throw .naming(.notAnID(.venue, venue, among: choices))
      }
      problem.venue = id
    }
    problem.mender = report.mender
    problem.mendBy = report.mendBy
    problem.files = try standing.office.evidence.keep(report.files, for: record)
    return try Refusal.wrapping { try record.report(problem, under: submission) }
  }

  /// - Returns: The problem as it stood, and the day on which it was mended.
  package func record(
    _ report: MendingReport, by author: String, under key: SubmissionKey? = nil
  ) throws(Refusal) -> (problem: Problem, day: Day) {
    let submission = key?.submission(
      of: .mending,
      [
        "problem": String(report.problem), "day": report.day?.description, "note": report.note,
        "files": report.files.saidNames,
      ])
    return try Refusal.wrapping {
      try record.once(submission) {
        try append(report, by: author, under: submission)
      } again: { rows in
        guard let problem = try record.problem(report.problem),
          let day = try rows.first.flatMap({ try record.mendingDay($0.number) })
        else { throw Refusal.accounts(.noSuchProblem(report.problem)) }
        return (problem, day)
      }
    }
  }

  private func append(
    _ report: MendingReport, by author: String, under submission: Submission?
  ) throws(Refusal) -> (problem: Problem, day: Day) {
    try Bounds.check([.author: author, .note: report.note])
    let number = report.problem
    guard let problem = accounts.problems.first(where: { $0.number == number }) else {
      throw .accounts(.noSuchProblem(number))
    }
    let day = try past(report.day)
    guard day >= problem.foundOn else {
      throw .accounts(.mendedBeforeFound(found: problem.foundOn, mended: day))
    }
    var mending = Problem.Mending(day: day, recordedBy: author, recordedAt: standing.instant)
    mending.note = report.note
    mending.files = try standing.office.evidence.keep(report.files, for: record)
    let found = try Refusal.wrapping { try record.mend(number, mending, under: submission) }
    guard let stood = found else { throw .accounts(.noSuchProblem(number)) }
    if let earlier = stood.mending {
      throw .accounts(.isMendedAlready(number, earlier.day))
    }
    return (stood, day)
  }
}
