import Testing

@testable import Scheduling

/// What laws are tried on: a schedule within all hard rules and an activity that has slots.
struct Trial {
  let problem: Problem
  var schedule: Schedule
  let activity: ActivityID
  var random: SplitMix64

  /// Nothing if no activity of this case can be moved.
  init?(seed: UInt64) {
    let problem = randomCase(seed: seed).problem
    self.problem = problem
    random = SplitMix64(seed: seed &* 31)
    var schedule = Schedule(problem)
    let rules = RuleSet()
    let movable = problem.activities.ids.filter {
      !problem.activities[$0].isFixed && !problem.slotRange(of: $0).isEmpty
    }
    guard let picked = movable.randomElement(using: &random) else { return nil }
    activity = picked
    for other in movable.shuffled(using: &random) where random.flip(0.9) {
      for slot in problem.slotRange(of: other).shuffled(using: &random).prefix(20)
      where rules.admits(slot, of: other, on: schedule, in: problem) {
        schedule.place(other, at: slot, in: problem)
        break
      }
    }
    self.schedule = schedule
  }

  mutating func randomSlot() -> SlotID {
    let range = problem.slotRange(of: activity)
    return range[range.startIndex + random.below(range.count)]
  }
}

/// The law that every cost obeys: delta(move) == cost after − cost before.
func expectExactDelta(
  of cost: some Cost, seed: UInt64, at location: SourceLocation = #_sourceLocation
) {
  guard var trial = Trial(seed: seed) else { return }
  let (problem, activity) = (trial.problem, trial.activity)
  let before = cost.cost(of: trial.schedule, in: problem)
  var delta = 0
  let slot = trial.schedule[activity]
  if !slot.isNone {
    trial.schedule.remove(activity, in: problem)
    delta -= cost.added(by: slot, of: activity, to: trial.schedule, in: problem)
  }
  let target = trial.randomSlot()
  delta += cost.added(by: target, of: activity, to: trial.schedule, in: problem)
  trial.schedule.place(activity, at: target, in: problem)
  #expect(
    delta == cost.cost(of: trial.schedule, in: problem) - before, sourceLocation: location)
}

/// The laws that every rule obeys, in 200 cases: it admits a slot exactly if the schedule would then
/// break it nowhere, and it does admit it once the blockers it names are gone.
///
/// At least `refused` times something must be refused, and so often something in the way be named.
func expectExactAdmission(
  of rule: some Rule, refused least: Int, at location: SourceLocation = #_sourceLocation
) {
  var (admitted, refused, freed) = (0, 0, 0)
  for seed in UInt64(1)...200 {
    guard var trial = Trial(seed: seed) else { continue }
    let (problem, activity) = (trial.problem, trial.activity)
    #expect(
      rule.violations(of: trial.schedule, in: problem) == 0, "seed \(seed)",
      sourceLocation: location)
    if trial.schedule.isPlaced(activity) { trial.schedule.remove(activity, in: problem) }
    for _ in 0..<10 {
      let slot = trial.randomSlot()
      let isAdmitted = rule.admits(slot, of: activity, on: trial.schedule, in: problem)
      if isAdmitted { admitted += 1 } else { refused += 1 }
      var after = trial.schedule
      after.place(activity, at: slot, in: problem)
      #expect(
        isAdmitted == (rule.violations(of: after, in: problem) == 0), "seed \(seed)",
        sourceLocation: location)
      var blockers: [ActivityID] = []
      guard
        rule.findBlockers(
          of: slot, of: activity, on: trial.schedule, in: problem, into: &blockers)
      else { continue }
      if !isAdmitted { freed += 1 }
      var without = trial.schedule
      for blocker in blockers { without.remove(blocker, in: problem) }
      #expect(
        rule.admits(slot, of: activity, on: without, in: problem), "seed \(seed)",
        sourceLocation: location)
    }
  }
  #expect(admitted > 500, sourceLocation: location)
  #expect(refused >= least, sourceLocation: location)
  #expect(freed >= least / 2, sourceLocation: location)
}
