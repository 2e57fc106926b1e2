package import SourceText

/// The rows of a CSV file that a person filled in: UTF-8 or GB18030, comma or tab.
package struct Sheet: Sendable {
  package struct Cell: Hashable, Sendable {
    package let text: String
    package let position: SourcePosition
  }

  /// The header first; blank lines and those that start with `#` are left out.
  package private(set) var rows: [[Cell]] = []
  /// Why the file as a whole, or part of it, cannot be read.
  package private(set) var errors: [WorkspaceError] = []

  package init(_ bytes: [UInt8], file: String) {
    let findings = Findings()
    do throws(WorkspaceError) {
      let text = try DecodedText(bytes, of: file, acceptsGB18030: true)
      if let error = text.controlCharacter(in: file) { throw error }
      var lines = DelimitedText(text, file: file, findings)
      while let cells = lines.next() {
        rows.append(
          cells.map {
            Cell(
              text: $0.text,
              position: SourcePosition(file: file, line: $0.line, column: $0.column))
          })
      }
      if rows.isEmpty { findings.report(.empty, at: SourcePosition(file: file)) }
    } catch {
      findings.report(error.reason, at: error.position)
    }
    errors = findings.errors
  }
}
