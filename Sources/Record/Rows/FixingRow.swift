internal import Drills
internal import Foundation
internal import GRDB

/// A row of `fixing`: what could not change when a revision was planned.
struct FixingRow: Codable, FetchableRecord, PersistableRecord {
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

  /// Nothing for a reason that this program does not know.
  var fixing: Fixing? {
    Fixing.Reason(rawValue: reason).map {
      Fixing(
        reason: $0,
        fields: Set(fields.split(separator: " ").compactMap { Fixing.Field(rawValue: String($0)) }),
        placement: Placement(
          day: Day(number: day), start: start, venue: venue, teams: FixingRow.decode(teams)))
    }
  }

  // JSON, since a role is free text.
  static func encode(_ teams: [String: String]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = (try? encoder.encode(teams)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  static func decode(_ text: String) -> [String: String] {
    (try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))) ?? [:]
  }
}
