import Drills
import Reports
import Testing

@Suite struct `The plan as text` {
  @Test(arguments: [Language.chinese, .english])
  func `lists days, then what has no time`(language: Language) throws {
    let view = PlanView(sampleView())
    let lines = PlanText(view, language: language, style: .plain).list(of: view.entries)
    try expectGolden(lines.joined(separator: "\n") + "\n", "list-\(language.rawValue).txt")
  }

  @Test(arguments: [Language.chinese, .english])
  func `shows a month in 80 columns`(language: Language) throws {
    let view = PlanView(sampleView())
    let lines = PlanText(view, language: language, style: .plain).monthGrid(of: view.entries)
    #expect(lines.allSatisfy { $0.displayWidth <= 80 })
    try expectGolden(lines.joined(separator: "\n") + "\n", "month-\(language.rawValue).txt")
  }

  @Test(arguments: [Language.chinese, .english])
  func `ends a plan with what is placed and what it costs`(language: Language) throws {
    let view = PlanView(sampleView())
    let base = Plan([
      "u1/study/1": Placement(day: day("2024-06-05"), start: 540),
      "v1/study/1": Placement(day: day("2024-06-05"), start: 540),
    ])
    let none = StandingDecisions()
    let changes = PlanDiff(
      from: PlanDiff.Side(agenda: view.agenda, plan: base, decisions: none),
      to: PlanDiff.Side(agenda: view.agenda, plan: view.revision.plan, decisions: none))
    let lines = PlanSummary(view, changes: changes, language: language, style: .plain).lines()
    try expectGolden(lines.joined(separator: "\n") + "\n", "summary-\(language.rawValue).txt")
  }

  @Test(arguments: [
    ("abc", 3), ("演练", 4), ("𠮷", 2), ("é", 1), ("e\u{301}", 1), ("⚠️", 1), ("🔥", 2), ("ｱ", 1),
    ("Ａ", 2), ("", 0),
  ])
  func `measures text in columns`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `cuts text at a column, never inside a character`() {
    #expect("高层建筑".truncated(toWidth: 8) == "高层建筑")
    #expect("高层建筑".truncated(toWidth: 7) == "高层建…")
    #expect("高层建筑".truncated(toWidth: 6) == "高层…")
  }
}
