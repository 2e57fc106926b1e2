internal import Drills

/// The published plan with as little changed as a few passes find: at hand at once, long before a
/// search has found its way back to it.
///
/// What may stay stays. What may not is settled one after the other, the hardest first, then each
/// that is not where it was published, and all of its host's, is settled anew while that helps.
struct Repair: Sendable {
  private let problem: Problem
  private let insertion = Insertion()
  /// Where each activity is published, if it may still be there; where it was before a decision that was
  /// taken back, if that is no dearer.
  private let published: Column<ActivityID, SlotID>

  /// Passes over what has moved.
  private let passes: Int

  init(_ problem: Problem, of agenda: Agenda, in circumstances: Circumstances, passes: Int) {
    self.problem = problem
    self.passes = passes
    published = Column(
      problem.activities.ids.map { activity in
        let id = agenda.activities[problem.agendaRows[activity]].id
        func slot(at placement: Placement?) -> SlotID? {
          placement.flatMap { problem.slot(at: $0, of: activity, in: agenda) }
        }
        let here = slot(at: circumstances.base[id])
        guard let back = slot(at: circumstances.earlier[id]?.placement) else {
          return here ?? .none
        }
        return here.map { problem.slots[$0].cost < problem.slots[back].cost ? $0 : back } ?? back
      })
  }

  /// Everything is settled once unless `isCancelled` says otherwise; passes end when time is up.
  func schedule(isCancelled: () -> Bool, until shouldStop: () -> Bool) -> Schedule {
    let rules = RuleSet()
    var working = WorkingSchedule(Schedule(problem), in: problem)
    // What a person decided comes first: whatever is placed later makes no such thing go.
    let pinned = problem.activities.ids.filter {
      problem.activities[$0].traits.contains(.pinned) && !working.schedule.isPlaced($0)
        && !problem.slotRange(of: $0).isEmpty
    }
    for activity in problem.hardestFirst(pinned) {
      insertion.settle(activity, on: &working, in: problem, until: isCancelled)
      working.commit()
    }
    for activity in problem.activities.ids {
      let slot = published[activity]
      guard !slot.isNone, !working.schedule.isPlaced(activity),
        rules.admits(slot, of: activity, on: working.schedule, in: problem)
      else { continue }
      working.place(activity, at: slot, in: problem)
    }
    let displaced = problem.hardestFirst(
      problem.activities.ids.filter {
        !working.schedule.isPlaced($0) && !problem.slotRange(of: $0).isEmpty
      })
    for activity in displaced where !working.schedule.isPlaced(activity) {
      insertion.settle(activity, on: &working, in: problem, until: isCancelled)
      working.commit()
    }
    for _ in 0..<passes where !shouldStop() {
      guard improve(&working, until: shouldStop) else { break }
    }
    return working.schedule
  }

  /// One pass over what is not where it is published, and over the rest of its host's.
  private func improve(_ working: inout WorkingSchedule, until shouldStop: () -> Bool) -> Bool {
    let moved = problem.activities.ids.filter { working.schedule[$0] != published[$0] }
    let hosts = Set(moved.map { problem.activities[$0].host })
    let others = problem.activities.ids.filter {
      hosts.contains(problem.activities[$0].host) && working.schedule[$0] == published[$0]
    }
    var isBetter = false
    for activity in moved + others where !problem.activities[activity].isFixed {
      if shouldStop() { break }
      let before = working.worth
      if working.schedule.isPlaced(activity) { working.remove(activity, in: problem) }
      insertion.settle(activity, on: &working, in: problem, until: shouldStop)
      if working.worth < before {
        isBetter = true
      } else {
        working.rollBack(to: 0, in: problem)
      }
      working.commit()
    }
    return isBetter
  }
}

extension Problem {
  /// Those with the fewest slots first.
  func hardestFirst(_ activities: [ActivityID]) -> [ActivityID] {
    activities.sorted {
      (slotRange(of: $0).count, $0.row) < (slotRange(of: $1).count, $1.row)
    }
  }

  /// The activity of an agenda's row; nothing if it is cancelled.
  func activity(of row: Row<Activity>) -> ActivityID? {
    activities.ids.first { agendaRows[$0] == row }
  }

  /// The slot that is a placement; nothing if the activity has no such slot.
  func slot(at placement: Placement, of activity: ActivityID, in agenda: Agenda) -> SlotID? {
    let day = Int32(placement.day - firstDay)
    let minutes =
      agenda.clock.minutes(of: placement.moment)
      - agenda.clock.minutes(of: Moment(day: firstDay, minute: 0))
    let start = Int32(minutes / tickMinutes)
    return slotRange(of: activity).first { slot in
      (explicitPlacements[slot] != nil || (slots[slot].day == day && slots[slot].start == start))
        && self.placement(at: slot, of: activity, in: agenda) == placement
    }
  }
}
