import ArgumentParser
import Drills
import Reports

struct Status: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "status", abstract: Phrases.help.status)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @Flag(name: .customLong("strict"), help: .init(Phrases.help.strict)) var isStrict = false

  func run() throws {
    let session = try Session(folder: try common.workspace(workspace), tellsWarnings: false)
    let published = try PublishedPlan(session)
    published.tellIfWorkspaceIsNewer()
    let view = try published.view(now: common.nowInstant)
    let report = StatusReport(view)
    switch format {
    case .table:
      Terminal.print(
        StatusText(
          report, of: view.agenda.program, language: Terminal.language, style: Terminal.style
        ).lines())
    case .json:
      Terminal.print([try StatusDocument(report, of: view.agenda.program).json()])
    }
    let isLate = !report.overdue.isEmpty || (report.tasks[.overdue] ?? 0) > 0
    if isStrict, isLate { throw ExitCode(Failure.Status.no.rawValue) }
  }
}
