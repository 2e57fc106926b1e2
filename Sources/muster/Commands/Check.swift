import ArgumentParser
import Drills
import Reports
import Workspace

struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Phrases.help.check)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let session = try checkedSession()
    let circumstances = Circumstances()
    let feasibility = Feasibility(session.agenda, in: circumstances)
    let findings =
      feasibility.impossible.map(describe)
      + feasibility.overloads.map { Phrases.overload($0, in: session.program) }
    switch format {
    case .table:
      Terminal.print(findings)
      Terminal.print([
        Phrases.checked(
          session.folder, activities: session.agenda.activities.count,
          communities: session.program.communities.count, findings: findings.count,
          warnings: session.reading.warnings.count)
      ])
    case .json:
      Terminal.print([
        try CheckDocument(
          errors: [], warnings: session.reading.warnings.map { $0.text(in: Terminal.language) },
          cannotFit: findings
        ).json()
      ])
    }
    if !findings.isEmpty { throw ExitCode(Failure.Status.no.rawValue) }
  }

  /// A mistake in the workspace is this command's answer, not its failure: exit status 1.
  private func checkedSession() throws -> Session {
    do {
      return try Session(folder: try common.workspace(workspace), tellsWarnings: format == .table)
    } catch let failure as Failure where failure.status == .badData {
      throw Failure(.no, failure.message)
    }
  }

  private func describe(_ impossible: Feasibility.Impossible) -> String {
    let words = Words(Terminal.language)
    return "\(impossible.activity.id): \(words.filter(impossible.emptiedBy))"
  }
}

private struct CheckDocument: Encodable {
  let errors: [String]
  let warnings: [String]
  let cannotFit: [String]
}
