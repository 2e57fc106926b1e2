internal import Drills
internal import Foundation
internal import GRDB

/// A row of `decision`.
struct DecisionRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "decision"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
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

  /// Nothing for what this program does not understand.
  var decision: Decision? {
    guard let what else { return nil }
    var decision = Decision(
      what, reason: reason.flatMap(ReasonCode.init(rawValue:)), words: words,
      decidedBy: decidedBy, decidedAt: decidedAt)
    decision.number = Int(id ?? 0)
    return decision
  }

  private var what: Decision.What? {
    guard let verb = Decision.Verb(rawValue: verb) else { return nil }
    switch verb {
    case .move:
      guard let activity, let detail = PlaceDetail(json: detail) else { return nil }
      return .move(activity, to: detail.placement, fields: detail.pinned, overrides: detail.rules)
    case .pin:
      guard let activity, let detail = PlaceDetail(json: detail) else { return nil }
      return .pin(activity, at: detail.placement, fields: detail.pinned)
    case .unpin: return activity.map(Decision.What.unpin)
    case .cancel: return activity.map(Decision.What.cancel)
    case .restore: return activity.map(Decision.What.restore)
    case .block: return BlockDetail(json: detail).map { .block($0.closure, displaced: $0.days) }
    case .undo: return undoes.map(Decision.What.undo)
    }
  }

  /// In the order decided; `newest`: those up to that number.
  static func all(through newest: Int? = nil, in database: Database) throws -> [Decision] {
    try DecisionRow.fetchAll(
      database, sql: "SELECT * FROM decision WHERE id <= ? ORDER BY id",
      arguments: [newest ?? Int.max]
    ).compactMap(\.decision)
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

  var closure: Closure {
    var closure = Closure()
    closure.communities = Set(communities)
    closure.areas = Set(areas)
    closure.kinds = Set(kinds.compactMap(Community.Kind.init(rawValue:)))
    closure.venues = Set(venues)
    closure.teams = Set(teams)
    closure.requirements = Set(requirements)
    closure.dates = dates.map { ranges in
      DaySet(
        ranges.filter { $0.count == 2 && $0[0] <= $0[1] }
          .map { Day(number: $0[0])...Day(number: $0[1]) })
    }
    closure.hours = hours.filter { $0.count == 2 }.map { HourRange(start: $0[0], end: $0[1]) }
    closure.reason = reason
    return closure
  }
  var days: [DutyID: Day] { displaced.mapValues { Day(number: $0) } }
}

private protocol JSONDetail: Codable {}

extension JSONDetail {
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = (try? encoder.encode(self)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  init?(json: String?) {
    guard let json, let value = try? JSONDecoder().decode(Self.self, from: Data(json.utf8)) else {
      return nil
    }
    self = value
  }
}
