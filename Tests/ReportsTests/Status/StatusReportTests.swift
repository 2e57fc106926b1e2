import Drills
import Reports
import Testing

@Suite struct `The status` {
  @Test(arguments: [Language.chinese, .english])
  func `is a page of 80 columns`(language: Language) throws {
    let view = contestView()
    let lines = StatusText(
      StatusReport(view, sampleAccounts()), of: view.agenda.program, language: language,
      style: .plain
    ).lines()
    #expect(lines.allSatisfy { $0.displayWidth <= 80 })
    try expectGolden(lines.joined(separator: "\n") + "\n", "status-\(language.rawValue).txt")
  }

  @Test(arguments: [Language.chinese, .english])
  func `is a page of 80 columns whatever communities are exposed to`(language: Language) {
    var inputs = sampleView()
    var program = inputs.agenda.program
    var community = Community(id: "u2", name: "名称有十六列的社区", kind: .urban)
    community.hazards = Set(Scenario.allCases)
    program.communities.append(community)
    inputs.agenda = Agenda(program)
    let report = StatusReport(PlanView(inputs))
    #expect(report.coverage.scenarios == Scenario.allCases)
    let lines = StatusText(report, of: program, language: language, style: .plain).lines()
    #expect(lines.filter { $0.displayWidth > 80 } == [])
    #expect(lines.joined().count { $0 == "✗" } == Scenario.allCases.count + 3)
  }

  @Test func `is the same for other programs`() throws {
    let view = contestView()
    let document = StatusDocument(
      StatusReport(view, sampleAccounts()), of: view.agenda.program)
    try expectGolden(try document.json() + "\n", "status.json")
  }

  @Test(arguments: [Language.chinese, .english])
  func `is a page to print, a ranking and a reminder`(language: Language) throws {
    let view = contestView()
    let program = view.agenda.program
    let report = StatusReport(view, sampleAccounts())
    var page = StatusPage(report, of: program, language: language).page()
    try expectGolden(page.html, "status-\(language.rawValue).html")
    try expectGolden(page.csv.text, "status-\(language.rawValue).csv")
    page.blocks = [.table(Ranking(report, in: program).table(in: language))]
    try expectGolden(
      (page.text() + Reminder(report, in: program, language: language).lines())
        .joined(separator: "\n"), "reminders-\(language.rawValue).txt")
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (9, 2), (10, 3), (16, 3), (17, 4)])
  func `reminds after a day, after three and then every week`(days: Int, step: Int) {
    #expect(reminderStep(daysOverdue: days) == step)
  }

  @Test func `says by when a notice must go out`() {
    var inputs = sampleView()
    // Monday the 10th is a holiday, Saturday the 15th a working day.
    inputs.now = Moment(day: day("2024-06-04"), minute: 480)
    let notices = StatusReport(PlanView(inputs)).notices
    #expect(notices.map(\.by) == [day("2024-06-05")])
    #expect(notices.map(\.to) == ["消防救援站"])
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
            of: activity.id, day: day("2024-06-02"), people: draw(500), recordedBy: "test",
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
