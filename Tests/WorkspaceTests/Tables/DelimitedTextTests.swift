import SourceText
import Testing

@testable import Workspace

@Suite struct `Delimited text` {
  private func cells(_ text: String, reports reasons: WorkspaceError.Reason...) throws -> [[String]]
  {
    let findings = Findings()
    var table = try OpenTable(
      .text(Array(text.utf8), file: "t.csv"), known: [], findings)
    var rows = [table.header]
    while let row = table.next() { rows.append(row) }
    #expect(findings.errors.map(\.reason) == reasons)
    return rows.map { row in
      row.map { "\($0.position.line):\($0.position.column) \($0.text)" }
    }
  }

  @Test func `keeps the line and the column, in characters, of each cell`() throws {
    #expect(
      try cells("编号,名称\r\na,新和 ,\n") == [["1:1 编号", "1:4 名称"], ["2:1 a", "2:3 新和", "2:7 "]])
  }

  @Test func `skips blank lines, rows of empty cells and comments`() throws {
    #expect(try cells("\n# a, b\nid\n\n,,\n  \n#x\ra") == [["3:1 id"], ["8:1 a"]])
  }

  @Test func `undoes quotes`() throws {
    #expect(
      try cells("\"a,b\",\"say \"\"hi\"\"\", \"c\" \n\"x\r\ny\",z")
        == [["1:1 a,b", "1:7 say \"hi\"", "1:21 c"], ["2:1 x\ny", "3:4 z"]])
  }

  @Test func `leaves a quote inside a cell alone`() throws {
    #expect(try cells("a 5\" pipe,b") == [["1:1 a 5\" pipe", "1:11 b"]])
  }

  @Test func `takes tabs if the first row has more of them than commas`() throws {
    #expect(
      try cells("# a,b,c\nid\tname\nx\ty, z") == [["2:1 id", "2:4 name"], ["3:1 x", "3:3 y, z"]])
  }

  @Test func `reports text after a quote once and goes on`() throws {
    #expect(
      try cells("\"a\"b c,d\ne", reports: .textAfterQuote) == [["1:1 a", "1:8 d"], ["2:1 e"]])
  }

  @Test func `drops the row of a quote that is never closed`() throws {
    #expect(try cells("a,b\nc,\"d\ne,f\n", reports: .unclosedQuote) == [["1:1 a", "1:3 b"]])
  }
}
