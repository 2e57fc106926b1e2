import Testing

@testable import Drills

@Suite struct `A task that follows an activity` {
  /// Two communities with a joint drill each June and July, another held alone, and the organizer's.
  private func agenda(_ edit: (inout Deadline) -> Void = { _ in }) -> Agenda {
    var program = smallProgram()
    for id in ["u1", "u2"] {
      program.communities.append(Community(id: id, name: id, kind: id == "u1" ? .urban : .rural))
    }
    var drill = Requirement(id: "drill", name: "drill", duration: .minutes(60))
    drill.every = .month
    drill.dates = DaySet(day("2024-06-01")...day("2024-07-31"))
    drill.together = .groups([["u2", "u1"]])
    program.requirements.append(drill)
    program.dayKinds = DayKinds(holidays: [day("2024-06-10")])
    var deadline = Deadline(id: "report", name: "report", due: .following("drill", .days(3)))
    edit(&deadline)
    program.deadlines.append(deadline)
    return Agenda(program)
  }

  private let plan = Plan([
    "u2/drill/2024-06": Placement(day: day("2024-06-06"), start: 540),
    "u2/drill/2024-07": Placement(day: day("2024-07-01"), start: 540),
  ])

  private func tasks(
    cancelled: Set<DutyID> = [], held: [DutyID: Day] = [:], plan: Plan? = nil,
    _ edit: (inout Deadline) -> Void = { _ in }
  ) -> [String] {
    agenda(edit).tasks(following: plan ?? self.plan, cancelled: cancelled, held: held)
      .map { "\($0.id) \($0.due)" }
  }

  @Test func `is owed by host and partners, after each that is planned`() {
    #expect(
      tasks() == [
        "u2/report/2024-06 2024-06-09", "u1/report/2024-06 2024-06-09",
        "u2/report/2024-07 2024-07-04", "u1/report/2024-07 2024-07-04",
      ])
  }

  @Test func `is owed only by those whom it is for`() {
    var urban = CommunityFilter()
    urban.kinds = [.urban]
    #expect(
      tasks { $0.audience = Audience(filters: [urban]) }
        == ["u1/report/2024-06 2024-06-09", "u1/report/2024-07 2024-07-04"])
  }

  @Test(arguments: [
    // delay, and the day after Thursday 6 June; Monday 10 June is a holiday
    (Deadline.Delay.days(0), "2024-06-06"), (.days(4), "2024-06-10"), (.workdays(0), "2024-06-06"),
    (.workdays(1), "2024-06-07"), (.workdays(2), "2024-06-11"), (.workdays(3), "2024-06-12"),
  ])
  func `is due so long after it`(delay: Deadline.Delay, due: String) {
    #expect(
      tasks { $0.due = .following("drill", delay) }.first == "u2/report/2024-06 \(due)")
  }

  @Test func `is due before a holiday if it says so`() {
    #expect(
      tasks {
        $0.due = .following("drill", .days(4))
        $0.onHoliday = .earlier
      }.first == "u2/report/2024-06 2024-06-07")
  }

  @Test func `is due by the day that it was held once it was, called off or not`() {
    let held: [DutyID: Day] = ["u2/drill/2024-06": day("2024-06-20")]
    let due = "u2/report/2024-06 2024-06-23"
    #expect(tasks(held: held).first == due)
    #expect(tasks(cancelled: ["u2/drill/2024-06"], held: held).first == due)
    #expect(tasks(held: held, plan: Plan()) == [due, "u1/report/2024-06 2024-06-23"])
  }

  @Test func `is none of what is called off or has no place`() {
    #expect(
      tasks(cancelled: ["u2/drill/2024-06"]).first == "u2/report/2024-07 2024-07-04")
    #expect(tasks(plan: Plan()) == [])
  }

  @Test func `stands in the roll before anything is planned`() {
    let roll = DutyRoll(agenda())
    #expect(
      roll.duties.filter { $0.kind == .task }.map(\.id) == [
        "u2/report/2024-06", "u1/report/2024-06", "u2/report/2024-07", "u1/report/2024-07",
      ])
  }
}
