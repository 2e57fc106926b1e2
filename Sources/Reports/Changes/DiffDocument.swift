package import Drills

/// What changed between two plans, as other programs read it.
package struct DiffDocument: Encodable {
  private let id: String
  /// Nothing: before the first revision, or a plan that is not saved.
  private let from: Int?
  private let to: Int?
  /// True where `to` is not published; nothing else.
  private let draft: Bool?
  private let communities: [CommunityChanges]

  package init(
    _ diff: PlanDiff, from: Int?, to: Int?, isDraft: Bool = false, in program: Program
  ) {
    id = program.id
    self.from = from
    self.to = to
    draft = isDraft ? true : nil
    communities = CommunityChanges.all(of: diff, in: program)
  }
}

/// The changes of one community, or the organizer's.
struct CommunityChanges: Encodable {
  let community: OwnerID
  let name: String
  let changes: [ChangeDocument]

  static func all(of diff: PlanDiff, in program: Program) -> [CommunityChanges] {
    var hosts: [OwnerID] = []
    for change in diff.changes where hosts.last != change.host { hosts.append(change.host) }
    return hosts.map { host in
      CommunityChanges(
        community: host, name: program.name(ofOwner: host),
        changes: diff.changes.filter { $0.host == host }
          .map { ChangeDocument($0, in: program.zone) })
    }
  }
}

struct ChangeDocument: Encodable {
  struct WhyDocument: Encodable {
    /// A reason code; nothing if nobody decided it.
    let reason: String?
    /// The filters that the old placement fails now.
    let barred: [String]?
    /// The words with which a decision was taken back, so that it went back where it was.
    var takenBack: String?
    /// The clock that the old placement was on, if the plan's is another now.
    var timeZone: String?
  }

  let id: DutyID
  let name: String
  let kind: String
  let from: PlaceDocument?
  let to: PlaceDocument?
  let why: WhyDocument?
  let overrides: [String]
  let makeUpBy: String?
  let lost: Bool

  init(_ change: PlanDiff.Change, in zone: Zone) {
    id = change.id
    name = change.name
    kind = change.kind.rawValue
    var former = zone
    if case .otherClock(let from, _) = change.why { former = Zone(from) ?? zone }
    from = change.from.map { PlaceDocument($0, zone: former) }
    to = change.to.map { PlaceDocument($0, zone: zone) }
    why =
      switch change.why {
      case nil: nil
      case .decided(let reason): WhyDocument(reason: reason.rawValue, barred: nil)
      case .barred(let filters): WhyDocument(reason: nil, barred: filters.map { "\($0)" })
      case .takenBack(let reason, let words):
        WhyDocument(reason: reason?.rawValue, barred: nil, takenBack: words)
      case .madeWay: WhyDocument(reason: nil, barred: nil)
      case .otherClock(let from, _): WhyDocument(reason: nil, barred: nil, timeZone: from)
      }
    overrides = HardRule.allCases.filter(change.overrides.contains).map(\.rawValue)
    makeUpBy = change.makeUpBy?.description
    lost = change.isLost
  }
}

/// A placement as other programs read it.
struct PlaceDocument: Encodable {
  let start: String
  let venue: String?
  let teams: [String: String]

  init(_ placement: Placement, zone: Zone) {
    start = zone.timestamp(of: placement.moment)
    venue = placement.venue
    teams = placement.teams
  }
}
