import SourceText

/// Which cell of a row stands under which column.
struct TableColumns {
  /// How many cells a row has.
  let width: Int
  private let indices: [String: Int]
  private let titles: [String]

  /// Reports columns of `known` that are `required`, by their English names, and not in `header`.
  init(
    _ header: [Cell], file: String, known: [WorkspaceError.Word], required: [String],
    _ findings: Findings
  ) {
    var indices: [String: Int] = [:]
    let names = known.flatMap { [$0.english, $0.chinese].compactMap(\.self) }
    width = (header.lastIndex { !$0.text.isEmpty } ?? 0) + 1
    for (index, cell) in header.prefix(width).enumerated() {
      let position = SourcePosition(file: file, line: cell.line, column: cell.column)
      let name = cell.text.lowercased()
      if name.isEmpty {
        findings.warn(of: .namelessColumn, at: position)
      } else if let word = known.first(where: { $0.english == name || $0.chinese == name }) {
        if let first = indices[word.english] {
          findings.report(.sameColumn(cell.text, firstColumn: first + 1), at: position)
        } else {
          indices[word.english] = index
        }
      } else {
        findings.warn(
          of: .unknownColumn(cell.text, near: nearest(to: cell.text, among: names)), at: position)
      }
    }
    for word in known where required.contains(word.english) && indices[word.english] == nil {
      findings.report(
        .noColumn(word), at: SourcePosition(file: file, line: header.first?.line ?? 1))
    }
    self.indices = indices
    titles = header.map(\.text)
  }

  func index(of name: String) -> Int? { indices[name] }

  /// The column's name as the table gives it.
  func title(of name: String) -> String { indices[name].map { titles[$0] } ?? name }

  func has(_ name: String) -> Bool { indices[name] != nil }
}
