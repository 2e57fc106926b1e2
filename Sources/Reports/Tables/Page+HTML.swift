import Drills

extension Page {
  package var html: String {
    var parts = ["<h1>\(HTML.escaped(title))</h1>"]
    parts += ([period] + heads).map { "<p class=\"period\">\(HTML.escaped($0))</p>" }
    for block in blocks {
      switch block {
      case .heading(let text): parts.append("<h2>\(HTML.escaped(text))</h2>")
      case .paragraph(let text): parts.append("<p>\(HTML.escaped(text))</p>")
      case .table(let table): parts.append(table.html)
      case .bars(let bars): parts.append(Page.svg(of: bars))
      case .month(let grid): parts.append(grid.html)
      }
    }
    return HTML.page(
      title: title, body: parts.joined(separator: "\n"), language: language, isWide: isWide)
  }

  /// Horizontal bars: done, then late, of the whole.
  private static func svg(of bars: [Bar]) -> String {
    let height = 22
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"100%\" "
        + "viewBox=\"0 0 680 \(bars.count * height)\" font-size=\"12\">"
    ]
    for (index, bar) in bars.enumerated() {
      let top = index * height
      let whole = max(bar.whole, 1)
      let done = bar.done * 340 / whole
      let late = min(340 - done, bar.late * 340 / whole)
      lines.append(
        "<text x=\"0\" y=\"\(top + 15)\">\(HTML.escaped(bar.name.truncated(toWidth: 36)))</text>"
          + "<rect x=\"250\" y=\"\(top + 4)\" width=\"340\" height=\"14\" fill=\"#e6e2d8\"/>"
          + "<rect x=\"250\" y=\"\(top + 4)\" width=\"\(done)\" height=\"14\" fill=\"#2e7d32\"/>"
          + "<rect x=\"\(250 + done)\" y=\"\(top + 4)\" width=\"\(late)\" height=\"14\" "
          + "fill=\"#b3261e\"/>"
          + "<text x=\"600\" y=\"\(top + 15)\">\(bar.done)/\(bar.whole)</text>")
    }
    return (lines + ["</svg>"]).joined(separator: "\n")
  }
}

extension Page.Table {
  /// In columns of a terminal; what is no wider stays on one line.
  private static let shortWidth = 12

  /// Of more columns a phone makes a list: each row a block, each cell under its column's name.
  private static let narrowColumns = 3

  var html: String {
    let isList = header.count > Page.Table.narrowColumns
    let classes = header.indices.map { column in
      isNumeric(column) ? " class=\"number\"" : isShort(column) ? " class=\"short\"" : ""
    }
    let labels = header.map { isList ? " data-label=\"\(HTML.escaped($0))\"" : "" }
    let heads = zip(header, classes).map { "<th\($1)>\(HTML.escaped($0))</th>" }.joined()
    func row(_ row: [Page.Cell]) -> String {
      let cells = row.indices.map {
        "<td\(classes[$0])\(labels[$0])>\(HTML.escaped(row[$0].text))</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    var lines = title.isEmpty ? [] : ["<h2>\(HTML.escaped(title))</h2>"]
    lines.append(isList ? "<table class=\"list\">" : "<table>")
    if !widths.isEmpty {
      let sum = max(1, widths.reduce(0, +))
      lines.append(
        "<colgroup>"
          + widths.map { "<col style=\"width:\($0 * 1000 / sum / 10).\($0 * 1000 / sum % 10)%\">" }
          .joined() + "</colgroup>")
    }
    lines += ["<thead><tr>\(heads)</tr></thead>", "<tbody>"]
    lines += rows.map(row) + ["</tbody>", "</table>"]
    return lines.joined(separator: "\n")
  }

  private func isShort(_ column: Int) -> Bool {
    rows.allSatisfy {
      column >= $0.count || $0[column].text.displayWidth <= Page.Table.shortWidth
    }
  }
}

extension MonthGrid {
  var html: String {
    var lines = ["<h2>\(HTML.escaped(title))</h2>", "<table class=\"month\">"]
    lines.append(
      "<thead><tr>" + weekdays.map { "<th>\(HTML.escaped($0))</th>" }.joined() + "</tr></thead>")
    for week in weeks {
      let cells = week.map { cell -> String in
        let number = cell.day.map { "<b>\($0.components.day)</b>" } ?? ""
        let kind = cell.lines.isEmpty ? " class=\"free\"" : ""
        let weekday = cell.day.map { " data-label=\"\(weekdays[$0.weekday.index])\"" } ?? ""
        return "<td\(kind)\(weekday)>"
          + ([number] + cell.lines.map(HTML.escaped)).joined(separator: "<br>") + "</td>"
      }
      lines.append("<tr>\(cells.joined())</tr>")
    }
    return (lines + ["</table>"]).joined(separator: "\n")
  }
}
