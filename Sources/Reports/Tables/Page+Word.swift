internal import Documents
package import Drills

extension Page {
  /// The page as a .docx file.
  package var word: [UInt8] {
    var document = WordDocument(
      title: title.droppingUnprintable, isChinese: language == .chinese,
      paper: isWide || tables.contains { $0.header.count > 7 } ? .a4Wide : .a4)
    document.blocks = [.title(title.droppingUnprintable)]
    document.blocks += ([period] + heads).filter { !$0.isEmpty }
      .map { .subtitle($0.droppingUnprintable) }
    for block in blocks {
      switch block {
      case .heading(let text): document.blocks.append(.heading(text.droppingUnprintable))
      case .paragraph(let text): document.blocks.append(.paragraph(text.droppingUnprintable))
      case .table(let table): document.blocks += table.blocks
      case .bars(let bars): document.blocks += Page.table(of: bars).blocks
      case .month(let grid): document.blocks += grid.blocks
      }
    }
    return document.file
  }

  /// A document has no drawing: the bars' numbers.
  private static func table(of bars: [Bar]) -> Table {
    Table(
      "", header: [],
      rows: bars.map { [.text($0.name), .text("\($0.done)/\($0.whole)")] })
  }
}

extension Page.Table {
  fileprivate var blocks: [WordDocument.Block] {
    let numeric = header.indices.map(isNumeric)
    let cells = rows.map { row in
      row.enumerated().map { column, cell in
        WordDocument.Cell(
          cell.text.droppingUnprintable, isNumber: column < numeric.count && numeric[column])
      }
    }
    let widths = header.isEmpty ? [3, 1] : columnWidths
    let table = WordDocument.Block.table(
      WordDocument.Table(
        header: header.map(\.droppingUnprintable), rows: cells, widths: widths))
    return title.isEmpty ? [table] : [.heading(title.droppingUnprintable), table]
  }
}

extension MonthGrid {
  fileprivate var blocks: [WordDocument.Block] {
    let rows = weeks.map { week in
      week.map { cell in
        WordDocument.Cell(
          (cell.day.map { ["\($0.components.day)"] + cell.lines } ?? []).joined(separator: "\n")
            .droppingUnprintable)
      }
    }
    return [
      .heading(title),
      .table(
        WordDocument.Table(header: weekdays, rows: rows, widths: weekdays.map { _ in 1 })),
    ]
  }
}

extension FilledForm {
  /// Copies of forms, a page or more each, as one .docx file.
  package static func word(_ copies: [FilledForm], title: String, in language: Language) -> [UInt8]
  {
    var document = WordDocument(
      title: title.droppingUnprintable, isChinese: language == .chinese, paper: .a4Wide)
    for copy in copies {
      if !document.blocks.isEmpty { document.blocks.append(.pageBreak) }
      document.blocks += copy.sheetParts.map(FilledForm.block)
    }
    return document.file
  }

  private static func block(_ part: FormPart) -> WordDocument.Block {
    switch part {
    case .heading(_, let text): return .title(text.droppingUnprintable)
    case .paragraph(let text): return .subtitle(text.droppingUnprintable)
    case .table(let rows):
      let cells = rows.dropFirst().indices.map { index in
        rows[index].enumerated().map { column, text in
          var cell = WordDocument.Cell(text.droppingUnprintable)
          cell.continues = FormPart.span(of: column, from: index, in: rows) > 1
          cell.isContinued = index > 1 && text.isEmpty
          return cell
        }
      }
      let header = rows.first ?? []
      let widths = header.count == 3 ? [22, 48, 70] : header.map { _ in 1 }
      return .table(
        WordDocument.Table(
          header: header.map(\.droppingUnprintable), rows: Array(cells), widths: widths))
    }
  }
}
