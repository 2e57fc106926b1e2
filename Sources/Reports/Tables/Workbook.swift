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
  private let number: UnsafeMutablePointer<lxw_format>
  private let title: UnsafeMutablePointer<lxw_format>
  private let head: UnsafeMutablePointer<lxw_format>
  private let text: UnsafeMutablePointer<lxw_format>
  /// Of all columns together, in characters, as they fit a page of A4 upright or on its side.
  private static let uprightWidth = 84.0
  private static let wideWidth = 140.0
  /// Of a form's columns, the last for all further ones.
  private static let formWidths = [22.0, 48.0, 70.0]
  /// In points.
  private static let lineHeight = 16.0
  private static let titleHeight = 34.0
  private static let headHeight = 22.0
  private var names: Set<String> = []

  package init(path: String) {
    guard let book = workbook_new(path) else { preconditionFailure("out of memory") }
    self.book = book
    bold = Workbook.format(book, font: "黑体", size: 10.5)
    wrapped = Workbook.format(book, font: "仿宋", size: 10.5)
    number = Workbook.format(book, font: "仿宋", size: 10.5)
    title = Workbook.format(book, font: "方正小标宋简体", size: 20)
    head = Workbook.format(book, font: "楷体", size: 12)
    text = Workbook.format(book, font: "仿宋", size: 14)
    for format in [bold, wrapped, number] {
      format_set_border(format, 1)
      format_set_align(format, 10)  // LXW_ALIGN_VERTICAL_CENTER
    }
    for format in [bold, number, title, head] {
      format_set_align(format, 2)  // LXW_ALIGN_CENTER
    }
    for format in [title, head] { format_set_align(format, 10) }
    for format in [bold, wrapped, title, head, text] { format_set_text_wrap(format) }
    format_set_align(text, 8)  // LXW_ALIGN_VERTICAL_TOP
  }

  private static func format(
    _ book: UnsafeMutablePointer<lxw_workbook>, font: String, size: Double
  ) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(book) else { preconditionFailure("out of memory") }
    format_set_font_name(format, font)
    format_set_font_size(format, size)
    return format
  }

  /// Writes the file and frees everything.
  package consuming func close() throws(Failure) {
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else {
      throw Failure(reason: String(cString: lxw_strerror(status)))
    }
  }

  /// A sheet for each table, all with the page's heads; before those of a report one with its prose.
  package mutating func add(_ page: Page) {
    let heads = ([page.period] + page.heads).filter { !$0.isEmpty }
    let prose = page.blocks.compactMap { block -> String? in
      switch block {
      case .paragraph(let text): text
      case .heading(let text): text
      case .table, .bars, .month: nil
      }
    }
    if !prose.isEmpty || page.tables.isEmpty {
      addProse(prose, under: page.title, heads, named: page.language("正文", "report"))
    }
    for table in page.tables {
      if prose.isEmpty {
        let own = page.tables.count > 1 ? [table.title] : []
        add(
          table, named: table.title.isEmpty ? page.title : table.title, under: page.title,
          own.filter { !$0.isEmpty } + heads)
      } else {
        add(table, named: table.title, under: table.title, [page.period])
      }
    }
  }

  private mutating func addProse(
    _ lines: [String], under title: String, _ heads: [String], named name: String
  ) {
    let sheet = addSheet(name)
    worksheet_set_column(sheet, 0, 0, Workbook.uprightWidth, nil)
    var line = 0
    func put(
      _ text: String, _ format: UnsafeMutablePointer<lxw_format>, height: Double, scale: Double
    ) {
      write(text, sheet, line, 0, format)
      let count = text.lines(inWidth: Workbook.uprightWidth / scale)
      worksheet_set_row(sheet, UInt32(line), height * Double(count), nil)
      line += 1
    }
    put(title, self.title, height: Workbook.titleHeight, scale: 2)
    for head in heads { put(head, self.head, height: Workbook.headHeight, scale: 1.2) }
    for text in lines.flatMap({ $0.split(separator: "\n").map(String.init) }) {
      put(text, self.text, height: 22, scale: 1.4)
    }
    finish(sheet, isWide: false)
  }

  /// A sheet of a table under a title; numbers stay numbers.
  package mutating func add(
    _ table: Page.Table, named name: String, under title: String? = nil, _ heads: [String] = []
  ) {
    let sheet = addSheet(name)
    let title = title ?? table.title
    let columns = table.header.count
    // More than fit upright in letters that can be read.
    let isWide = columns > 7
    let natural = table.columnWidths
    let room = isWide ? Workbook.wideWidth : Workbook.uprightWidth
    let whole = Double(max(1, natural.reduce(0, +)))
    // So that fitting to the width makes no letter smaller, where the columns leave it the choice.
    let scale = max(1, room / whole)
    let widths = natural.map {
      min(255, Double($0) * (table.widths.isEmpty ? scale : room / whole))
    }
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, UInt16(column), UInt16(column), width, nil)
    }
    let all = widths.reduce(0, +)
    var line = 0
    for (index, text) in ([title] + heads).enumerated() {
      let format = index == 0 ? self.title : head
      if columns > 1 {
        worksheet_merge_range(
          sheet, UInt32(line), 0, UInt32(line), UInt16(columns - 1), "", format)
      }
      write(text, sheet, line, 0, format)
      let count = text.lines(inWidth: all / (index == 0 ? 2 : 1.2))
      worksheet_set_row(
        sheet, UInt32(line),
        (index == 0 ? Workbook.titleHeight : Workbook.headHeight) * Double(count), nil)
      line += 1
    }
    for (column, text) in table.header.enumerated() { write(text, sheet, line, column, bold) }
    setHeight(of: line, lines: zip(table.header, widths).map { $0.lines(inWidth: $1) }, sheet)
    let first = line
    for row in table.rows {
      line += 1
      for (column, cell) in row.enumerated() {
        switch cell {
        case .text, .share: write(cell.text, sheet, line, column, wrapped)
        case .number(let value):
          worksheet_write_number(sheet, UInt32(line), UInt16(column), Double(value), number)
        }
      }
      setHeight(of: line, lines: zip(row, widths).map { $0.text.lines(inWidth: $1) }, sheet)
    }
    worksheet_freeze_panes(sheet, UInt32(first + 1), 0)
    worksheet_repeat_rows(sheet, UInt32(first), UInt32(first))
    finish(sheet, isWide: isWide)
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
        write(text, across: widths.count, sheet, line, title)
        worksheet_set_row(sheet, UInt32(line), Workbook.titleHeight, nil)
        line += 1
      case .paragraph(let text):
        write(text, across: widths.count, sheet, line, head)
        worksheet_set_row(sheet, UInt32(line), Workbook.headHeight, nil)
        line += 1
      case .table(let rows):
        write(rows, sheet, from: line)
        line += rows.count
      }
    }
    finish(sheet, isWide: true)
  }

  private func write(
    _ text: String, across columns: Int, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
    _ line: Int, _ format: UnsafeMutablePointer<lxw_format>
  ) {
    worksheet_merge_range(sheet, UInt32(line), 0, UInt32(line), UInt16(columns - 1), "", format)
    write(text, sheet, line, 0, format)
  }

  /// As wide as a page of A4, and as long as it takes, with the pages numbered.
  private func finish(_ sheet: UnsafeMutablePointer<lxw_worksheet>, isWide: Bool) {
    if isWide { worksheet_set_landscape(sheet) }
    worksheet_set_paper(sheet, 9)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.55, 0.55, 0.7, 0.7)
    worksheet_center_horizontally(sheet)
    worksheet_set_footer(sheet, "&C— &P / &N —")
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
    let room = max(2, Int(width * 0.96) - 1)
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
