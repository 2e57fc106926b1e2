import ArgumentParser
import Drills
import Office
import Reports

struct Status: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: Phrases.help.status)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, html
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = Format.table
  @Option(name: .customLong("on"), help: .init(Phrases.help.statusOn, valueName: "day"))
  var day: Day?
  @Flag(help: .init(Phrases.help.ranking)) var ranking = false
  @Flag(help: .init(Phrases.help.remind)) var remind = false
  @Flag(name: .customLong("strict"), help: .init(Phrases.help.strict)) var isStrict = false
  @OptionGroup var draft: DraftOptions

  func validate() throws {
    if ranking, remind { throw ValidationError(Phrases.rankingOrRemind) }
    if remind, format != .table { throw ValidationError(Phrases.remindIsText) }
  }

  func run() throws {
    let office = Office(folder: try common.workspace(workspace))
    let books = try office.books(at: common.nowInstant, recordedBy: day)
    let program = try books.standing.saved(draft.choice).plan.agenda.program
    books.standing.cautions(showing: draft.choice).forEach(Terminal.warn)
    let report = StatusReport(
      try books.view(draft.choice, on: day), books.accounts, silent: try books.silentCalendars())
    Terminal.print(try output(report, of: program))
    let isLate = !report.overdue.isEmpty || (report.tasks[.overdue] ?? 0) > 0
    if isStrict, isLate { throw ExitCode(Failure.Status.no.rawValue) }
  }

  private func output(_ report: StatusReport, of program: Program) throws -> [String] {
    let language = Phrases.language
    if remind { return Reminder(report, in: program, language: language).lines() }
    if ranking { return try rankingOutput(report, of: program) }
    let page = StatusPage(report, of: program, language: language)
    switch format {
    case .table:
      return StatusText(report, of: program, language: language, style: Terminal.style).lines()
    case .json: return [try StatusDocument(report, of: program).json()]
    case .csv: return [page.page().csv.marked]
    case .html: return [page.page().html]
    }
  }

  private func rankingOutput(_ report: StatusReport, of program: Program) throws -> [String] {
    let language = Phrases.language
    let ranking = Ranking(report, in: program)
    var page = StatusPage(report, of: program, language: language).page()
    page.blocks = [.table(ranking.table(in: language))]
    switch format {
    case .table: return page.text(style: Terminal.style)
    case .json: return [try RankingDocument(ranking, of: program).json()]
    case .csv: return [page.csv.marked]
    case .html: return [page.html]
    }
  }
}
