/// What was really done: the record of one activity held, one task handed in, or one stretch of a
/// campaign.
package struct Completion: Hashable, Sendable {
  /// A community that took part in a joint drill.
  package struct Partner: Hashable, Sendable {
    package var community: OwnerID
    package var people: Int
    /// Its own activity of that requirement, which is done by this; nothing if it has none left.
    package var activity: DutyID?

    package init(community: OwnerID, people: Int, activity: DutyID?) {
      self.community = community
      self.people = people
      self.activity = activity
    }
  }

  /// Its number in the record; 0 before it is there.
  package var number = 0
  /// What was done: an activity, a task or a stretch of a campaign run.
  package var duty: DutyID
  package var day: Day
  /// The last day, where a campaign's record is for several; the whole record counts on it.
  package var lastDay: Day?
  /// Of a joint drill the host's own; the partners' come on top.
  package var people: Int
  package var start: Minute?
  package var minutes: Minute?
  package var residents: Int?
  /// People who need help to leave.
  package var assisted: Int?
  package var evacuationSeconds: Int?
  package var headcountSeconds: Int?
  package var mode: Requirement.Mode?
  package var weather = ""
  package var observers = ""
  /// By counter, as `line.unit`.
  package var counts: [String: Int] = [:]
  package var partners: [Partner] = []
  package var files: [EvidenceFile] = []
  package var note = ""
  /// Whose joint drill this is a share of: the host's activity; only a share has one.
  package var sharedFrom: DutyID?
  /// A person insisted on numbers that Muster had questioned.
  package var isConfirmed = false
  /// Recorded more than the grace days after the day.
  package var isLate = false
  package var recordedBy: String
  package var recordedAt: Instant

  package init(of duty: DutyID, day: Day, people: Int, recordedBy: String, recordedAt: Instant) {
    self.duty = duty
    self.day = day
    self.people = people
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }

  /// The day to which all that it counts belongs.
  package var countedDay: Day { lastDay ?? day }

  /// Everybody who took part, partners too.
  package var everybody: Int { partners.reduce(people) { $0 + $1.people } }

  /// What each partner's own activity gets out of a joint drill.
  package var shares: [Completion] {
    partners.compactMap { partner in
      guard let activity = partner.activity else { return nil }
      var share = Completion(
        of: activity, day: day, people: partner.people, recordedBy: recordedBy,
        recordedAt: recordedAt)
      share.number = number
      share.start = start
      share.minutes = minutes
      share.mode = mode
      share.isLate = isLate
      share.sharedFrom = duty
      return share
    }
  }
}
