package import Drills
package import Reports

/// What changed between two revisions.
package struct Comparison: Sendable {
  package let diff: PlanDiff
  /// Nothing: before the first plan.
  package let from: Revision?
  package let to: Revision
  /// The one that `to` was made from.
  package let program: Program
}

extension Standing {
  /// What changed from one revision to another.
  ///
  /// Without `to` to the one that `choice` says, without `from` from the one that it was made from; `community`: only
  /// what that community or the organizer holds.
  package func comparison(
    from: Int? = nil, to: Int? = nil, _ choice: PlanChoice = .published, community: String? = nil
  ) throws(Refusal) -> Comparison {
    let (newest, record) = try to == nil ? saved(choice) : basis()
    let (before, after) = try Refusal.wrapping {
      let after = try to.map(record.savedPlan) ?? newest
      return (try (from ?? after.revision.base).map(record.savedPlan), after)
    }
    let program = after.agenda.program
    var diff = PlanDiff(from: before?.side ?? .empty(after.agenda), to: after.side)
    if let community { diff = diff.of(try program.host(community)) }
    return Comparison(
      diff: diff, from: before?.revision, to: after.revision, program: program)
  }
}

extension Comparison {
  package func page(in language: Language) -> Page {
    diff.page(
      title: language("\(program.title)：变动", "\(program.title): changes"),
      period: (from.map { name(of: $0, in: language) } ?? language("无", "nothing")) + " → "
        + name(of: to, in: language),
      in: program, language: language)
  }

  private func name(of revision: Revision, in language: Language) -> String {
    let moment = program.zone.moment(at: revision.savedAt)
    let draft = revision.isPublished ? "" : language("草案，", "a draft, ")
    let time = "\(draft)\(moment.day) \(clock(moment.minute))"
    return language(
      "第 \(revision.number) 版（\(time)，\(revision.savedBy)）",
      "revision \(revision.number) (\(time), \(revision.savedBy))")
  }
}
