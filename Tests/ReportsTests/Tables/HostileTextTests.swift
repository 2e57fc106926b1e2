import Drills
import Foundation
import Reports
import Testing

private let hostile = [
  "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>", "a,b\"c\nd", "'=1", "javascript:alert(1)", "&amp;",
  "\u{0}\u{7}",
]

private func page() -> Page {
  var page = Page(title: hostile[6], period: hostile[7], language: .chinese)
  page.blocks = [
    .heading(hostile[6]), .paragraph(hostile[7]),
    .table(
      Page.Table(
        hostile[0], header: ["=h", "n"], rows: hostile.map { [.text($0), .number(-3)] })),
  ]
  return page
}

@Suite struct `A hostile text` {
  @Test func `is no formula in CSV`() {
    let rows = page().csv.text.split(separator: "\r\n").map(String.init)
    for cell in rows.map({ $0.hasPrefix("\"") ? String($0.dropFirst()) : $0 }) {
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.first.map(String.init)), "\(cell)")
    }
    #expect(CSVText([["=1+1", "-2"]]).text == "\"'=1+1\",\"'-2\"\r\n")
    #expect(CSVText([["a"], ["b"]]).marked == "\u{FEFF}a\r\nb", "Excel knows UTF-8 by the mark")
    #expect(CSVText([["a,b\"c\nd"]]).text == "\"a,b\"\"c\nd\"\r\n")
  }

  @Test func `is no markup in HTML`() {
    let html = page().html
    for tag in ["<script", "<img", "<b>"] { #expect(!html.contains(tag)) }
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(!html.contains("\u{7}"))
  }

  @Test func `is text in XLSX, whose numbers are numbers`() throws {
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    var book = Workbook(path: file.path)
    for table in page().tables { book.add(table, named: "=[a]:*?/\\'b") }
    for table in page().tables { book.add(table, named: "=[a]:*?/\\'b") }
    try book.close()

    let sheets = try unzipped(file, "xl/worksheets/")
    #expect(sheets.count == 2)
    for sheet in sheets.values {
      #expect(!sheet.contains("<f>"))
      #expect(sheet.contains("<v>-3</v>"))
    }
    let texts = try unzipped(file, "xl/sharedStrings").values.joined()
    #expect(texts.contains("<t>=1+1</t>"))
  }

  /// The parts of a ZIP file under a folder, read by Python's library.
  private func unzipped(_ file: URL, _ prefix: String) throws -> [String: String] {
    let script = """
      import json, sys, zipfile
      z = zipfile.ZipFile(sys.argv[1])
      print(json.dumps({n: z.read(n).decode() for n in z.namelist() if n.startswith(sys.argv[2])}))
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["-c", script, file.path, prefix]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([String: String].self, from: data)
  }
}
