import Drills
import Foundation
import Testing

@testable import Workspace

/// An editor underlines what the schema does not know.
@Suite struct `The schema of plan yaml` {
  private let root: [String: Any]

  init() throws {
    let path = "\(#filePath)/../../../../calendars/plan.schema.json"
    let bytes = try Data(contentsOf: URL(filePath: path).standardizedFileURL)
    root = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  /// The words of the `enum` at a path of keys.
  private func words(_ path: String) throws -> Set<String> {
    var node = root
    for key in path.split(separator: "/").map(String.init) {
      if let next = node[key] as? [String: Any] {
        node = next
      } else {
        // Of several forms the one with words.
        let forms = try #require(node[key] as? [[String: Any]], "\(path) at \(key)")
        node = try #require(forms.first { $0["enum"] != nil }, "\(path) at \(key)")
      }
    }
    return Set(try #require(node["enum"] as? [Any], "\(path)").map { "\($0)" })
  }

  private func expect<Choice: Vocabulary>(_: Choice.Type, _ path: String) throws {
    let all = Choice.allCases.flatMap { [$0.rawValue] + $0.chineseWords }
    #expect(try words(path).isSuperset(of: all), "\(path)")
  }

  @Test func `knows every word that is taken`() throws {
    let requirement = "properties/requirements/items/properties/"
    try expect(Scenario.self, "$defs/scenario")
    try expect(Community.Kind.self, "$defs/communityKind")
    try expect(Weekday.self, "$defs/weekday")
    try expect(Requirement.Channel.self, "$defs/channel")
    try expect(Requirement.Kind.self, requirement + "kind")
    try expect(Requirement.Announcement.self, requirement + "announce")
    try expect(Requirement.Mode.self, requirement + "mode")
    try expect(Span.Kind.self, requirement + "every")
    try expect(Union.self, requirement + "together/anyOf")
    try expect(Separation.self, requirement + "per")
    try expect(Campaign.Rhythm.self, "properties/campaigns/items/properties/every")
    try expect(Deadline.OnHoliday.self, "properties/deadlines/items/properties/if-holiday")
    try expect(CalendarUse.self, "properties/calendars/items/properties/as")
    try expect(StateHolidaysWord.self, "properties/holidays")
    try expect(UnknownZones.self, "properties/calendars/items/properties/unknown-zones")
    let days = try words("$defs/days/anyOf")
    #expect(days.isSuperset(of: ["any", "任意", "每天", "workdays", "工作日", "weekends", "周末"]))
  }

  @Test func `has no word that means two scenarios`() {
    let words = Scenario.allCases.flatMap { [$0.rawValue] + $0.chineseWords }
    #expect(Set(words).count == words.count)
    for scenario in Scenario.allCases {
      for word in scenario.chineseWords { #expect(Scenario(word: word) == scenario, "\(word)") }
    }
  }
}
