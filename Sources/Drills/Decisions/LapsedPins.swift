extension StandingDecisions {
  /// Ids of activities whose pins a later block leaves no placement: the later decision wins.
  ///
  /// What else bars a pin, such as the past or a notice, makes none lapse.
  func lapsedPins(in agenda: Agenda) -> Set<DutyID> {
    let threatened = pins.filter { _, pin in
      blocks.contains { $0.decision.number > pin.number }
    }
    guard !threatened.isEmpty else { return [] }
    let source = CandidateSource(agenda, in: Circumstances(), through: .closure)
    let check = PlacementCheck(agenda, in: Circumstances())
    return Set(
      threatened.filter { id, pin in
        guard let row = agenda.activities.row(of: id) else { return false }
        let activity = agenda.activities[row]
        let list = source.candidates(of: row)
        var choices = list.candidates.map { agenda.placement($0, in: list, of: activity) }
          .filter(pin.fixing.admits)
        if pin.overrides.contains(.placement) { choices.append(pin.placement) }
        func leavesAny(_ blocks: some Sequence<Block>) -> Bool {
          choices.contains { choice in
            !blocks.contains { check.isClosed(choice, of: activity, by: $0.closure) }
          }
        }
        // An override of `placement` is of what was closed before.
        let earlier =
          pin.overrides.contains(.placement)
          ? [] : blocks.filter { $0.decision.number < pin.number }
        let later = blocks.filter { $0.decision.number > pin.number }
        return leavesAny(earlier) && !leavesAny(earlier + later)
      }.keys)
  }
}
