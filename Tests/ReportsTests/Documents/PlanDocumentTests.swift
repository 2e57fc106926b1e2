import Drills
import Reports
import Testing

@Suite struct `The plan for other programs` {
  @Test func `has stable keys and offsets`() throws {
    var inputs = sampleView()
    inputs.revision.fixed = [
      "organizer/briefing": Fixing(
        reason: .done, fields: Set(Fixing.Field.allCases),
        placement: Placement(day: day("2024-06-03"), start: 540)),
      "u1/study/2": Fixing(
        reason: .pinned, fields: [.day], placement: Placement(day: day("2024-06-14"), start: 0)),
    ]
    var block = Closure()
    block.dates = DaySet([
      day("2024-06-12")...day("2024-06-12"), day("2024-06-20")...day("2024-06-21"),
    ])
    block.hours = [HourRange(start: 480, end: 1080)]
    block.teams = ["fire-1"]
    block.reason = "storm"
    let document = PlanDocument(
      PlanView(inputs),
      base: ["u1/study/1": Placement(day: day("2024-06-05"), start: 540)], blocks: [block])
    try expectGolden(try document.json() + "\n", "plan.json")
  }
}
