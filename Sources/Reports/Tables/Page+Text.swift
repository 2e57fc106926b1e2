extension Page {
  /// Lines for a terminal, tables aligned by display width; `width`: of the terminal, nothing where lines may
  /// be as long as they are.
  package func text(style: Style = .plain, width: Int? = nil) -> [String] {
    var lines = [style.heading(title), period] + heads
    for block in blocks {
      switch block {
      case .heading(let text): lines += ["", style.heading(text)]
      case .paragraph(let text): lines += [""] + (width.map(text.wrapped) ?? [text])
      case .table(let table):
        lines += ["", style.heading(table.title)] + table.text(style: style, width: width)
      case .bars(let bars): lines += [""] + Page.text(of: bars, style)
      case .month: break
      }
    }
    return lines
  }

  private static func text(of bars: [Bar], _ style: Style) -> [String] {
    let width = bars.map { min($0.name.displayWidth, 24) }.max() ?? 0
    return bars.map { bar in
      let columns = 30
      let done = bar.whole == 0 ? 0 : bar.done * columns / bar.whole
      let late = bar.whole == 0 ? 0 : min(columns - done, bar.late * columns / bar.whole)
      return bar.name.truncated(toWidth: 24).padded(toWidth: width) + "  "
        + style.good(String(repeating: "█", count: done))
        + style.bad(String(repeating: "▒", count: late))
        + String(repeating: "░", count: columns - done - late) + "  \(bar.done)/\(bar.whole)"
    }
  }
}

extension Page.Table {
  package func text(style: Style, width: Int? = nil) -> [String] {
    var text = TextTable(
      header.indices.map { isNumeric($0) ? .right : .left }, header: header)
    for row in rows {
      text.append(row.map { $0.text.replacing("\n", with: " ").truncated(toWidth: 46) })
    }
    return text.lines(style: style, width: width)
  }
}
