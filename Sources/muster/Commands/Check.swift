import ArgumentParser
import Drills
import Office
import Reports
import SourceText
import Workspace

struct Check: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: Phrases.help.check)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @Flag(name: .customLong("write-ids"), help: .init(Phrases.help.writeIDs)) var writesIDs = false

  func run() throws {
    let office = Office(folder: try common.workspace(workspace))
    if writesIDs { return try writeIDs(in: office) }
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
      Terminal.print(Phrases.rowIDs(checked.reading.rowIDs))
    case .json:
      Terminal.print([
        try CheckDocument(
          errors: mistakes, warnings: warnings.map { $0.text(in: Phrases.language) },
          cannotFit: findings, ids: checked.reading.rowIDs.map(CheckDocument.RowID.init)
        ).json()
      ])
    }
    if !findings.isEmpty || !mistakes.isEmpty { throw ExitCode(Failure.Status.no.rawValue) }
  }

  private func writeIDs(in office: Office) throws {
    let written = try office.writeIDs()
    for (file, count) in written.files.sorted(by: { $0.key < $1.key }) {
      Terminal.print([Phrases.wroteIDs(count, in: file)])
    }
    if written == WrittenIDs() { Terminal.print([Phrases.allHaveIDs]) }
    guard written.workbooks.isEmpty else {
      throw Failure(.no, Phrases.idsOfWorkbooks(written.workbooks))
    }
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
            warnings: warnings.map { $0.text(in: Phrases.language) }, cannotFit: [], ids: []
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
  /// Made of names.
  let ids: [RowID]

  struct RowID: Encodable {
    let kind: String
    let name: String
    let id: String
    let position: String

    init(_ row: Workspace.RowID) {
      kind = row.given.kind.rawValue
      name = row.given.name
      id = row.given.id
      position = row.position.description
    }
  }
}
