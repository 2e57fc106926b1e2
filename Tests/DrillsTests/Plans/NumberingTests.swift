import Testing

@testable import Drills

@Suite struct `The numbers of occurrences` {
  private func agenda(_ edit: (inout Requirement) -> Void = { _ in }) -> Agenda {
    var program = smallProgram()
    for id in ["u1", "u2"] {
      program.communities.append(Community(id: id, name: id, kind: .urban))
    }
    var drill = Requirement(id: "drill", name: "drill", duration: .minutes(60))
    drill.count = 3
    edit(&drill)
    program.requirements.append(drill)
    return Agenda(program)
  }

  private func at(_ date: String, _ start: Minute = 540) -> Placement {
    Placement(day: day(date), start: start)
  }

  @Test func `follow their days and starts, unplaced ones last`() {
    let plan = Plan([
      "u1/drill/1": at("2024-06-07"), "u1/drill/3": at("2024-06-03"),
      "u2/drill/1": at("2024-06-04", 600), "u2/drill/2": at("2024-06-04", 540),
      "u2/drill/3": at("2024-06-03", 900),
    ])

    #expect(
      agenda().numbered(plan, in: Circumstances())
        == Plan([
          "u1/drill/1": at("2024-06-03"), "u1/drill/2": at("2024-06-07"),
          "u2/drill/1": at("2024-06-03", 900), "u2/drill/2": at("2024-06-04", 540),
          "u2/drill/3": at("2024-06-04", 600),
        ]))
  }

  @Test(arguments: ["published", "pinned", "done", "called off", "displaced", "overridden"])
  func `leave alone what is`(state: String) {
    let plan = Plan([
      "u1/drill/1": at("2024-06-07"), "u1/drill/2": at("2024-06-05"),
      "u1/drill/3": at("2024-06-03"),
    ])
    var circumstances = Circumstances()
    let id: DutyID = "u1/drill/1"
    switch state {
    case "published": circumstances.base[id] = at("2024-06-07")
    case "pinned":
      circumstances.fixed[id] = Fixing(reason: .pinned, fields: [.day], placement: at("2024-06-07"))
    case "done":
      circumstances.fixed[id] = Fixing(reason: .done, fields: [.day], placement: at("2024-06-07"))
    case "called off": circumstances.cancelled = [id]
    case "displaced": circumstances.displaced[id] = day("2024-06-04")
    default: circumstances.overrides[id] = [.team]
    }

    #expect(
      agenda().numbered(plan, in: circumstances)
        == Plan([
          "u1/drill/1": at("2024-06-07"), "u1/drill/2": at("2024-06-03"),
          "u1/drill/3": at("2024-06-05"),
        ]))
  }

  @Test func `do not mix weeks, venues or communities`() {
    let weekly = agenda {
      $0.count = 1
      $0.every = .week
    }
    let plan = Plan([
      "u1/drill/2024-06-06": at("2024-06-05"), "u1/drill/2024-06-13": at("2024-06-07"),
      "u2/drill/2024-06-06": at("2024-06-03"),
    ])
    #expect(weekly.numbered(plan, in: Circumstances()) == plan)
  }
}
