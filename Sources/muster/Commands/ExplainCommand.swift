import ArgumentParser
import Drills
import Reports
import Scheduling

struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain", abstract: Phrases.help.explain,
      discussion: Phrases.help.explainExamples)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.explainAt, valueName: "2024-06-13T14:00")) var at: MomentOption?
  @Flag(name: .customLong("deep"), help: .init(Phrases.help.explainDeep)) var isDeep = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let desk = try Desk(session, at: common.nowInstant)
    try desk.published.tellWhatNoLongerHolds(session, at: common.nowInstant)
    let activity = try desk.activity(id)
    guard !desk.circumstances.cancelled.contains(activity.id) else {
      throw Failure(.no, Phrases.restoreFirst(activity.id))
    }
    let explanation = try explain(activity, at: desk)
    switch format {
    case .json: Terminal.print([try ExplainDocument(explanation, in: desk.program).json()])
    case .table:
      Terminal.print(
        ExplainReport(explanation, in: desk.agenda).lines(
          in: Terminal.language, style: Terminal.style))
    }
  }

  private func explain(_ activity: Activity, at desk: Desk) throws -> Explanation {
    var explanation = Explanation(id: activity.id)
    var circumstances = desk.circumstances
    let plan = desk.published.revision.plan
    explanation.now = plan[activity.id]
    explanation.fixing = circumstances.fixed[activity.id]
    explanation.overrides = circumstances.overrides
    // What holds it is said; what else was possible is asked as if nothing did. A pin that leaves it no
    // place is a reason like others.
    if explanation.now != nil { circumstances.fixed[activity.id] = nil }
    circumstances.overrides[activity.id] = nil
    guard let row = desk.agenda.activities.row(of: activity.id) else { return explanation }
    let inquiry = Inquiry(of: row, in: plan, desk.agenda, circumstances, at: at?.moment)
    explanation.cost = inquiry.cost
    if let at {
      guard let answer = inquiry.answer(at: at.moment) else {
        throw Failure(.usage, Phrases.noSuchStart(at.moment, grid: desk.program.grid))
      }
      explanation.at = answer
      return explanation
    }
    if explanation.now == nil {
      explanation.blockingSet = inquiry.blockingSet()
      explanation.relaxations = inquiry.relaxations(5)
    }
    explanation.days = inquiry.days().filter { isDeep || !$0.bars.contains(where: \.isOutside) }
    if isDeep { repair(&explanation, plan, desk.agenda, circumstances) }
    return explanation
  }

  /// Asks, for each day, what it would take if others moved.
  private func repair(
    _ explanation: inout Explanation, _ plan: Plan, _ agenda: Agenda, _ circumstances: Circumstances
  ) {
    let alternatives = Alternatives(agenda, in: circumstances, plan: plan)
    let checker = PlanChecker(agenda, in: circumstances)
    let before = checker.check(alternatives.plan).score
    for index in explanation.days.indices where explanation.days[index].placement != explanation.now
    {
      let day = explanation.days[index].placement.day
      guard let best = alternatives.best(1, of: explanation.id, where: { $0.day == day }).first
      else {
        continue
      }
      let verdict = checker.check(best.plan)
      guard verdict.isValid else { continue }
      explanation.days[index].repaired = Explanation.Repair(
        placement: best.placement, cost: verdict.score.cost - before.cost,
        unplaced: verdict.score.unplaced - before.unplaced, moves: best.moves.map { ($0.id, $0.to) }
      )
    }
  }
}

extension Explanation.Bar {
  /// Not on a day that the activity could ever have.
  fileprivate var isOutside: Bool { filters.contains(.dates) }
}
