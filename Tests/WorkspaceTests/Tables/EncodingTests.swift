import SourceText
import Drills
import Testing

@testable import Workspace

@Suite struct `A table in any encoding` {
  @Test(arguments: [
    "utf-8.csv", "utf-8-with-bom.csv", "gb18030.csv", "tabs.csv", "crlf.csv", "cr.csv",
    "chinese.csv", "excel-in-china.csv", "quoted.csv",
  ])
  func `gives the same communities`(name: String) throws {
    let bytes = try fixture("encodings/\(name)")
    let workspace = try TemporaryWorkspace()
    try workspace.apply(.write("communities.csv", bytes))

    let reading = workspace.read()

    #expect(reading.errors == [])
    #expect(reading.warnings == [])
    let communities = try #require(reading.program).communities.elements
    #expect(communities.map(\.id) == ["xinhe", "lijia", "dashu"])
    #expect(communities.map(\.name) == ["新和社区", "李家社区", "大树村"])
    #expect(communities.map(\.kind) == [.urban, .urban, .rural])
    #expect(communities.map(\.area) == ["baita", "baita", "baita"])
    #expect(communities.map(\.population) == [8200, 5100, 900])
    #expect(
      communities.map(\.hazards) == [[.highRise, .complex], [.highRise], [.flood, .forestFire]])
    #expect(communities[0].position == Position(latitude: 41.7, longitude: 123.4))
    #expect(communities[2].position == nil)
    #expect(communities[0].contact == Contact(name: "王芳", phone: "024-1"))
    #expect(communities[1].contact == nil)
    #expect(communities.map(\.maximumPerDay) == [2, nil, nil])
  }

  @Test func `is refused where its first bad byte stands`() {
    // 编号,名 and then half a character, in GBK.
    let bytes: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xC3, 0xFB, 0x0A, 0xB1, 0xFF]
    #expect(throws: WorkspaceError(.notText(byte: 0xB1), at: .init(file: "t.csv", line: 2))) {
      try DecodedText(bytes, of: "t.csv", encodings: .ofTables)
    }
  }
}
