import Foundation
import Testing

@testable import Drills

@Suite struct `A duty's id` {
  @Test(arguments: 1...50)
  func `tells its owner and its rule, whatever else it is made of`(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let owner = random.pick([.organizer, OwnerID.member(random.id())])
      let rule = random.id()
      let id = DutyID(
        owner: owner, rule: rule, venue: random.pick([nil, random.id()]), span: span(&random),
        occurrence: random.pick([nil, 1, 2, 12]))

      #expect(DutyID(id.text) == id)
      #expect(id.owner == owner)
      #expect(id.rule == rule)
      #expect(id.text.hasPrefix("\(owner.text)/\(rule)"))
    }
  }

  private func span(_ random: inout SplitMix64) -> DutyID.Span? {
    let day = day("2024-01-01") + Int.random(in: 0...365, using: &random)
    let (year, month, _) = day.components
    return random.pick([
      nil, .day(day), .week(ending: day), .month(month, year: year),
      .quarter((month + 2) / 3, year: year),
    ])
  }

  @Test func `is written in the order venue, span, occurrence`() {
    let thursday = day("2024-06-13")

    #expect(DutyID(owner: "u1", rule: "r").text == "u1/r")
    #expect(DutyID(owner: .organizer, rule: "r", occurrence: 2).text == "organizer/r/2")
    #expect(DutyID(owner: "u1", rule: "r", venue: "h1").text == "u1/r/h1")
    #expect(DutyID(owner: "u1", rule: "r", span: .week(ending: thursday)).text == "u1/r/2024-06-13")
    #expect(DutyID(owner: "u1", rule: "r", span: .day(thursday)).text == "u1/r/2024-06-13")
    #expect(DutyID(owner: "u1", rule: "r", span: .month(6, year: 2024)).text == "u1/r/2024-06")
    #expect(
      DutyID(
        owner: "u1", rule: "r", venue: "2", span: .quarter(2, year: 2024), occurrence: 3
      ).text == "u1/r/2/2024-q2/3")
  }

  @Test(
    arguments: [
      ("", "", nil), ("u1", "u1", nil), ("u1/", "u1", nil), ("/", "", nil), ("/r", "", nil),
      ("u1//r", "u1", "r"), ("u1/r/", "u1", "r"), ("organizer", "organizer", nil),
      ("organizer/r", "organizer", "r"), ("一 二/三/四", "一 二", "三"), ("u1\n/r", "u1\n", "r"),
    ] as [(String, OwnerID, String?)])
  func `of an old record stays as it is`(text: String, owner: OwnerID, rule: String?) throws {
    let id = DutyID(text)

    #expect(id.text == text)
    #expect(id.owner == owner)
    #expect(id.rule == rule)
    #expect(try JSONDecoder().decode(DutyID.self, from: JSONEncoder().encode(id)) == id)
  }

  @Test(arguments: 1...60)
  func `is made by the domain so that it is read again`(seed: Int) {
    let program = randomProgram(seed: seed)
    let agenda = Agenda(program)
    var read = 0

    for activity in agenda.activities.elements {
      #expect(activity.id.owner == agenda.owner(of: activity))
      #expect(activity.id.rule == agenda.requirement(of: activity).id)
      #expect(agenda.activities[DutyID(activity.id.text)]?.id == activity.id)
      read += 1
    }
    for duty in DutyRoll(agenda).duties {
      #expect(duty.id.owner == duty.owner)
      read += 1
    }
    #expect(Set(agenda.activities.elements.map(\.id.text)).count == agenda.activities.count)
    #expect(read >= 2 * agenda.activities.count)
    #expect(!agenda.activities.elements.isEmpty)
  }

  @Test func `has a series that partners share`() {
    let span = DutyID.Span.month(6, year: 2024)

    #expect(DutyID.Series(rule: "r", span: nil).text == "r")
    #expect(DutyID.Series(rule: "r", span: span).text == "r/2024-06")
    #expect(DutyID.Series("r/2024-06") == DutyID.Series(rule: "r", span: span))
  }
}
