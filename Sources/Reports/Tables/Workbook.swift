internal import CXlsxWriter
import Drills

/// An XLSX file, written by libxlsxwriter, which writes to a path and to nothing else.
///
/// Every text is written as a string cell, so that nothing in it is ever a formula.
package struct Workbook: ~Copyable {
  /// The library could not write the file.
  package struct Failure: Error {
    package let reason: String
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let bold: UnsafeMutablePointer<lxw_format>
  private let wrapped: UnsafeMutablePointer<lxw_format>
  private let title: UnsafeMutablePointer<lxw_format>
  /// In characters.
  private static let columnWidth = 14.0
  /// Of a form's columns, the last for all further ones.
  private static let formWidths = [22.0, 48.0, 70.0]
  /// In points.
  private static let lineHeight = 16.0
  private var names: Set<String> = []

  package init(path: String) {
    guard let book = workbook_new(path), let bold = workbook_add_format(book),
      let wrapped = workbook_add_format(book), let title = workbook_add_format(book)
    else { preconditionFailure("out of memory") }
    self.book = book
    self.bold = bold
    self.wrapped = wrapped
    self.title = title
    format_set_bold(bold)
    format_set_border(bold, 1)
    format_set_text_wrap(bold)
    format_set_text_wrap(wrapped)
    format_set_border(wrapped, 1)
    format_set_align(wrapped, 8)  // LXW_ALIGN_VERTICAL_TOP
    format_set_bold(title)
    format_set_font_size(title, 14)
  }

  /// Writes the file and frees everything.
  package consuming func close() throws(Failure) {
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else {
      throw Failure(reason: String(cString: lxw_strerror(status)))
    }
  }

  /// A sheet of a table under a title; numbers stay numbers.
  package mutating func add(_ table: Page.Table, named name: String, widths: [Double] = []) {
    let sheet = addSheet(name)
    func width(_ column: Int) -> Double {
      column < widths.count ? widths[column] : Workbook.columnWidth
    }
    write(table.title, sheet, 0, 0, title)
    for (column, text) in table.header.enumerated() {
      write(text, sheet, 1, column, bold)
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width(column), nil)
    }
    setHeight(of: 1, lines: table.header.enumerated().map { $1.lines(inWidth: width($0)) }, sheet)
    for (index, row) in table.rows.enumerated() {
      for (column, cell) in row.enumerated() {
        switch cell {
        case .text, .share: write(cell.text, sheet, index + 2, column, wrapped)
        case .number(let number):
          worksheet_write_number(
            sheet, UInt32(index + 2), UInt16(column), Double(number), wrapped)
        }
      }
      let lines = row.enumerated().map { $1.text.lines(inWidth: width($0)) }
      setHeight(of: index + 2, lines: lines, sheet)
    }
    worksheet_freeze_panes(sheet, 2, 0)
    worksheet_repeat_rows(sheet, 1, 1)
    // More than fit upright in letters that can be read.
    if table.header.count > 7 { worksheet_set_landscape(sheet) }
    fitToPaper(sheet)
  }

  /// A sheet that is laid out as the form.
  package mutating func add(_ form: FilledForm, named name: String) {
    let sheet = addSheet(name)
    let widths = Workbook.formWidths
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
    var line = 0
    for part in form.sheetParts {
      switch part {
      case .heading(_, let text):
        write(text, sheet, line, 0, title)
        line += 1
      case .paragraph(let text):
        write(text, sheet, line, 0, nil)
        line += 1
      case .table(let rows):
        write(rows, sheet, from: line)
        line += rows.count
      }
    }
    worksheet_set_landscape(sheet)
    fitToPaper(sheet)
  }

  /// As wide as a page of A4, and as long as it takes.
  private func fitToPaper(_ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private func write(
    _ rows: [[String]], _ sheet: UnsafeMutablePointer<lxw_worksheet>, from line: Int
  ) {
    for (index, row) in rows.enumerated() {
      for (column, text) in row.enumerated() where index < 2 || !text.isEmpty {
        let span = FormPart.span(of: column, from: index, in: rows)
        let format = index == 0 ? bold : wrapped
        if span > 1 {
          worksheet_merge_range(
            sheet, UInt32(line + index), UInt16(column), UInt32(line + index + span - 1),
            UInt16(column), "", format)
        }
        write(text, sheet, line + index, column, format)
      }
      let lines = row.enumerated().map { column, text in
        // A merged cell spreads over its rows.
        let span = FormPart.span(of: column, from: index, in: rows)
        return (text.lines(inWidth: Workbook.formWidths[min(column, 2)]) + span - 1) / span
      }
      setHeight(of: line + index, lines: lines, sheet)
    }
  }

  /// Room for the cell with the most lines, since not every program finds the height by itself.
  private func setHeight(
    of row: Int, lines: [Int], _ sheet: UnsafeMutablePointer<lxw_worksheet>
  ) {
    worksheet_set_row(
      sheet, UInt32(row), Workbook.lineHeight * Double(lines.max() ?? 1), nil)
  }

  private func write(
    _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) {
    // A cell holds 32,767 characters, and XML none that is unprintable.
    worksheet_write_string(
      sheet, UInt32(row), UInt16(column), String(text.droppingUnprintable.prefix(32_000)), format)
  }

  /// Names of at most 31 characters, without those that are forbidden, each once.
  private mutating func addSheet(_ name: String) -> UnsafeMutablePointer<lxw_worksheet> {
    let plain = String(
      name.droppingUnprintable.map { "[]:*?/\\'".contains($0) ? " " : $0 }.prefix(24)
    ).trimmingSpaces
    var unique = plain.isEmpty ? "Sheet" : plain
    var number = 2
    while !names.insert(unique.lowercased()).inserted {
      unique = "\(plain) \(number)"
      number += 1
    }
    guard let sheet = workbook_add_worksheet(book, unique) else {
      preconditionFailure("a sheet has an unused name of at most 31 characters")
    }
    return sheet
  }
}

extension String {
  /// How many lines it takes in a cell so many characters wide; between Han characters and after
  /// spaces and hyphens it may break.
  fileprivate func lines(inWidth width: Double) -> Int {
    // A little is lost to the cell's margins, and letters differ.
    let room = max(2, Int(width) - 1)
    var (lines, used, word) = (1, 0, 0)
    func endWord() {
      if used > 0, used + word > room { (lines, used) = (lines + 1, 0) }
      lines += max(0, word - 1) / room
      used = word > room ? (word - 1) % room + 1 : used + word
      word = 0
    }
    for character in self {
      let text = String(character)
      if character.isNewline {
        endWord()
        (lines, used) = (lines + 1, 0)
      } else if text.displayWidth > 1 {
        endWord()
        word = text.displayWidth
        endWord()
      } else {
        word += text.displayWidth
        if character == " " || character == "-" { endWord() }
      }
    }
    endWord()
    return lines
  }
}

extension FilledForm {
  /// What a sheet shows: the Markdown's parts; of HTML the words alone.
  var sheetParts: [FormPart] {
    form.format == .markdown
      ? parts
      : HTML.stripped(text).split(whereSeparator: \.isNewline)
        .map { String($0).trimmingSpaces }.filter { !$0.isEmpty }.map(FormPart.paragraph)
  }
}
