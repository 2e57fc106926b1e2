/// A problem that a drill, an inspection, an employee or a resident found.
package struct Problem: Hashable, Sendable {
  package enum Source: String, CaseIterable, Sendable {
    case drill, inspection, employee, resident
  }
  /// That it was mended, with what proof.
  package struct Mending: Hashable, Sendable {
    package var day: Day
    package var files: [EvidenceFile] = []
    package var note = ""
    package var recordedBy: String
    package var recordedAt: Instant

    package init(day: Day, recordedBy: String, recordedAt: Instant) {
      self.day = day
      self.recordedBy = recordedBy
      self.recordedAt = recordedAt
    }
  }

  /// Its number in the record; 0 before it is there.
  package var number = 0
  package var text: String
  /// Where it was found.
  package var owner: OwnerID
  package var venue: String?
  package var source: Source
  /// Who must mend it.
  package var mender = ""
  package var mendBy: Day?
  package var foundOn: Day
  /// The number of the completion that it was reported with.
  package var completion: Int?
  package var files: [EvidenceFile] = []
  package var mending: Mending?
  package var recordedBy: String
  package var recordedAt: Instant

  package init(
    text: String, owner: OwnerID, source: Source, foundOn: Day, recordedBy: String,
    recordedAt: Instant
  ) {
    self.text = text
    self.owner = owner
    self.source = source
    self.foundOn = foundOn
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }

  /// Whether its mending counts for the reward scheme.
  package var isReported: Bool { source == .employee || source == .resident }
}
