import Drills
import Testing

@testable import Feeds

@Suite struct `A community's feeds` {
  /// A month in which something moved, was called off, was done, or is kept back.
  private func month(_ language: Language) -> Office {
    var office = Office(smallProgram(language))
    let fire = ["fire": "fire1"]
    office.plan = Plan([
      "organizer/briefing": Placement(day: day("2024-05-31"), start: 540),
      "u1/drill": Placement(day: day("2024-06-12"), start: 540, venue: "h1", teams: fire),
      "u1/sealed": Placement(day: day("2024-06-13"), start: 547, venue: "h1", teams: fire),
      "u1/hidden": Placement(day: day("2024-06-14"), start: 600, venue: "h1"),
      "u1/quiz": Placement(day: day("2024-06-16"), start: 0),
      "u2/drill": Placement(day: day("2024-06-18"), start: 540, venue: "h2", teams: fire),
    ])
    office.salts["u1/sealed"] = "00112233445566778899aabbccddeeff"
    office.publish()

    office.now = at("2024-06-07T08:00:30+08:00")
    office.done("organizer/briefing", on: day("2024-05-31"))
    office.done("u1/weekly/2024-06-06", on: day("2024-06-06"))
    office.plan["u1/drill"] = Placement(
      day: day("2024-06-14"), start: 840, venue: "h1", teams: fire)
    office.moved["u1/drill"] = Reason(kind: language("天气", "weather"), words: "secretwords")
    office.overrides["u1/drill"] = [.placement, .team, .order]
    office.plan["u1/quiz"] = nil
    office.cancelled["u1/quiz"] = Reason(kind: language("考试", "exams"), words: "secretwords")
    office.publish()
    return office
  }

  @Test(arguments: Language.allCases)
  func `are written to the byte`(language: Language) throws {
    let files = try month(language).files()

    for (path, name) in [
      ("communities/u1.ics", "public"), ("private/communities/u1.ics", "private"),
      ("private/tasks/communities/u1.ics", "tasks"), ("private/organizer.ics", "organizer"),
    ] {
      try expectGolden(try #require(files[path]), "\(name)-\(language.rawValue).ics")
    }
  }
}
