import SourceText
package import Drills

/// Reads a workspace: plan.yaml, the tables, the calendars and the forms, into one `Program`.
///
/// Nothing is thrown and nothing is written. Every mistake goes into one `Findings`, with its reason
/// and its place, and reading goes on, so that one run shows all that is wrong; what only follows
/// from another mistake is left out. A program is handed back if there is no error at all.
///
/// - `Files/` opens files, of a folder or in memory, and decodes their bytes; it never leaves the
///   folder that holds the workspace.
/// - `Tables/` and `Yaml/` turn bytes into entries: values under names, each with its place. An
///   `Entry` is a row of a table or a mapping of plan.yaml alike, so every kind of value (a date,
///   hours, a word of a vocabulary) is read in one way, by the functions of `Values/`, which know no
///   places: they return a value or throw a reason, and the entry reports it.
/// - `Plan/` reads the parts of plan.yaml. The tables are read first and ids are collected before
///   anything that refers to them, so that a reference is checked where it is read and its place is
///   at hand. `Checks/` holds what is checked across values: ids, cycles, rules of requirements.
/// - `Calendars/` makes holidays and closures of .ics files, last of all, since the plan says which.
/// - `Errors/` holds reasons and their words. All words, Chinese and English, are in `Words.swift`.
package struct WorkspaceReader {
  private let source: Source
  private let given: [GivenID]

  /// - Parameters:
  ///   - source: Where the workspace is.
  ///   - given: The ids that names were given before, as its record has them.
  package init(_ source: Source, given: [GivenID] = []) {
    self.source = source
    self.given = given
  }

  /// - Parameters:
  ///   - folder: The path of the workspace.
  ///   - given: The ids that names were given before, as its record has them.
  package init(folder: String, given: [GivenID] = []) {
    self.init(.disk(folder: folder), given: given)
  }

  package func read() -> WorkspaceReading {
    let findings = Findings()
    switch source.kind(of: "") {
    case .nothing: findings.report(.noWorkspace, at: SourcePosition(file: source.name))
    case .file: findings.report(.notAFolder, at: SourcePosition(file: source.name))
    case .folder:
      let files = WorkspaceFiles(source, findings)
      let forms = FormTemplate.all(in: files, findings)
      var rowIDs: [RowID] = []
      let program = program(in: files, forms, findings, &rowIDs)
      var reading = reading(of: program, files, forms, findings)
      reading.rowIDs = rowIDs
      return reading
    }
    return reading(of: nil, nil, [], findings)
  }

  /// The plan's id, without a look at anything else; nothing if it cannot be read.
  package func planID() -> String? { head()?.id }

  /// What the head of plan.yaml says, without a look at anything else; nothing if it has no id.
  package func head() -> PlanHead? {
    let findings = Findings()
    guard source.kind(of: "") == .folder,
      let bytes = WorkspaceFiles(source, findings).bytes(
        of: "plan.yaml", isRequired: true, limit: YamlDocument.mostBytes)
    else { return nil }
    return root(of: bytes, findings).flatMap(PlanHead.init)
  }

  private func program(
    in files: WorkspaceFiles, _ forms: [FormTemplate], _ findings: Findings,
    _ rowIDs: inout [RowID]
  ) -> Program? {
    let plan = files.bytes(
      of: "plan.yaml", isRequired: true, limit: YamlDocument.mostBytes, absent: .noPlan)
    // In a folder that is no workspace at all one mistake is enough.
    if plan == nil, !files.hasCommunities { return nil }
    let tables = Tables(files, given: given, findings)
    rowIDs = tables.rowIDs
    guard let plan, let root = root(of: plan, findings) else { return nil }
    var reader = PlanReader(root, tables, formNames: Set(forms.map(\.name)), findings)
    guard var program = reader.read() else { return nil }
    reader.readCalendars(of: files, into: &program)
    return program
  }

  private func root(of bytes: [UInt8], _ findings: Findings) -> YamlObject? {
    let file = "plan.yaml"
    do throws(WorkspaceError) {
      let text = try DecodedText(bytes, of: file, encodings: .ofPlans)
      if let error = text.forbiddenCharacter(in: file) { throw error }
      let node = YamlDocument.root(of: text, file: file, findings)
      return node.flatMap { YamlObject($0, name: file, keys: PlanReader.keys, findings) }
    } catch {
      findings.report(error.reason, at: error.position)
      return nil
    }
  }

  private func reading(
    of program: Program?, _ files: WorkspaceFiles?, _ forms: [FormTemplate], _ findings: Findings
  ) -> WorkspaceReading {
    var reading = WorkspaceReading()
    reading.errors = findings.errors.inOrder(more: findings.moreErrors)
    reading.warnings = findings.warnings.inOrder(more: findings.moreWarnings)
    reading.program = reading.errors.isEmpty ? program : nil
    reading.files = files?.all ?? []
    reading.forms = forms
    return reading
  }
}

extension FormTemplate {
  /// The files of `forms/` that a report can fill.
  fileprivate static func all(in files: WorkspaceFiles, _ findings: Findings) -> [FormTemplate] {
    files.source.names(in: "forms").compactMap { fileName -> FormTemplate? in
      guard let dot = fileName.lastIndex(of: "."), dot > fileName.startIndex,
        let format = Format(rawValue: String(fileName[fileName.index(after: dot)...]))
      else { return nil }
      let path = "forms/\(fileName)"
      guard let bytes = files.bytes(of: path, isRequired: true) else { return nil }
      do throws(WorkspaceError) {
        let text = try DecodedText(bytes, of: path, encodings: .ofTables)
        return FormTemplate(
          name: String(fileName[..<dot]), path: path, format: format, text: text.string)
      } catch {
        findings.report(error.reason, at: error.position)
        return nil
      }
    }
  }
}
