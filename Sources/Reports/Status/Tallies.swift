import Drills

/// How activities stand: in all, by host and by requirement, each of which adds up to all.
struct Tallies {
  private(set) var total = StatusReport.Tally()
  private(set) var byHost: [OwnerID: StatusReport.Tally] = [:]
  private(set) var byRequirement: [Row<Requirement>: StatusReport.Tally] = [:]

  /// Everybody's, or an owner's: its own activities and its people in others' joint drills.
  init(_ view: PlanView, of owner: OwnerID? = nil) {
    for entry in view.entries {
      let requirement = entry.activity.requirement
      if owner == nil || entry.host == owner {
        change(entry.host, requirement) { $0.add(entry) }
      }
      // Those who took part in a joint drill and have no activity of their own that it does.
      for partner in entry.completion?.partners ?? []
      where partner.activity == nil && (owner == nil || partner.community == owner) {
        change(partner.community, requirement) { $0.add(people: partner.people) }
      }
    }
  }

  private mutating func change(
    _ host: OwnerID, _ requirement: Row<Requirement>, _ add: (inout StatusReport.Tally) -> Void
  ) {
    add(&total)
    add(&byHost[host, default: StatusReport.Tally()])
    add(&byRequirement[requirement, default: StatusReport.Tally()])
  }
}
