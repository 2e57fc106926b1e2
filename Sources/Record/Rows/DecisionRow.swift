internal import Drills
internal import Foundation
internal import GRDB

/// A row of `decision`.
struct DecisionRow: Encodable, MutablePersistableRecord {
  static let databaseTableName = "decision"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var id: Int64?
  var verb: String
  var activity: DutyID?
  var undoes: Int?
  /// A ``PlaceDetail`` or a ``BlockDetail`` as JSON.
  var detail: String?
  var reason: String?
  var words: String
  var decidedBy: String
  var decidedAt: Instant

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }

  init(_ decision: Decision) {
    verb = decision.verb.rawValue
    activity = decision.activity
    reason = decision.reason?.rawValue
    words = decision.words
    decidedBy = decision.decidedBy
    decidedAt = decision.decidedAt
    switch decision.what {
    case .move(_, let placement, let fields, let overrides):
      detail = PlaceDetail(placement, fields, overrides).json
    case .pin(_, let placement, let fields): detail = PlaceDetail(placement, fields, []).json
    case .block(let closure, let displaced): detail = BlockDetail(closure, displaced).json
    case .undo(let number): undoes = number
    case .unpin, .cancel, .restore: break
    }
  }

  /// In the order decided; `newest`: those up to that number.
  static func all(through newest: Int? = nil, in database: Database) throws -> [Decision] {
    try Cells.all(
      .decision,
      """
      SELECT id, verb, activity, undoes, detail, reason, words, decided_by, decided_at
      FROM decision WHERE id <= ? ORDER BY id
      """, [newest ?? Int.max], in: database
    ) { row in
      var decision = Decision(
        try what(row), reason: try row.optionalWord(5), words: try row.text(6),
        decidedBy: try row.text(7), decidedAt: try row.instant(8))
      decision.number = try row.number(0)
      return decision
    }
  }

  private static func what(_ row: Cells) throws -> Decision.What {
    switch try row.word(1, as: Decision.Verb.self) {
    case .undo: return .undo(try row.number(3))
    case .block:
      let detail = try row.json(4, as: BlockDetail.self)
      guard let closure = detail.closure else { throw row.damage(4) }
      return .block(closure, displaced: detail.days)
    case .move:
      let detail = try place(row)
      return .move(
        try row.id(2), to: detail.placement, fields: detail.pinned, overrides: detail.rules)
    case .pin:
      let detail = try place(row)
      return .pin(try row.id(2), at: detail.placement, fields: detail.pinned)
    case .unpin: return .unpin(try row.id(2))
    case .cancel: return .cancel(try row.id(2))
    case .restore: return .restore(try row.id(2))
    }
  }

  private static func place(_ row: Cells) throws -> PlaceDetail {
    let detail = try row.json(4, as: PlaceDetail.self)
    guard detail.isPossible else { throw row.damage(4) }
    return detail
  }
}

/// A placement and the fields of it that are meant.
private struct PlaceDetail: JSONDetail {
  var day: Int32
  var start: Int
  var venue: String?
  var teams: [String: String]
  var fields: [String]
  var overrides: [String]

  init(_ placement: Placement, _ fields: Set<Fixing.Field>, _ overrides: Set<HardRule>) {
    day = placement.day.number
    start = placement.start
    venue = placement.venue
    teams = placement.teams
    self.fields = fields.map(\.rawValue).sorted()
    self.overrides = overrides.map(\.rawValue).sorted()
  }

  var placement: Placement {
    Placement(day: Day(number: day), start: start, venue: venue, teams: teams)
  }
  var isPossible: Bool {
    Cells.days.contains(Int(day)) && Cells.minutesOfDay.contains(start)
      && fields.allSatisfy { Fixing.Field(rawValue: $0) != nil }
      && overrides.allSatisfy { HardRule(rawValue: $0) != nil }
  }
  var pinned: Set<Fixing.Field> { Set(fields.compactMap(Fixing.Field.init(rawValue:))) }
  var rules: Set<HardRule> { Set(overrides.compactMap(HardRule.init(rawValue:))) }
}

/// A closure, with the published day of each activity that it displaced.
private struct BlockDetail: JSONDetail {
  var communities: [OwnerID]
  var areas: [String]
  var kinds: [String]
  var venues: [String]
  var teams: [String]
  var requirements: [String]
  /// First and last days; nothing: every day.
  var dates: [[Int32]]?
  /// Starts and ends in minutes.
  var hours: [[Int]]
  var reason: String
  var displaced: [DutyID: Int32]

  init(_ closure: Closure, _ displaced: [DutyID: Day]) {
    communities = closure.communities.sorted()
    areas = closure.areas.sorted()
    kinds = closure.kinds.map(\.rawValue).sorted()
    venues = closure.venues.sorted()
    teams = closure.teams.sorted()
    requirements = closure.requirements.sorted()
    dates = closure.dates?.ranges.map { [$0.lowerBound.number, $0.upperBound.number] }
    hours = closure.hours.map { [$0.start, $0.end] }
    reason = closure.reason
    self.displaced = displaced.mapValues(\.number)
  }

  /// Nothing if it is none that can be.
  var closure: Closure? {
    guard kinds.allSatisfy({ Community.Kind(rawValue: $0) != nil }),
      (dates ?? []).allSatisfy({ isRange($0.map(Int.init), in: Cells.days) }),
      hours.allSatisfy({ isRange($0, in: Cells.minutesOfDay) }),
      displaced.values.allSatisfy({ Cells.days.contains(Int($0)) })
    else { return nil }
    var closure = Closure()
    closure.communities = Set(communities)
    closure.areas = Set(areas)
    closure.kinds = Set(kinds.compactMap(Community.Kind.init(rawValue:)))
    closure.venues = Set(venues)
    closure.teams = Set(teams)
    closure.requirements = Set(requirements)
    closure.dates = dates.map { ranges in
      DaySet(
        ranges.map { Day(number: $0[0])...Day(number: $0[1]) })
    }
    closure.hours = hours.map { HourRange(start: $0[0], end: $0[1]) }
    closure.reason = reason
    return closure
  }
  var days: [DutyID: Day] { displaced.mapValues { Day(number: $0) } }

  private func isRange(_ ends: [Int], in bounds: ClosedRange<Int>) -> Bool {
    ends.count == 2 && ends[0] <= ends[1] && ends.allSatisfy(bounds.contains)
  }
}

private protocol JSONDetail: Codable {}

extension JSONDetail {
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }
}
