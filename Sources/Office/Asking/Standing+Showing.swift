package import Drills
internal import Record
package import Reports
internal import Workspace

/// A plan to look at.
package struct ShownPlan: Sendable {
  package let view: PlanView
  /// The placements that were the published ones when it was planned.
  package let base: [DutyID: Placement]
  /// The blocks that stood then.
  package let blocks: [Closure]
}

extension Standing {
  /// A plan beside its record, without what subscribers were told of each event.
  package func view(_ choice: PlanChoice = .published) throws(Refusal) -> PlanView {
    view(of: try saved(choice).plan, sequences: [:])
  }

  /// The published plan, the draft, or that of a revision, with all that is shown of it.
  package func shown(
    _ choice: PlanChoice = .published, revision number: Int? = nil
  ) throws(Refusal) -> ShownPlan {
    let (newest, record) = try number == nil ? saved(choice) : basis()
    return try Refusal.wrapping {
      let plan = try number.map(record.savedPlan) ?? newest
      let base = try plan.revision.base.flatMap(record.revision)
      return ShownPlan(
        view: view(of: plan, sequences: try record.publicSequences()),
        base: base.map { base in
          base.plan.placements.filter { !base.cancelled.contains($0.key) }
        } ?? [:],
        blocks: plan.decisions.blocks.map(\.closure))
    }
  }

  func view(of plan: SavedPlan, sequences: [DutyID: Int]) -> PlanView {
    PlanView(
      agenda: plan.agenda, revision: plan.revision, completions: completions,
      decisions: plan.decisions, sequences: sequences,
      now: plan.agenda.program.zone.moment(at: instant))
  }
}

extension PlanView {
  /// All entries, or what one community or the organizer holds or attends, or where one team is.
  package func entries(
    ofCommunity community: String?, team: String?
  ) throws(Refusal) -> [Entry] {
    let program = agenda.program
    var entries = entries
    if let community {
      let owner = try program.host(community)
      let row = owner.member.flatMap(program.communities.row)
      entries = entries.filter { entry in
        entry.concerns(owner)
          || row.map { agenda.attendees(of: entry.activity).contains($0) } ?? false
      }
    }
    if let team {
      let team = try program.known(team, as: .team, in: \.teams)
      entries = entries.filter { $0.placement?.teams.values.contains(team) ?? false }
    }
    return entries
  }
}

extension Program {
  /// Who holds activities, by the text that a person writes: a community's id or name, or the organizer's.
  package func host(_ text: String) throws(Refusal) -> OwnerID {
    if OwnerID(text) == .organizer || text.tight == organizer.name.tight { return .organizer }
    return .member(try known(text, as: .community, in: \.communities))
  }
}
