import SourceText

/// What office.yaml says of an office that outlives a year; the file may be empty.
package struct OfficeFile: Hashable, Sendable {
  /// Its part of addresses; empty: what the newest plan says.
  package var office = ""
  /// What people call it; empty: as the newest plan's organizer.
  package var name = ""
  /// Where its pages are served; empty: not known.
  package var base = ""

  package init() {}

  package static let fileName = "office.yaml"

  /// Nothing where the folder has no such file; with every mistake in it.
  package static func read(folder: String) -> (file: OfficeFile, errors: [WorkspaceError])? {
    let source = Source.disk(folder: folder)
    let findings = Findings()
    guard source.kind(of: fileName) == .file else { return nil }
    let bytes = WorkspaceFiles(source, findings).bytes(
      of: fileName, isRequired: true, limit: YamlDocument.mostBytes)
    let file = bytes.flatMap { $0.isEmpty ? nil : OfficeFile($0, findings) } ?? OfficeFile()
    return (file, findings.errors)
  }

  private init(_ bytes: [UInt8], _ findings: Findings) {
    do throws(WorkspaceError) {
      let text = try DecodedText(bytes, of: OfficeFile.fileName, encodings: .ofPlans)
      if let error = text.forbiddenCharacter(in: OfficeFile.fileName) { throw error }
      let node = YamlDocument.root(of: text, file: OfficeFile.fileName, findings)
      let root = node.flatMap {
        YamlObject(
          $0, name: OfficeFile.fileName, keys: ["office", "name", "base"], findings)
      }
      guard let root else { return }
      office = root.value("office", readID) ?? ""
      name = root.text("name")
      base = root.value("base", readWebAddress) ?? ""
    } catch {
      findings.report(error.reason, at: error.position)
    }
  }
}
