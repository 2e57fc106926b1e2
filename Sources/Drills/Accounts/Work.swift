/// A work entered for a campaign's contest.
package struct Work: Hashable, Sendable {
  package enum Medium: String, CaseIterable, Sendable {
    case picture, video, interactive
  }
  /// What a stage decided.
  package struct Outcome: Hashable, Sendable {
    package var stage: String
    package var passed: Bool
    package var day: Day
    package var recordedBy: String
    package var recordedAt: Instant

    package init(stage: String, passed: Bool, day: Day, recordedBy: String, recordedAt: Instant) {
      self.stage = stage
      self.passed = passed
      self.day = day
      self.recordedBy = recordedBy
      self.recordedAt = recordedAt
    }
  }

  /// Its number in the record; 0 before it is there.
  package var number = 0
  /// The campaign's id.
  package var campaign: String
  /// Who entered it.
  package var owner: OwnerID
  package var title: String
  package var medium: Medium
  package var published: Day
  package var platform = ""
  package var files: [EvidenceFile] = []
  /// In the order of the stages.
  package var outcomes: [Outcome] = []
  package var recordedBy: String
  package var recordedAt: Instant

  package init(
    campaign: String, owner: OwnerID, title: String, medium: Medium, published: Day,
    recordedBy: String, recordedAt: Instant
  ) {
    self.campaign = campaign
    self.owner = owner
    self.title = title
    self.medium = medium
    self.published = published
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }

  /// What it was entered for.
  package var run: DutyID { DutyID(owner: owner, rule: campaign) }

  /// The stage that decides next; nothing after a failure and after the last.
  package func nextStage(of stages: [String]) -> String? {
    guard outcomes.allSatisfy(\.passed), outcomes.count < stages.count else { return nil }
    return stages[outcomes.count]
  }
}
