/// A table for a terminal: columns aligned by display width, two spaces between them.
package struct TextTable {
  package enum Alignment: Sendable {
    case left, right
  }

  private let alignments: [Alignment]
  private var rows: [[String]]
  private let hasHeader: Bool

  package init(_ alignments: [Alignment], header: [String]? = nil) {
    self.alignments = alignments
    hasHeader = header != nil
    rows = header.map { [$0] } ?? []
  }

  package mutating func append(_ row: [String]) {
    precondition(row.count == alignments.count, "a row has as many cells as the table columns")
    rows.append(row)
  }

  package func lines(style: Style = .plain) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    return rows.enumerated().map { index, row in
      let cells = row.enumerated().map { column, cell in
        alignments[column] == .left
          ? cell.padded(toWidth: widths[column]) : cell.aligned(rightTo: widths[column])
      }
      let line = cells.joined(separator: "  ").trimmingTrailingSpaces()
      return index == 0 && hasHeader ? style.heading(line) : line
    }
  }
}

extension String {
  fileprivate func trimmingTrailingSpaces() -> String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
