import Drills
import Testing

@testable import Scheduling

/// Case P17 of what an earlier version got wrong, and its neighbours.
@Suite struct `Occurrences of one requirement` {
  private func agenda(
    count: Int, days: Int, _ edit: (inout Requirement) -> Void = { _ in }
  ) -> Agenda {
    SmallPlan(
      [
        meeting("a") {
          ($0.count, $0.apart) = (count, 1)
          $0.hours = hours("09:00-10:00")
          $0.dates = DaySet(day("2024-06-03")...(day("2024-06-03") + (days - 1)))
          edit(&$0)
        }
      ], communities: ["c1"]
    ).agenda
  }

  private func plan(_ agenda: Agenda, _ circumstances: Circumstances = Circumstances()) async
    -> Plan
  {
    await Scheduler(
      agenda, in: circumstances, options: SearchOptions(timeLimitSeconds: nil)
    ).run().plan
  }

  private func preferring(_ weekday: Weekday) -> Preference {
    var preference = Preference()
    preference.days = .weekdays([weekday])
    preference.weight = 5
    return preference
  }

  @Test(arguments: [Weekday.mon, .wed, .fri], 2...5)
  func `are numbered in the order of their days`(preferred: Weekday, count: Int) async {
    let agenda = agenda(count: count, days: 7) { $0.preferences = [preferring(preferred)] }
    let plan = await plan(agenda)
    let days = (1...count).compactMap { plan[DutyID("c1/a/\($0)")]?.day }
    #expect(days.count == count)
    #expect(days == days.sorted())
  }

  @Test(arguments: [(3, 2), (4, 1), (5, 4)])
  func `are left out from the last on`(count: Int, days: Int) async {
    let agenda = agenda(count: count, days: days)
    let plan = await plan(agenda)
    for number in 1...count {
      #expect((plan[DutyID("c1/a/\(number)")] != nil) == (number <= days))
    }
  }

  @Test func `keep the numbers that people were told`() async {
    let agenda = agenda(count: 2, days: 4)
    var circumstances = Circumstances()
    circumstances.now = Moment(day: day("2024-05-01"), minute: 0)
    circumstances.base = [
      "c1/a/1": Placement(day: day("2024-06-06"), start: 540),
      "c1/a/2": Placement(day: day("2024-06-03"), start: 540),
    ]
    let plan = await plan(agenda, circumstances)
    #expect(plan.placements == circumstances.base)
  }

  @Test func `stay where one of them is pinned`() async {
    let agenda = agenda(count: 2, days: 3)
    var circumstances = Circumstances()
    let last = Placement(day: day("2024-06-05"), start: 540)
    circumstances.fixed["c1/a/1"] = Fixing(reason: .pinned, fields: [.day], placement: last)
    let plan = await plan(agenda, circumstances)
    #expect(plan["c1/a/1"] == last)
    #expect(plan["c1/a/2"] != nil)
  }
}
