import Drills
import Foundation
import Reports
import Testing

@Suite struct `A poster` {
  @Test(arguments: PosterPaper.allCases, [1, 4, 120])
  func `keeps everything on the sheet`(paper: PosterPaper, times: Int) throws {
    var program = sampleProgram()
    program.requirements = Table()
    for index in 1...times {
      var requirement = Requirement(
        id: "r\(index)", name: "“安全生产大家谈”“班前会”“以案普法”“全民安全公开课”之\(index)",
        duration: .minutes(60))
      requirement.kind = .meeting
      program.requirements.append(requirement)
    }
    let agenda = Agenda(program)
    var plan = Plan()
    for (index, activity) in agenda.activities.elements.enumerated() {
      plan[activity.id] = Placement(day: day("2024-06-03") + index % 2, start: 540)
    }
    var inputs = sampleView()
    inputs.agenda = agenda
    inputs.revision = Revision(
      number: 1, base: nil, savedAt: 1_717_000_000, savedBy: "test", seed: 1, now: 1_717_000_000,
      score: Score(), bound: Bound(unplaced: 0, cost: 0), plan: plan)
    inputs.completions = [:]
    let view = PlanView(inputs)

    let drawing = Schedule(view, of: view.entries, for: .office).poster(on: paper, in: .chinese)

    let texts = drawing.svg.matches(
      of: #/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>([^<]*)</#)
    #expect(texts.count > 10)
    for text in texts {
      let y = try #require(Double(text.2))
      #expect(y > 0 && y < Double(drawing.height))
    }
    // What has no room is told.
    #expect(drawing.svg.contains("另有") == (times == 120))
  }
}
