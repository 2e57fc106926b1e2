import Testing

@testable import Drills

@Suite struct `Allowed placements` {
  /// Every placement that could be written down, whether it makes sense or not.
  private func everyPlacement(of activity: Activity, in agenda: Agenda) -> [Placement] {
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
    for day in day("2024-06-01")...day("2024-06-13") {
      for start in stride(from: 0, to: 1440, by: 30) {
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
        check.failures(of: $0, for: activity).isEmpty
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
}
