import Drills
import Reports
import Testing

@Suite struct `The status` {
  @Test(arguments: [Language.chinese, .english])
  func `is a page of 80 columns`(language: Language) throws {
    let view = PlanView(sampleView())
    let lines = StatusText(
      StatusReport(view), of: view.agenda.program, language: language, style: .plain
    ).lines()
    #expect(lines.allSatisfy { $0.displayWidth <= 80 })
    try expectGolden(lines.joined(separator: "\n") + "\n", "status-\(language.rawValue).txt")
  }

  @Test func `is the same for other programs`() throws {
    let view = PlanView(sampleView())
    let document = StatusDocument(StatusReport(view), of: view.agenda.program)
    try expectGolden(try document.json() + "\n", "status.json")
  }

  @Test(arguments: 1...50)
  func `has totals that are the sums of their parts`(seed: Int) {
    var inputs = sampleView()
    var state = UInt64(seed)
    func draw(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    for activity in inputs.agenda.activities.elements {
      inputs.revision.plan[activity.id] =
        draw(4) == 0 ? nil : Placement(day: day("2024-06-01") + draw(30), start: 540)
      if draw(5) == 0 { inputs.revision.cancelled.insert(activity.id) }
      inputs.completions[activity.id] =
        draw(3) == 0
        ? [
          Completion(
            activity: activity.id, day: day("2024-06-02"), people: draw(500), recordedBy: "test",
            recordedAt: 0)
        ] : nil
    }
    let report = StatusReport(PlanView(inputs))
    for lines in [report.byCommunity, report.byRequirement] {
      #expect(lines.reduce(0) { $0 + $1.tally.people } == report.total.people)
      #expect(lines.reduce(0) { $0 + $1.tally.total } == inputs.agenda.activities.count)
      for status in ActivityStatus.allCases {
        #expect(lines.reduce(0) { $0 + $1.tally[status] } == report.total[status])
      }
    }
    #expect(report.overdue.count == report.total[.overdue])
    #expect(report.dueToday.count == report.total[.due])
  }
}
