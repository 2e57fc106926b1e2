import Testing

@testable import Workbooks

@Suite struct `A merged area` {
  @Test func `gives its value to all of its cells in rows that are filled`() throws {
    let rows = """
      <row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row>\
      <row r="2"><c r="A2"><v>2</v></c><c r="C2"><v>8</v></c></row>\
      <row r="3"><c r="C3"><v>9</v></c></row><row r="4"/>\
      <row r="5"><c r="C5"><v>5</v></c></row>
      """
    let merged = """
      <mergeCells count="3"><mergeCell ref="A1:B1"/><mergeCell ref="A2:A5"/><mergeCell ref="D1:XFD1"/>\
      </mergeCells>
      """

    let workbook = try Workbook(HandWritten(rows: rows, after: merged).bytes)
    let sheet = try workbook.worksheet(workbook.sheets[0])

    let texts = sheet.rows.map { row in
      "\(row.number): "
        + row.cells.map { address($0.column, row.number) + ($0.isCopy ? "*" : "") }
        .joined(separator: " ")
    }
    #expect(texts == ["1: A1 B1* D1", "2: A2 C2", "3: A3* C3", "5: A5* C5"])
    #expect(sheet.rows[2].cells[0].value == .number("2"))
  }

  @Test func `makes no row of its own`() throws {
    let rows = "<row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='A2'><v>7</v></c></row>"
    let merged = "<mergeCells><mergeCell ref='A1:A2'/></mergeCells>"

    #expect(try cells(HandWritten(rows: rows, after: merged)) == ["A1": .number("1")])
  }

  @Test func `without a value gives none`() throws {
    let rows = "<row r='2'><c r='A2'><v>1</v></c><c r='C2'><v>3</v></c></row>"
    let merged = "<mergeCells><mergeCell ref='B2:B9'/><mergeCell ref='A1:C1'/></mergeCells>"

    #expect(try cells(HandWritten(rows: rows, after: merged)).keys.sorted() == ["A2", "C2"])
  }

  @Test(arguments: ["A1:B2 B2:C3", "A1:A3 A2:B2"])
  func `that overlaps another is damage`(references: String) {
    let rows = (1...3).map { row in
      "<row r='\(row)'>" + ["A", "B", "C"].map { "<c r='\($0)\(row)'><v>1</v></c>" }.joined()
        + "</row>"
    }
    let list = references.split(separator: " ").map { "<mergeCell ref='\($0)'/>" }.joined()

    let workbook = HandWritten(rows: rows.joined(), after: "<mergeCells>\(list)</mergeCells>")

    #expect(reason { _ = try cells(workbook) } == .damaged(part: "xl/worksheets/sheet1.xml"))
  }

  @Test(arguments: ["", "A", "1", "A0", "B2:A1", "A1:B2:C3", "A1:XFE1", "A1048577", "a1", "A1:"])
  func `is named by two cells`(reference: String) {
    let merged = "<mergeCells><mergeCell ref='\(reference)'/></mergeCells>"

    #expect(
      reason { _ = try cells(HandWritten(rows: "", after: merged)) }
        == .damaged(part: "xl/worksheets/sheet1.xml"))
  }
}
