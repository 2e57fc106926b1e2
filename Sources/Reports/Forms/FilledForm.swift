import Drills

/// A form with its blanks filled, as text, HTML and rows.
package struct FilledForm: Sendable {
  package let form: Form
  package let filling: FormFilling

  package init(_ form: Form, with filling: FormFilling) {
    self.form = form
    self.filling = filling
  }

  /// The form itself, as it is written.
  package var text: String {
    form.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .blank(let blank):
        switch form.format {
        case .markdown: FilledForm.plain(filling.text(blank))
        case .html: HTML.escaped(filling.text(blank))
        }
      }
    }.joined()
  }

  /// The parts of a Markdown form: headings, paragraphs and tables.
  package var parts: [FormPart] { FormPart.parts(of: text) }

  package var html: String {
    form.format == .html ? text : parts.map(\.html).joined(separator: "\n")
  }

  /// A name must not make cells or lines of its own.
  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 == "|" ? "｜" : $0 })
  }
}

/// A part of a Markdown form.
package enum FormPart: Hashable, Sendable {
  case heading(level: Int, String)
  case paragraph(String)
  /// Rows of cells, the header first; an empty cell continues the one above.
  case table([[String]])

  static func parts(of markdown: String) -> [FormPart] {
    var parts: [FormPart] = []
    for line in markdown.split(whereSeparator: \.isNewline).map(String.init) {
      let text = line.trimmingSpaces
      if text.hasPrefix("|") {
        let cells = FormPart.cells(of: text)
        if cells.allSatisfy({ $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } }) {
          continue
        }
        if case .table(let rows) = parts.last {
          parts[parts.count - 1] = .table(rows + [cells])
        } else {
          parts.append(.table([cells]))
        }
      } else if let level = text.firstIndex(where: { $0 != "#" }), level > text.startIndex {
        parts.append(
          .heading(
            level: text.distance(from: text.startIndex, to: level),
            String(text[level...]).trimmingSpaces))
      } else if !text.isEmpty {
        parts.append(.paragraph(text))
      }
    }
    return parts
  }

  private static func cells(of line: String) -> [String] {
    var cells = line.split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0).trimmingSpaces }
    cells.removeFirst()
    if cells.last?.isEmpty == true { cells.removeLast() }
    return cells
  }

  var html: String {
    switch self {
    case .heading(let level, let text):
      "<h\(min(level, 6))>\(HTML.escaped(text))</h\(min(level, 6))>"
    case .paragraph(let text): "<p>\(HTML.escaped(text))</p>"
    case .table(let rows): FormPart.html(of: rows)
    }
  }

  private static func html(of rows: [[String]]) -> String {
    var lines = ["<table>"]
    for (index, row) in rows.enumerated() {
      let tag = index == 0 ? "th" : "td"
      let cells = row.enumerated().compactMap { column, text -> String? in
        if index > 0, text.isEmpty, index > 1 { return nil }
        let height = span(of: column, from: index, in: rows)
        let attribute = height > 1 ? " rowspan=\"\(height)\"" : ""
        return "<\(tag)\(attribute)>\(HTML.escaped(text))</\(tag)>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    return (lines + ["</table>"]).joined(separator: "\n")
  }

  /// How many rows a cell reaches down: the empty ones under it are its own.
  static func span(of column: Int, from row: Int, in rows: [[String]]) -> Int {
    guard row > 0 else { return 1 }
    var end = row + 1
    while end < rows.count, column < rows[end].count, rows[end][column].isEmpty { end += 1 }
    return end - row
  }
}

extension String {
  /// Without white space at both ends.
  var trimmingSpaces: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
