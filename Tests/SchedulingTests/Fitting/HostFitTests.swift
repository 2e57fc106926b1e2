import Drills
import Testing

@testable import Scheduling

@Suite struct `What cannot fit in one community` {
  /// A community by itself, so that trying everything says whether all of it can be held.
  private func alone(_ seed: UInt64) -> Agenda? {
    var program = randomCase(seed: seed, tiny: true).agenda.program
    program.communities = Table([program.communities.elements[0]])
    program.venues = Table(
      program.venues.elements.filter { $0.owner == nil || $0.owner == "c0" })
    program.requirements = Table(
      program.requirements.elements.map { requirement in
        var requirement = requirement
        requirement.audience = .everyCommunity
        requirement.attends = []
        requirement.together = nil
        return requirement
      })
    let agenda = Agenda(program)
    return (2...5).contains(agenda.activities.count) ? agenda : nil
  }

  @Test func `is all that trying everything finds, and nothing else`() {
    var (fitting, tight, sets) = (0, 0, 0)
    for seed in UInt64(1)...150 {
      guard let agenda = alone(seed) else { continue }
      let source = CandidateSource(agenda, in: Circumstances())
      let plans = agenda.activities.rows.reduce(1) {
        min($0 * (source.candidates(of: $1).candidates.count + 1), 10_000)
      }
      guard plans < 400 else { continue }
      var circumstances = Circumstances()
      for row in agenda.activities.rows where source.candidates(of: row).candidates.isEmpty {
        circumstances.cancelled.insert(agenda.activities[row].id)
      }
      func canFit(_ ids: some Collection<DutyID>) -> Bool? {
        var only = circumstances
        only.cancelled.formUnion(agenda.activities.elements.map(\.id).filter { !ids.contains($0) })
        return BruteForce(agenda, in: only)?.leastShortage.map { $0.all == 0 }
      }
      let all = agenda.activities.elements.map(\.id).filter {
        !circumstances.cancelled.contains($0)
      }
      guard let fits = canFit(all) else { continue }
      var fit = HostFit(agenda, in: circumstances)
      let misfits = fit.misfits()
      #expect(misfits.isEmpty == fits, "seed \(seed)")
      if fits { fitting += 1 } else { tight += 1 }
      for misfit in misfits {
        sets += 1
        #expect(canFit(misfit.activities) == false, "seed \(seed) \(misfit)")
        for id in misfit.activities {
          #expect(canFit(misfit.activities.filter { $0 != id }) == true, "seed \(seed) \(misfit)")
        }
      }
    }
    #expect(fitting >= 5 && tight >= 5 && sets >= 5)
  }
}
