internal import Drills

extension Problem {
  /// The plan that a schedule is.
  func plan(_ schedule: Schedule, of agenda: Agenda) -> Plan {
    var plan = Plan()
    for activity in activities.ids where schedule.isPlaced(activity) {
      plan[agenda.activities[agendaRows[activity]].id] =
        placement(at: schedule[activity], of: activity, in: agenda)
    }
    return plan
  }

  /// A slot in the words that plans use.
  func placement(at slotID: SlotID, of activity: ActivityID, in agenda: Agenda) -> Placement {
    if let placement = explicitPlacements[slotID] { return placement }
    let program = agenda.program
    let slot = slots[slotID]
    let needs = agenda.requirement(of: agenda.activities[agendaRows[activity]]).crews
    let origin = agenda.clock.minutes(of: Moment(day: firstDay, minute: 0))
    let moment = agenda.clock.moment(atMinutes: origin + Int(slot.start) * tickMinutes)
    return Placement(
      day: moment.day, start: moment.minute,
      venue: slot.venue < 0 ? nil : program.venues[Row(Int(slot.venue))].id,
      teams: Dictionary(
        zip(needs.map(\.role), teamSets[slot.teams].map { program.teams[Row($0.team.index)].id }),
        uniquingKeysWith: { $1 }))
  }
}

extension Problem {
  /// The parts of what a schedule costs.
  func score(of schedule: Schedule, _ agenda: Agenda, _ circumstances: Circumstances) -> Score {
    let costs = CostSet()
    var score = Score()
    score.pinnedUnplaced = schedule.pinnedUnplaced
    score.unplaced = schedule.unplaced
    score.dropped = costs.dropped.cost(of: schedule, in: self)
    score.unevenness = costs.unevenness.cost(of: schedule, in: self)
    score.crowding = costs.crowding.cost(of: schedule, in: self)
    score.quietWeek = costs.quietWeeks.cost(of: schedule, in: self)
    score.closeness = costs.closeness.cost(of: schedule, in: self)
    for activity in activities.ids where schedule.isPlaced(activity) {
      let slot = schedule[activity]
      score.moved += MovedCost.of(
        placement(at: slot, of: activity, in: agenda),
        agenda.activities[agendaRows[activity]].id, circumstances, agenda.program.weights)
    }
    score.placement = costs.placement.cost(of: schedule, in: self) - score.moved
    return score
  }
}
