import ArgumentParser
import Drills
import Office
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
    let office = Office(folder: try common.workspace(workspace))
    let checked = try check(office)
    let warnings = checked.reading.warnings
    let findings = checked.findings(in: Phrases.language)
    let mistakes = checked.formMistakes.map { $0.text(in: Phrases.language) }
    if !mistakes.isEmpty, format == .table {
      Terminal.tell(warnings, as: Phrases.warning)
      for mistake in mistakes { Terminal.warn("\(Phrases.error): \(mistake)") }
      Terminal.print(findings)
      throw Failure(.no, Phrases.mistakenForms(mistakes.count))
    }
    switch format {
    case .table:
      Terminal.tell(warnings, as: Phrases.warning)
      Terminal.print(findings)
      Terminal.print([
        Phrases.checked(
          office.folder, activities: checked.agenda.activities.count,
          communities: checked.agenda.program.communities.count, findings: findings.count,
          warnings: warnings.count)
      ])
    case .json:
      Terminal.print([
        try CheckDocument(
          errors: mistakes, warnings: warnings.map { $0.text(in: Phrases.language) },
          cannotFit: findings
        ).json()
      ])
    }
    if !findings.isEmpty || !mistakes.isEmpty { throw ExitCode(Failure.Status.no.rawValue) }
  }

  /// A mistake in the workspace is this command's answer, not its failure: exit status 1.
  private func check(_ office: Office) throws -> Checked {
    do {
      return try office.check(at: common.nowInstant)
    } catch {
      guard case .workspace(let mistakes, let warnings) = error.reason else { throw error }
      if format == .table { Terminal.tell(warnings, as: Phrases.warning) }
      guard error.kind == .badData else { throw error }
      if format == .json {
        Terminal.print([
          try CheckDocument(
            errors: mistakes.map { $0.text(in: Phrases.language) },
            warnings: warnings.map { $0.text(in: Phrases.language) }, cannotFit: []
          ).json()
        ])
        throw ExitCode(Failure.Status.no.rawValue)
      }
      Terminal.tell(mistakes, as: Phrases.error)
      throw Failure(.no, Failure(error).message)
    }
  }
}

private struct CheckDocument: Encodable {
  let errors: [String]
  let warnings: [String]
  let cannotFit: [String]
}
