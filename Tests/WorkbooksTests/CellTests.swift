import Testing

@testable import Workbooks

@Suite struct `A cell` {
  private static func row(_ cells: String) -> String { "<row r='1'>\(cells)</row>" }

  private static let values: [(String, CellValue)] = [
    ("<c r='A1' t='s'><v>0</v></c>", .text("共享")),
    ("<c r='A1' t='s'><v>1</v></c>", .text("白塔社区")),
    ("<c r='A1' t='s'><v>2</v></c>", .text("第一行\n第二行")),
    ("<c r='A1' t='s'><v>3</v></c>", .text("_x000D_ stays")),
    ("<c r='A1' t='s'><v>4</v></c>", .text(" 前后 ")),
    ("<c r='A1' t='inlineStr'><is><t>就地</t></is></c>", .text("就地")),
    ("<c r='A1' t='inlineStr'><is><r><t>就</t></r><r><t>地</t></r></is></c>", .text("就地")),
    ("<c r='A1' t='str'><f>B1&amp;\"区\"</f><v>白塔区</v></c>", .text("白塔区")),
    ("<c r='A1' t='b'><v>1</v></c>", .boolean(true)),
    ("<c r='A1' t='b'><v>0</v></c>", .boolean(false)),
    ("<c r='A1' t='e'><v>#N/A</v></c>", .error("#N/A")),
    ("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>", .error("#DIV/0!")),
    ("<c r='A1' t='e' vm='1'><v>#VALUE!</v></c>", .picture),
    ("<c r='A1' t='d'><v>2024-06-03</v></c>", .date("2024-06-03")),
    ("<c r='A1' t='d'><v>2024-06-03T00:00:00</v></c>", .date("2024-06-03")),
    ("<c r='A1' t='d'><v>2024-06-03T08:30:00.000Z</v></c>", .date("2024-06-03 08:30")),
    ("<c r='A1' t='d'><v>T08:30:00</v></c>", .time("08:30")),
    ("<c r='A1'><f>1+1</f><v>2</v></c>", .number("2")),
    ("<c r='A1'><f>1+1</f></c>", .noResult),
    ("<c r='A1'><f>1+1</f><v></v></c>", .noResult),
    ("<c r='A1'><f>1+1</f><v/></c>", .noResult),
    ("<c r='A1' t='str'><f>A2</f></c>", .noResult),
    ("<c r='A1'><f t='shared' si='0'/><v>7</v></c>", .number("7")),
    (
      "<c r='A1' t='str'><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c>", .picture
    ),
    ("<c r='A1' t='str'><v>=DISPIMG(\"ID_1\",1)</v></c>", .picture),
    ("<c r='A1'><f>_xlfn.DISPIMG(\"ID_1\",1)</f></c>", .picture),
  ]

  @Test(arguments: values)
  func `holds what people see`(xml: String, value: CellValue) throws {
    let texts = """
      <si><t>共享</t></si>\
      <si><r><rPr><b/></rPr><t>白塔</t></r><r><t xml:space='preserve'>社区</t></r>\
      <rPh sb='0' eb='2'><t>báitǎ</t></rPh><phoneticPr fontId='1'/></si>\
      <si><t>第一行_x000D_\n第二行</t></si><si><t>_x005F_x000D_ stays</t></si>\
      <si><t xml:space='preserve'> 前后 </t></si>
      """

    #expect(try cells(HandWritten(rows: Self.row(xml), texts: texts)) == ["A1": value])
  }

  @Test(arguments: [
    "<c r='A1' s='0'/>", "<c r='A1'><v></v></c>", "<c r='A1' t='str'><f>B1</f><v></v></c>",
    "<c r='A1' t='s'><v/></c>", "<c r='A1' t='s'><v></v></c>", "<c r='A1' t='n'><v/></c>",
    "<c r='A1' t='b'><v/></c>", "<c r='A1' t='e'><v/></c>", "<c r='A1' t='d'><v/></c>",
    "<c r='A1' t='inlineStr'><is><t>   </t></is></c>", "<c r='A1' t='inlineStr'><is><t/></is></c>",
  ])
  func `with nothing in it is none`(xml: String) throws {
    #expect(try cells(HandWritten(rows: Self.row(xml))) == [:])
  }

  @Test func `of a formula left to whoever opens the file has no result`() throws {
    let row = Self.row(
      "<c r='A1'><f>1+1</f><v>0</v></c><c r='B1'><f>1+1</f><v>2</v></c><c r='C1'><v>0</v></c>")
    let workbook = HandWritten(rows: row, workbook: "<calcPr fullCalcOnLoad='1'/>")

    #expect(try cells(workbook) == ["A1": .noResult, "B1": .number("2"), "C1": .number("0")])
    #expect(try cells(HandWritten(rows: row))["A1"] == .number("0"))
  }

  @Test func `without an address follows the one before`() throws {
    let workbook = HandWritten(
      rows:
        "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"
    )

    #expect(
      try cells(workbook) == [
        "A1": .number("1"), "D1": .number("2"), "E1": .number("3"), "A3": .number("4"),
      ])
  }

  @Test func `may have names of a namespace with a prefix, and strangers beside it`() throws {
    var workbook = HandWritten(rows: "")
    workbook.set(
      "xl/worksheets/sheet1.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <x:worksheet xmlns:x="\(HandWritten.main)" xmlns:y="urn:other"><y:sheetData><y:row>\
      <y:c r="A1"><y:v>9</y:v></y:c></y:row></y:sheetData>
      <x:sheetData><x:row r="2"><x:c r="A2" y:r="B2"><x:v>5</x:v><y:v>6</y:v></x:c></x:row></x:sheetData>
      </x:worksheet>
      """)

    #expect(try cells(workbook) == ["A2": .number("5")])
  }

  @Test func `may stand in a part of UTF-16, and of the strict kind`() throws {
    var workbook = HandWritten(rows: "")
    let xml = """
      <?xml version="1.0" encoding="UTF-16"?><worksheet \
      xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1">\
      <c r="A1" t="inlineStr"><is><t>严格</t></is></c></row></sheetData></worksheet>
      """
    let units = ("\u{FEFF}" + xml).utf16
    workbook.set(
      "xl/worksheets/sheet1.xml", units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })

    #expect(try cells(workbook) == ["A1": .text("严格")])
  }
}
