package import Drills
internal import Foundation

/// A plan as other programs read it; its keys are stable.
package struct PlanDocument: Encodable {
  private let id: String
  private let title: String
  /// Nothing for a plan that was not saved.
  private let revision: Int?
  /// True for a plan that is not published; nothing else.
  private let draft: Bool?
  private let now: String
  private let score: ScoreDocument
  private let activities: [ActivityDocument]
  private let base: [DutyID: BaseDocument]
  private let fixed: [FixedDocument]
  /// The published day from which each make-up deadline runs.
  private let displaced: [DutyID: String]
  private let blocks: [BlockDocument]
  private let campaigns: [CampaignDocument]
  private let tasks: [TaskDocument]

  /// `base` holds the placements that were the published ones when the plan was made; a plan that
  /// is not saved has no revision number.
  ///
  /// `chosen`: only these activities, and of campaigns and tasks those of `community`; nothing: all.
  package init(
    _ view: PlanView, base: [DutyID: Placement], blocks: [Closure], isSaved: Bool = true,
    of chosen: Set<DutyID>? = nil, community: OwnerID? = nil
  ) {
    func isChosen(_ id: DutyID) -> Bool { chosen?.contains(id) ?? true }
    func isChosen(owner: OwnerID) -> Bool { chosen == nil || owner == community }
    let program = view.agenda.program
    let zone = program.zone
    id = program.id
    title = program.title
    revision = isSaved ? view.revision.number : nil
    draft = view.revision.isPublished ? nil : true
    now = zone.timestamp(at: view.revision.now)
    score = ScoreDocument(view.revision)
    activities = view.entries.filter { isChosen($0.activity.id) }
      .map { ActivityDocument($0, view: view) }
    let based = Set(base.keys).union(view.revision.leftOut).filter { isChosen($0) }
    self.base = Dictionary(
      uniqueKeysWithValues: based.map { id in
        (id, BaseDocument(base[id], earlier: view.revision.earlier[id], zone: zone))
      })
    fixed = view.revision.fixed.filter { isChosen($0.key) }.sorted { $0.key < $1.key }.map {
      id, fixing in
      FixedDocument(
        id: id, why: fixing.reason.rawValue,
        fields: Fixing.Field.allCases.filter(fixing.fields.contains).map(\.rawValue),
        start: zone.timestamp(of: fixing.placement.moment), venue: fixing.placement.venue,
        teams: fixing.placement.teams)
    }
    displaced = view.decisions.displaced
      .filter { isChosen($0.key) && view.agenda.activities[$0.key] != nil }
      .mapValues(\.description)
    self.blocks = blocks.map(BlockDocument.init)
    campaigns = view.campaigns.filter { isChosen(owner: $0.run.owner) }.map {
      CampaignDocument(
        id: $0.run.id, community: $0.run.owner, name: $0.run.name,
        from: $0.run.dates.lowerBound.description, to: $0.run.dates.upperBound.description,
        lastRecord: $0.lastRecord?.description, status: $0.status.rawValue)
    }
    tasks = view.tasks.filter { isChosen(owner: $0.task.owner) }.map {
      TaskDocument(
        id: $0.task.id, community: $0.task.owner, name: $0.task.name,
        due: $0.task.due.description, status: $0.status.rawValue)
    }
  }
}

extension Encodable {
  /// As text with sorted keys, so that equal values give equal bytes.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

private struct ScoreDocument: Encodable {
  let pinnedUnplaced: Int
  let pinnedUnplacedBound: Int
  let unplaced: Int
  let unplacedBound: Int
  let cost: Int
  let bound: Int
  let optimal: Bool
  let parts: [String: Int]

  init(_ revision: Revision) {
    pinnedUnplaced = revision.score.pinnedUnplaced
    pinnedUnplacedBound = revision.bound.pinnedUnplaced
    unplaced = revision.score.unplaced
    unplacedBound = revision.bound.unplaced
    cost = revision.score.cost
    bound = revision.bound.cost
    optimal = revision.isOptimal
    parts = revision.score.costsByPart
  }
}

private struct ActivityDocument: Encodable {
  let id: DutyID
  let requirement: String
  let community: OwnerID
  let name: String
  let start: String?
  let end: String?
  let venue: String?
  let teams: [String: String]?
  let status: String
  let pinned: [String]
  let overrides: [String]
  let sequence: Int

  init(_ entry: PlanView.Entry, view: PlanView) {
    let zone = view.agenda.program.zone
    let isHeld = entry.status != .cancelled && entry.status != .unplaced
    let placement = isHeld ? entry.placement : nil
    id = entry.activity.id
    requirement = entry.requirement.id
    community = entry.host
    name = entry.requirement.name
    start = placement.map { zone.timestamp(of: $0.moment) }
    end = placement.map {
      zone.timestamp(
        at: Instant(minutes: view.agenda.end(of: $0, for: entry.requirement)))
    }
    venue = placement?.venue
    teams = placement?.teams
    status = entry.status.rawValue
    let fixing = view.revision.fixed[entry.activity.id]
    pinned =
      fixing?.reason == .pinned
      ? Fixing.Field.allCases.filter { fixing?.fields.contains($0) ?? false }.map(\.rawValue) : []
    overrides = HardRule.allCases.filter(entry.overrides.contains).map(\.rawValue)
    sequence = view.sequences[entry.activity.id] ?? 0
  }
}

/// Where something is published, and where it was before a decision that was taken back.
private struct BaseDocument: Encodable {
  let place: PlaceDocument?
  /// Nothing: no such decision was taken back; `.some(nil)`: it had no place.
  let or: PlaceDocument??

  init(_ placement: Placement?, earlier: Earlier?, zone: Zone) {
    place = placement.map { PlaceDocument($0, zone: zone) }
    or = earlier.map { $0.placement.map { PlaceDocument($0, zone: zone) } }
  }

  private enum CodingKeys: CodingKey { case or }

  func encode(to encoder: any Encoder) throws {
    try place?.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    guard let or else { return }
    if let or {
      try container.encode(or, forKey: .or)
    } else {
      try container.encodeNil(forKey: .or)
    }
  }
}

private struct FixedDocument: Encodable {
  let id: DutyID
  let why: String
  let fields: [String]
  /// Where it stays; of a pinned one only `fields` bind.
  let start: String
  let venue: String?
  let teams: [String: String]
}

private struct CampaignDocument: Encodable {
  let id: DutyID
  let community: OwnerID
  let name: String
  let from: String
  let to: String
  let lastRecord: String?
  let status: String
}

private struct TaskDocument: Encodable {
  let id: DutyID
  let community: OwnerID
  let name: String
  let due: String
  let status: String
}
