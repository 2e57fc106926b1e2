import Drills
import Testing

@Suite struct `The roll of duties` {
  @Test(arguments: 1...50)
  func `has every activity under its number, then the tasks, then the campaigns`(seed: Int) {
    let agenda = Agenda(randomProgram(seed: seed))
    let program = agenda.program

    let roll = DutyRoll(agenda)

    #expect(
      roll.duties.map(\.id)
        == agenda.activities.elements.map(\.id) + program.dueTasks.map(\.id)
        + program.campaignRuns.map(\.id))
    #expect(roll.duties.map(\.number) == roll.duties.indices.map { $0 + 1 })
    #expect(roll.parties.map(\.id) == program.owners)
  }

  /// Two activities are of one series exactly if one joint drill can do both.
  @Test(arguments: 1...50)
  func `puts the activities of one requirement and week into one series`(seed: Int) {
    let agenda = Agenda(randomProgram(seed: seed))
    let activities = agenda.activities.elements

    let duties = DutyRoll(agenda).duties.prefix(activities.count)

    for (one, oneDuty) in zip(activities, duties) {
      for (other, otherDuty) in zip(activities, duties) {
        #expect(
          (oneDuty.series == otherDuty.series)
            == (one.requirement == other.requirement && one.span == other.span))
      }
    }
  }

  @Test func `says what a report is judged by`() {
    var program = smallProgram()
    var community = Community(id: "c1", name: "甲社区", kind: .urban)
    community.population = 900
    program.communities.append(community)
    var drill = Requirement(id: "fire", name: "疏散演练", duration: .minutes(90))
    drill.countsAs = ["evacuation-drill"]
    program.requirements.append(drill)
    var deadline = Deadline(id: "photos", name: "报送照片", due: .once(day("2024-06-10")))
    deadline.wants = ["photos"]
    program.deadlines.append(deadline)

    let roll = DutyRoll(Agenda(program))

    var activity = Duty(
      id: "c1/fire", kind: .activity, number: 1, name: "疏散演练", owner: "c1")
    activity.series = "fire"
    activity.minutes = 90
    activity.countsAs = ["evacuation-drill"]
    var task = Duty(
      id: "c1/photos/2024-06-10", kind: .task, number: 2, name: "报送照片", owner: "c1")
    task.wants = ["photos"]
    task.due = day("2024-06-10")
    #expect(roll.duties == [activity, task])
    #expect(
      roll.parties == [
        DutyRoll.Party(id: "organizer", name: "Office", population: 0, isCommunity: false),
        DutyRoll.Party(id: "c1", name: "甲社区", population: 900, isCommunity: true),
      ])
  }
}
