import Drills
import Reports
import Testing

extension PlanView {
  init(_ inputs: PlanViewInputs) {
    self.init(
      agenda: inputs.agenda, revision: inputs.revision, completions: inputs.completions,
      now: inputs.now)
  }
}

@Suite struct `A plan view` {
  @Test func `says where each activity stands`() {
    let view = PlanView(sampleView())
    let statuses = view.entries.map { "\($0.number) \($0.activity.id) \($0.status)" }
    #expect(
      statuses == [
        "1 organizer/briefing done", "2 u1/high-rise due", "3 u1/study/1 overdue",
        "4 u1/study/2 planned", "5 v1/study/1 unplaced", "6 v1/study/2 cancelled",
      ])
  }

  @Test func `says where each task stands`() {
    let view = PlanView(sampleView())
    let statuses = view.tasks.map { "\($0.task.id) \($0.status)" }
    #expect(
      statuses == [
        "u1/weekly/2024-06-06 late", "u1/weekly/2024-06-13 planned",
        "u1/weekly/2024-06-20 planned", "u1/weekly/2024-06-27 planned",
        "v1/weekly/2024-06-06 overdue", "v1/weekly/2024-06-13 planned",
        "v1/weekly/2024-06-20 planned", "v1/weekly/2024-06-27 planned",
      ])
  }

  @Test(arguments: [
    ("2024-05-31", [], CampaignStatus.planned), ("2024-06-06", [], .running),
    // The week of 6 June began on 31 May, before the campaign.
    ("2024-06-07", [], .running), ("2024-06-14", [], .behind),
    ("2024-06-14", ["2024-06-07"], .running), ("2024-06-14", ["2024-06-06"], .behind),
    ("2024-07-01", [], .done),
  ])
  func `calls a campaign behind after a whole week without a record`(
    today: String, records: [String], status: CampaignStatus
  ) {
    var inputs = sampleView()
    inputs.now = Moment(day: day(today), minute: 0)
    inputs.completions["u1/push"] = records.map {
      Completion(of: "u1/push", day: day($0), people: 1, recordedBy: "test", recordedAt: 0)
    }
    let view = PlanView(inputs)
    #expect(view.campaigns.map(\.run.id) == ["organizer/push", "u1/push", "v1/push"])
    #expect(view.campaigns[1].status == status)
  }

  @Test(arguments: [("2024-07-31", CampaignStatus.running), ("2024-08-01", .behind)])
  func `counts whole months for what happens monthly`(today: String, status: CampaignStatus) {
    var inputs = sampleView()
    var program = sampleProgram()
    program.campaigns[0].rhythm = .month
    program.campaigns[0].dates = DaySet(day("2024-06-15")...day("2024-12-31"))
    inputs.agenda = Agenda(program)
    inputs.now = Moment(day: day(today), minute: 0)
    #expect(PlanView(inputs).campaigns[1].status == status)
  }
}
