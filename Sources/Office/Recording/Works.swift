package import Drills
internal import Record

/// A work that is entered for a contest.
package struct WorkEntry: Hashable, Sendable {
  /// The campaign's id.
  package var campaign: String
  /// A community, a department or the organizer.
  package var owner: String
  package var title: String
  package var medium: Work.Medium
  package var published: Day
  package var platform = ""
  /// Paths.
  package var files: [String] = []

  package init(
    for campaign: String, of owner: String, title: String, medium: Work.Medium, published: Day
  ) {
    self.campaign = campaign
    self.owner = owner
    self.title = title
    self.medium = medium
    self.published = published
  }
}

/// What a stage decided of a work.
package struct StageOutcome: Hashable, Sendable {
  /// The work's number.
  package var work: Int
  package var stage: String
  package var passed: Bool
  /// Nothing: today.
  package var day: Day?

  package init(of work: Int, stage: String, passed: Bool) {
    self.work = work
    self.stage = stage
    self.passed = passed
  }
}

extension Books {
  /// - Returns: The number that it got, and the stage that decides first.
  package func record(
    _ entry: WorkEntry, by author: String, under key: SubmissionKey? = nil
  ) throws(Refusal) -> (number: Int, firstStage: String) {
    let submission = key?.submission(
      of: .work,
      [
        "campaign": entry.campaign, "owner": entry.owner, "title": entry.title,
        "medium": entry.medium.rawValue, "published": entry.published.description,
        "platform": entry.platform, "files": entry.files.saidNames,
      ])
    return try Refusal.wrapping {
      try record.once(submission) {
        try append(entry, by: author, under: submission)
      } again: { rows in
        let stages = program.campaignsEver.first { $0.id == entry.campaign }?.stages ?? []
        return (rows.first?.number ?? 0, stages.first ?? "")
      }
    }
  }

  private func append(
    _ entry: WorkEntry, by author: String, under submission: Submission?
  ) throws(Refusal) -> (number: Int, firstStage: String) {
    try Bounds.check([.author: author, .title: entry.title, .platform: entry.platform])
    let contests = program.campaigns.filter { !$0.stages.isEmpty }
    let choices = contests.map { NamingReason.Choice(id: $0.id, name: $0.name) }
    let id = try choices.named(entry.campaign, as: .campaign)
    guard let campaign = contests.first(where: { $0.id == id }) else {
      throw .naming(.notAnID(.campaign, entry.campaign, among: choices))
    }
    let owner = try owner(entry.owner)
    guard program.campaignRuns.contains(where: { $0.id == DutyID(owner: owner, rule: campaign.id) })
    else {
      throw .accounts(.notInContest(owner: owner, campaign: campaign.name))
    }
    if let since = campaign.madeSince, entry.published < since {
      throw .accounts(.madeTooEarly(entry.published, since: since))
    }
    var work = Work(
      campaign: campaign.id, owner: owner, title: entry.title, medium: entry.medium,
      published: try past(entry.published), recordedBy: author, recordedAt: standing.instant)
    work.platform = entry.platform
    work.files = try standing.office.evidence.keep(entry.files, for: record)
    let number = try Refusal.wrapping { try record.enter(work, under: submission) }
    return (number, campaign.stages.first ?? "")
  }

  /// - Returns: The work as it stood before.
  package func record(
    _ outcome: StageOutcome, by author: String, under key: SubmissionKey? = nil
  ) throws(Refusal) -> Work {
    let submission = key?.submission(
      of: .outcome,
      [
        "work": String(outcome.work), "stage": outcome.stage, "passed": "\(outcome.passed)",
        "day": outcome.day?.description,
      ])
    return try Refusal.wrapping {
      try record.once(submission) {
        try append(outcome, by: author, under: submission)
      } again: { _ in
        guard let work = try record.work(outcome.work) else {
          throw Refusal.accounts(.noSuchWork(outcome.work))
        }
        return work
      }
    }
  }

  private func append(
    _ outcome: StageOutcome, by author: String, under submission: Submission?
  ) throws(Refusal) -> Work {
    try Bounds.check([.author: author])
    let day = try past(outcome.day)
    let campaigns = program.campaignsEver
    func stages(of work: Work) -> [String] {
      campaigns.first { $0.id == work.campaign }?.stages ?? []
    }
    let stood = try Refusal.wrapping {
      try record.judge(outcome.work, under: submission) { work in
        guard work.nextStage(of: stages(of: work)) == outcome.stage else { return nil }
        return Work.Outcome(
          stage: outcome.stage, passed: outcome.passed, day: day, recordedBy: author,
          recordedAt: standing.instant)
      }
    }
    guard let stood else { throw .accounts(.noSuchWork(outcome.work)) }
    let next = stood.nextStage(of: stages(of: stood))
    guard next == outcome.stage else {
      throw .accounts(.stageOutOfOrder(outcome.work, outcome.stage, next: next))
    }
    return stood
  }
}

extension Office {
  /// Takes back a count, a problem, a work, or the newest mending or outcome of one, by its number.
  package func retract(
    _ kind: Retractable, _ number: Int, by author: String, at instant: Instant,
    warn: (Warning) -> Void
  ) throws(Refusal) {
    let record = try record(of: workspace().program.id)
    try Refusal.wrapping {
      try record?.clockWarning(at: instant).map(warn)
      guard let record, try record.retract(kind, number, by: author, at: instant) else {
        throw Refusal.accounts(.nothingToRetract(kind, number))
      }
    }
  }
}
