internal import Drills
internal import Foundation
internal import GRDB

/// A row of `fixing`: what could not change when a revision was planned.
struct FixingRow: Encodable, PersistableRecord {
  static let databaseTableName = "fixing"

  var revision: Int
  var activity: DutyID
  var reason: String
  /// Names separated by spaces.
  var fields: String
  var day: Int32
  var start: Int
  var venue: String?
  /// Team ids by role, as JSON.
  var teams: String

  init(_ fixing: Fixing, of activity: DutyID, in revision: Int) {
    self.revision = revision
    self.activity = activity
    reason = fixing.reason.rawValue
    fields = fixing.fields.map(\.rawValue).sorted().joined(separator: " ")
    day = fixing.placement.day.number
    start = fixing.placement.start
    venue = fixing.placement.venue
    teams = FixingRow.encode(fixing.placement.teams)
  }

  static func all(of revision: Int, in database: Database) throws -> [DutyID: Fixing] {
    var fixed: [DutyID: Fixing] = [:]
    try Cells.each(
      .fixing,
      """
      SELECT activity, reason, fields, day, start, venue, teams FROM fixing WHERE revision = ?
      """, [revision], in: database
    ) { row in
      fixed[try row.id(0)] = Fixing(
        reason: try row.word(1), fields: try row.words(2),
        placement: Placement(
          day: try row.day(3), start: try row.number(4, in: Cells.minutesOfDay),
          venue: try row.optionalText(5), teams: try row.json(6)))
    }
    return fixed
  }

  // JSON, since a role is free text.
  static func encode(_ teams: [String: String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = (try? encoder.encode(teams)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }
}
