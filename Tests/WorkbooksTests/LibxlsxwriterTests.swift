import CXlsxWriter
import Foundation
import Testing

@testable import Workbooks

@Suite struct `A workbook of libxlsxwriter` {
  /// What is read of a workbook that `write` fills.
  private func worksheet(
    inMemory: Bool,
    _ write: (
      _ book: UnsafeMutablePointer<lxw_workbook>,
      _ sheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> Void
  ) throws -> Worksheet {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    var options = lxw_workbook_options()
    options.constant_memory = inMemory ? 0 : 1
    let book = try #require(workbook_new_opt(file.path, &options))
    let sheet = try #require(workbook_add_worksheet(book, "社区"))
    write(book, sheet)
    try #require(workbook_close(book) == LXW_NO_ERROR)
    let read = try Workbook(Array(try Data(contentsOf: file)))
    #expect(read.sheets.map(\.name) == ["社区"])
    return try read.worksheet(read.sheets[0])
  }

  /// With shared texts, and with texts in their cells.
  @Test(arguments: [true, false])
  func `reads as it was written`(inMemory: Bool) throws {
    let sheet = try worksheet(inMemory: inMemory) { book, sheet in
      let date = workbook_add_format(book)
      format_set_num_format(date, "yyyy\"年\"m\"月\"d\"日\"")
      let share = workbook_add_format(book)
      format_set_num_format(share, "0.0%")
      var day = lxw_datetime(year: 2024, month: 6, day: 3, hour: 0, min: 0, sec: 0)
      worksheet_write_string(sheet, 0, 0, "白塔 <社区> & \"村\"", nil)
      worksheet_write_number(sheet, 0, 1, 13_977_212_345, nil)
      worksheet_write_datetime(sheet, 0, 2, &day, date)
      worksheet_write_number(sheet, 0, 3, 0.025, share)
      worksheet_write_boolean(sheet, 0, 4, 1, nil)
      worksheet_write_formula_num(sheet, 0, 5, "=6*7", nil, 42)
      worksheet_write_formula(sheet, 0, 6, "=6*7", nil)
      worksheet_write_blank(sheet, 0, 7, date)
      worksheet_write_string(sheet, 1, 0, "第一行\n第二行", nil)
    }

    #expect(
      sheet.rows.map { $0.cells.map(\.value) } == [
        [
          .text("白塔 <社区> & \"村\""), .number("13977212345"), .date("2024-06-03"),
          .percent("2.5%"), .boolean(true), .number("42"), .noResult,
        ],
        [.text("第一行\n第二行")],
      ])
  }

  @Test func `has its merged cells, and rows that are hidden`() throws {
    let sheet = try worksheet(inMemory: true) { _, sheet in
      worksheet_merge_range(sheet, 0, 0, 0, 2, "标题", nil)
      worksheet_merge_range(sheet, 1, 0, 3, 0, "南片", nil)
      var hidden = lxw_row_col_options()
      hidden.hidden = 1
      for row in 1...3 { worksheet_write_number(sheet, UInt32(row), 1, Double(row), nil) }
      worksheet_set_row_opt(sheet, 2, 15, nil, &hidden)
    }

    #expect(
      sheet.rows.map { $0.cells.compactMap(\.value.text).joined(separator: " ") }
        == ["标题 标题", "南片 1", "南片 2", "南片 3"])
    #expect(sheet.rows.map(\.isHidden) == [false, false, true, false])
  }
}
