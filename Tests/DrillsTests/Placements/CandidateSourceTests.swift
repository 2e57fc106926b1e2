import Testing

@testable import Drills

@Suite struct `Allowed placements` {
  /// Every placement that could be written down, whether it makes sense or not.
  private func everyPlacement(
    of activity: Activity, in agenda: Agenda,
    on days: ClosedRange<Day> = day("2024-06-01")...day("2024-06-13")
  ) -> [Placement] {
    let program = agenda.program
    let requirement = agenda.requirement(of: activity)
    let venues = program.venues.elements.map { Optional($0.id) } + [nil]
    var choices: [[String: String]] = [[:]]
    for need in requirement.crews {
      choices = choices.flatMap { choice in
        program.teams.elements.map { team in choice.merging([need.role: team.id]) { $1 } }
      }
    }
    var placements: [Placement] = []
    for day in days {
      for start in Array(stride(from: 0, to: 1440, by: 30)) + [868, 1300] {
        for venue in venues {
          for teams in choices {
            placements.append(Placement(day: day, start: start, venue: venue, teams: teams))
          }
        }
      }
    }
    return placements
  }

  @Test(arguments: 1...40)
  func `are those that pass every filter one by one`(seed: Int) {
    let agenda = Agenda(randomProgram(seed: seed))
    var circumstances = Circumstances()
    if seed.isMultiple(of: 2) {
      circumstances.now = Moment(day: day("2024-06-04"), minute: 605)
      if let activity = agenda.activities.elements.first {
        circumstances.base[activity.id] =
          everyPlacement(of: activity, in: agenda).first {
            PlacementCheck(agenda, in: circumstances).isAllowedUndated($0, for: activity)
          }
      }
    }
    let source = CandidateSource(agenda, in: circumstances)
    let check = PlacementCheck(agenda, in: circumstances)
    for row in agenda.activities.rows {
      let activity = agenda.activities[row]
      let list = source.candidates(of: row)
      let listed = list.candidates.map { agenda.placement($0, in: list, of: activity) }

      let allowed = everyPlacement(of: activity, in: agenda).filter {
        check.failures(of: $0, for: activity).isEmpty && check.isManned($0, for: activity)
      }

      #expect(listed.count == Set(listed).count)
      #expect(Set(listed) == Set(allowed))
      #expect(
        list.candidates.map { Int($0.cost) } == listed.map { check.cost(of: $0, for: activity) })
      #expect(
        (CandidateSource.emptyingFilter(of: row, in: agenda, circumstances) == nil)
          == !allowed.isEmpty)
    }
  }

  @Test(arguments: [
    ("America/Detroit", "2026-03-08"), ("America/Detroit", "2026-11-01"),
    ("Europe/Berlin", "2026-10-25"), ("Australia/Lord_Howe", "2026-10-04"),
    ("America/Sao_Paulo", "2018-11-04"), ("Asia/Shanghai", "2026-11-01"),
  ])
  func `are those that pass every filter where clocks change`(name: String, date: String) throws {
    let zone = try #require(Zone(name))
    let days = day(date) + -1...day(date) + 1
    for (index, minutes) in [30, 90, 150, 300].enumerated() {
      var program = Program(
        id: "test", organizer: Organizer(name: "Office"), zone: zone, period: days)
      program.communities.append(Community(id: "c0", name: "C", kind: .urban))
      var drill = Requirement(id: "r", name: "R", duration: .minutes(minutes))
      drill.hours = index.isMultiple(of: 2) ? [] : [HourRange(start: 60, end: 240)]
      var preference = Preference()
      preference.hours = [HourRange(start: 0, end: 180)]
      drill.preferences = [preference]
      program.requirements.append(drill)
      let agenda = Agenda(program)
      let check = PlacementCheck(agenda, in: Circumstances())
      let activity = agenda.activities.elements[0]
      let list = CandidateSource(agenda, in: Circumstances()).candidates(of: Row(0))
      let listed = list.candidates.map { agenda.placement($0, in: list, of: activity) }

      let allowed = everyPlacement(of: activity, in: agenda, on: days).filter {
        check.failures(of: $0, for: activity).isEmpty
      }

      // Five hours do not fit into three.
      #expect(allowed.isEmpty == (minutes == 300))
      #expect(Set(listed) == Set(allowed))
      #expect(
        list.candidates.map { Int($0.cost) } == listed.map { check.cost(of: $0, for: activity) })
    }
  }
}
