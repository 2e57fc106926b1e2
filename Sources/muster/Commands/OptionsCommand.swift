import ArgumentParser
import Drills
import Reports
import Scheduling

struct OptionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "options", abstract: Phrases.help.options,
      discussion: Phrases.help.optionsExamples)
  }

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case part, community
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.optionsBy)) var by = Grouping.part
  @Flag(name: .customLong("same-venue"), help: .init(Phrases.help.sameVenue))
  var isSameVenue = false
  @Flag(name: .customLong("same-day"), help: .init(Phrases.help.sameDay)) var isSameDay = false
  @Option(help: .init(Phrases.help.optionDates, valueName: "2024-06-12..2024-06-14"))
  var dates: [DatesOption] = []
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let desk = try Desk(session, at: common.nowInstant)
    try desk.published.tellWhatNoLongerHolds(session, at: common.nowInstant)
    let activity = try desk.activity(id)
    var circumstances = desk.circumstances
    let fixing = circumstances.fixed[activity.id]
    if let fixing, fixing.reason != .pinned {
      throw Failure(.no, Phrases.staysWhereItIs(activity.id, fixing.reason))
    }
    guard !circumstances.cancelled.contains(activity.id) else {
      throw Failure(.no, Phrases.restoreFirst(activity.id))
    }
    circumstances.fixed[activity.id] = nil
    circumstances.overrides[activity.id] = nil
    let alternatives = Alternatives(
      desk.agenda, in: circumstances, plan: desk.published.revision.plan)
    let current = desk.placements[activity.id]
    let days = dates.isEmpty ? nil : DaySet(dates.flatMap(\.ranges))
    let found = alternatives.best(10, of: activity.id) { placement in
      (!isSameVenue || placement.venue == current?.venue)
        && (!isSameDay || placement.day == current?.day)
        && (days?.contains(placement.day) ?? true)
    }
    let report = OptionsReport(
      activity, now: current, found: options(found, alternatives.plan, desk, circumstances),
      blockingSet: current == nil
        ? desk.circumstances.blockingSet(
          of: activity, in: desk.published.revision.plan, desk.agenda) : nil,
      overrides: desk.circumstances.overrides, in: desk.agenda)
    switch format {
    case .json: Terminal.print([try report.json()])
    case .table:
      Terminal.print(
        report.lines(
          byCommunity: by == .community, in: Terminal.language, style: Terminal.style))
    }
    if found.isEmpty { throw ExitCode(Failure.Status.no.rawValue) }
  }

  /// Priced by the checker, which shares nothing with the search; what it finds fault with is left
  /// out.
  private func options(
    _ found: [Alternative], _ plan: Plan, _ desk: Desk, _ circumstances: Circumstances
  ) -> [OptionsReport.Option] {
    let checker = PlanChecker(desk.agenda, in: circumstances)
    let before = checker.check(plan).score
    let shares = checker.shares(of: plan)
    return found.compactMap { alternative in
      let verdict = checker.check(alternative.plan)
      guard verdict.isValid else { return nil }
      return OptionsReport.Option(
        placement: alternative.placement, before: before, after: verdict.score,
        sharesBefore: shares, sharesAfter: checker.shares(of: alternative.plan),
        moves: alternative.moves.map { ($0.id, $0.from, $0.to) })
    }
  }
}
