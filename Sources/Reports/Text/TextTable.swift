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

  /// `width`: columns that there are; the widest cells are cut in their middle where there are too few.
  package func lines(style: Style = .plain, width: Int? = nil) -> [String] {
    var widths = alignments.indices.map { column in
      rows.map { $0[column].displayWidth }.max() ?? 0
    }
    if let width {
      let room = width - 2 * (widths.count - 1)
      while widths.reduce(0, +) > room, let widest = widths.max(), widest > 8,
        let column = widths.firstIndex(of: widest)
      {
        widths[column] -= 1
      }
    }
    let fitted = rows.map { row in zip(row, widths).map { $0.shortened(toWidth: $1) } }
    return fitted.enumerated().map { index, row in
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
