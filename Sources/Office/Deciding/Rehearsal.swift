package import Drills
package import Reports
package import Scheduling

/// What the next plan makes of what was decided: made as that plan will be, and not saved.
package struct Rehearsal: Sendable {
  package let planned: Planned
  /// Against what is published or, while nothing is, against the draft.
  package let diff: PlanDiff
  /// Whether the search ended by a limit: the plan itself may then find better.
  package var isCut: Bool { planned.isCut }
}

extension Standing {
  /// Plans on all that stands, and on what is only tried, as `plan` would with the same options.
  package func rehearsal(
    _ search: SearchOptions, watch: PlanningWatch = PlanningWatch()
  ) async throws(Refusal) -> Rehearsal {
    var planning = Planning(search, by: "")
    planning.isDryRun = true
    let planned = try await plan(planning, watch: watch)
    let view = planned.view
    let diff =
      planned.changes.diff
      ?? PlanDiff(
        from: draft?.side ?? .empty(agenda),
        to: PlanDiff.Side(
          agenda: view.agenda, plan: view.revision.plan, decisions: view.decisions))
    return Rehearsal(planned: planned, diff: diff)
  }
}

/// Of how many changes the words tell one by one.
private let toldChanges = 20

extension Rehearsal {
  /// What moves and what is left out, a line each under one that says how sure that is.
  package func lines(in language: Language, for front: any Front) -> [String] {
    let program = planned.view.agenda.program
    let changes = diff.lines(in: program, language: language)
    let some =
      changes.prefix(toldChanges).map { "  \($0)" }
      + (changes.count > toldChanges ? ["  …"] : [])
    return [head(changes.count, in: language)] + some + unplaced(in: language)
      + planned.brokenPins.map { $0.text(in: language, for: front) }
  }

  private func head(_ count: Int, in language: Language) -> String {
    if isCut {
      return language(
        "搜索到时限为止，就目前找到的，下一次排期最多变动 \(count) 项：",
        "the search was cut short; as far as it found, the next plan changes at most \(count):")
    }
    return count == 0
      ? language("下一次排期没有变动", "the next plan changes nothing")
      : language("下一次排期变动 \(count) 项：", "the next plan changes \(count):")
  }

  private func unplaced(in language: Language) -> [String] {
    let after = planned.changes.view.revision.score.unplaced
    guard let before = planned.changes.before?.unplaced, before != after else { return [] }
    let most = isCut ? language("最多 ", "at most ") : ""
    return [
      language("未排上的代价：\(before) → \(most)\(after)", "unplaced: \(before) → \(most)\(after)")
    ]
  }
}
