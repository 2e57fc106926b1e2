import Drills

/// How activities stand: in all, by host and by requirement, each of which adds up to all.
struct Tallies {
  private(set) var total = StatusReport.Tally()
  private(set) var byHost: [OwnerID: StatusReport.Tally] = [:]
  /// By id.
  private(set) var byRequirement: [String: StatusReport.Tally] = [:]

  /// Everybody's, or an owner's: its own activities and its people in others' joint drills.
  init(_ view: PlanView, of owner: OwnerID? = nil) {
    for entry in view.entries {
      let requirement = entry.requirement.id
      if owner == nil || entry.host == owner {
        change(entry.host, requirement) { $0.add(entry) }
      }
      if let completion = entry.completion { share(completion, requirement, owner) }
    }
    for left in view.left {
      if owner == nil || left.host == owner {
        change(left.host, left.requirement.id) { $0.add(left) }
      }
      share(left.completion, left.requirement.id, owner)
    }
  }

  /// Those who took part in a joint drill and have no activity of their own that it does.
  private mutating func share(_ completion: Completion, _ requirement: String, _ owner: OwnerID?) {
    for partner in completion.partners
    where partner.activity == nil && (owner == nil || partner.community == owner) {
      change(partner.community, requirement) { $0.add(people: partner.people) }
    }
  }

  /// In the program's order, then what left, by id.
  func requirements(of program: Program) -> [StatusReport.Line] {
    (program.requirements.elements
      + program.departed.requirements.values.sorted { $0.id < $1.id }).compactMap { requirement in
        byRequirement[requirement.id].map {
          StatusReport.Line(id: requirement.id, name: requirement.name, tally: $0)
        }
      }
  }

  /// In the order given, then those that nobody knows, by id.
  func hosts(_ ids: [OwnerID], of program: Program) -> [StatusReport.Line] {
    let unknown = Set(byHost.keys).subtracting(program.ownersEver).sorted()
    return (ids + unknown).compactMap { id in
      byHost[id].map { StatusReport.Line(id: id.text, name: program.name(ofOwner: id), tally: $0) }
    }
  }

  private mutating func change(
    _ host: OwnerID, _ requirement: String, _ add: (inout StatusReport.Tally) -> Void
  ) {
    add(&total)
    add(&byHost[host, default: StatusReport.Tally()])
    add(&byRequirement[requirement, default: StatusReport.Tally()])
  }
}
