import ArgumentParser
import Drills
import Foundation
import Office
import Record
import Reports
import Workspace

/// What every decision takes.
struct DecidingOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Option(
    help: .init(Phrases.help.reason, valueName: "code"),
    transform: ReasonOption.init(argument:)) var reason: ReasonOption?
  @Option(help: .init(Phrases.help.words)) var words = ""
  @Flag(name: .customLong("dry-run"), help: .init(Phrases.help.decisionDryRun))
  var isDryRun = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @OptionGroup var search: SearchFlags

  /// By whom, and why.
  var grounds: Grounds { Grounds(reason?.code, words: words, by: author.name) }
}

/// One of the reason codes, or its word in either language.
struct ReasonOption {
  let code: ReasonCode

  /// - Throws: `ValidationError` that lists the codes with their words.
  init(argument: String) throws {
    guard let code = ReasonCode(word: argument.trimmed) else {
      throw ValidationError(Phrases.noSuchReason(argument))
    }
    self.code = code
  }
}

/// A command that appends one decision, or shows the plan that would follow.
protocol DecisionCommand: AsyncParsableCommand {
  var deciding: DecidingOptions { get }

  /// What is wanted.
  var request: any DecisionRequest { get }
}

extension DecisionCommand {
  func run() async throws {
    let options = deciding
    let folder = try options.common.workspace(nil)
    let standing = try Office(folder: folder).standing(at: options.common.nowInstant)
    let (tried, notes) = try standing.trying(request, on: options.grounds)
    if options.isDryRun {
      try await tried.rehearse(notes, options.format, by: options.author.name, options.search)
      return
    }
    Terminal.warn(standing.clockWarning)
    standing.cautions.forEach(Terminal.warn)
    var rehearsal = try await rehearsal(of: tried)
    var hasNews = false
    let decided = try standing.decide(request, on: options.grounds) {
      hasNews = true
      Terminal.warn(Phrases.changedMeanwhile($0))
    }
    // It was rehearsed without the news.
    if hasNews { rehearsal = try await self.rehearsal(of: try standing.renewed()) }
    try tell(decided, rehearsal, in: standing.program)
  }

  /// What the next plan makes of it, by the same search.
  private func rehearsal(of standing: Standing) async throws -> Rehearsal {
    try await standing.rehearsal(deciding.search.options, watch: deciding.search.watch())
  }

  private func tell(
    _ decided: Decided, _ rehearsal: Rehearsal, in program: Program
  ) throws {
    let language = Phrases.language
    switch deciding.format {
    case .table:
      Terminal.print(
        [decided.decision.text(in: language)] + decided.notes.flatMap { $0.lines(in: language) }
          + rehearsal.lines(in: language, for: CommandLineFront()) + [Phrases.planNext])
    case .json:
      let event = HistoryEvent(
        instant: decided.decision.decidedAt, author: decided.decision.decidedBy,
        number: decided.decision.number, what: .decision(decided.decision))
      Terminal.print([
        try DecisionDocument(
          event, next: rehearsal.planned.changes, isCut: rehearsal.isCut, in: program
        ).json()
      ])
    }
  }
}

extension Standing {
  /// Shows the plan that would follow from what is only tried; nothing is written.
  func rehearse(
    _ notes: [Note], _ format: OutputFormat, by author: String, _ search: SearchFlags
  ) async throws {
    var planning = Planning(search.options, by: author)
    planning.isDryRun = true
    Terminal.warn(clockWarning)
    let planned = try await plan(planning, watch: search.watch())
    planned.warnings.forEach(Terminal.warn)
    planned.brokenPins.forEach(Terminal.warn)
    switch format {
    case .json: Terminal.print([try planned.changes.json()])
    case .table:
      Terminal.print(
        notes.flatMap { $0.lines(in: Phrases.language) } + planned.lines()
          + [Phrases.nothingWritten])
    }
    if planned.isShort { throw ExitCode(Failure.Status.no.rawValue) }
  }
}

extension Planned {
  /// Whether something is left unplaced.
  var isShort: Bool { view.revision.score.unplaced > 0 }

  /// The plan and what it changes.
  func lines() -> [String] {
    let language = Phrases.language
    let summary = PlanSummary(
      view, changes: changes.diff, language: language, style: Terminal.style)
    return summary.lines() + changes.lines(in: language, style: Terminal.style)
  }
}
