import Testing

@testable import Workbooks

/// The filled cells of the first sheet, by their addresses.
func cells(_ workbook: HandWritten) throws -> [String: CellValue] {
  let workbook = try Workbook(workbook.bytes)
  let sheet = try workbook.worksheet(try #require(workbook.sheets.first))
  var result: [String: CellValue] = [:]
  for row in sheet.rows {
    for cell in row.cells { result[address(cell.column, row.number)] = cell.value }
  }
  return result
}

func address(_ column: Int, _ row: Int) -> String {
  var letters = ""
  var rest = column
  while rest > 0 {
    letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
    rest = (rest - 1) / 26
  }
  return "\(letters)\(row)"
}

func reason(_ body: () throws -> Void) -> WorkbookError.Reason? {
  do {
    try body()
    return nil
  } catch let error as WorkbookError {
    return error.reason
  } catch {
    return nil
  }
}
