import Testing

@testable import Workbooks

@Suite struct `A hostile workbook` {
  private static let sheet = "xl/worksheets/sheet1.xml"

  private static func workbook(_ xml: String) -> HandWritten {
    var workbook = HandWritten(rows: "")
    workbook.set(sheet, xml)
    return workbook
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
  }

  private static let documents: [(String, WorkbookError.Reason)] = [
    ("<!DOCTYPE w [<!ENTITY a 'b'>]><w>&a;</w>", .documentType),
    ("<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>", .documentType),
    (nested(65), .tooDeep(most: 64)), (nested(3_000), .tooDeep(most: 64)),
    ("", .damaged(part: sheet)), ("<w>", .damaged(part: sheet)),
    ("<w>&b;</w>", .damaged(part: sheet)),
    ("text", .damaged(part: sheet)), ("<w/><w/>", .damaged(part: sheet)),
    ("<w a='1' a='2'/>", .damaged(part: sheet)), ("<w>\u{1}</w>", .damaged(part: sheet)),
  ]

  @Test(arguments: documents)
  func `is refused for its XML`(xml: String, expected: WorkbookError.Reason) {
    #expect(reason { _ = try cells(Self.workbook(xml)) } == expected)
  }

  @Test func `is read to the depth that is allowed`() throws {
    #expect(try cells(Self.workbook(Self.nested(64))) == [:])
  }

  @Test(arguments: [
    "<row r='2'/><row r='1'/>", "<row r='1'/><row r='1'/>", "<row r='0'/>", "<row r='1048577'/>",
    "<row r='x'/>", "<row r='1'><c r='A2'/></row>", "<row r='1'><c r='B1'/><c r='A1'/></row>",
    "<row r='1'><c r='A1'/><c r='A1'/></row>", "<row r='1'><c r='XFE1'/></row>",
    "<row r='1'><c r=''/></row>", "<row><c t='s'><v>0</v></c></row>",
    "<row><c t='s'><v>-1</v></c></row>", "<row><c t='s'><v>x</v></c></row>",
    "<row><c><v>word</v></c></row>", "<row><c><v>1e999</v></c></row>",
  ])
  func `is refused for cells out of order and values that are none`(rows: String) {
    #expect(reason { _ = try cells(HandWritten(rows: rows)) } == .damaged(part: Self.sheet))
  }

  @Test func `is refused for more rows than are allowed`() {
    let row = "<row><c><v>1</v></c></row>"
    let rows = String(repeating: row, count: 200_001)
    var archive = HandWrittenArchive(HandWritten(rows: rows).parts)
    for index in archive.entries.indices { archive.entries[index].method = 0 }

    let workbook = try? Workbook(archive.bytes)

    #expect(
      reason { _ = try workbook.map { try $0.worksheet($0.sheets[0]) } }
        == .tooManyRows(most: 200_000))
  }

  private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let zip: [UInt8] = [0x50, 0x4B, 3, 4]

  private static func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }

  private static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  private static let beginnings: [([UInt8], WorkbookError.Reason)] = [
    ([], .notAWorkbook), (Array("id,name\n".utf8), .notAWorkbook),
    (old + wide("Workbook"), .oldFormat),
    (old + zeros(504) + wide("EncryptedPackage"), .encrypted),
    (old + zeros(128 * 9 - 8) + wide("EncryptedPackage") + zeros(64), .encrypted),
    (zip, .damaged(part: nil)),
    (zip + zeros(100), .damaged(part: nil)),
  ]

  @Test(arguments: beginnings)
  func `is known by its first bytes`(bytes: [UInt8], expected: WorkbookError.Reason) {
    #expect(reason { _ = try Workbook(bytes) } == expected)
  }

  @Test func `is refused for its size alone`() {
    #expect(
      reason { _ = try Workbook(Self.zip + Self.zeros(64 << 20)) } == .tooLarge(mebibytes: 64))
  }

  @Test func `is refused for a document of another kind`() {
    var document = HandWritten(rows: "")
    document.set("xl/workbook.xml", "<document xmlns='urn:word'/>")
    var binary = HandWritten(rows: "")
    binary.set(
      "_rels/.rels",
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>
      """)
    var openDocument = HandWritten(rows: "")
    openDocument.parts = [("mimetype", Array("application/vnd.oasis".utf8))]

    #expect(reason { _ = try Workbook(document.bytes) } == .notAWorkbook)
    #expect(reason { _ = try Workbook(binary.bytes) } == .binary)
    #expect(reason { _ = try Workbook(openDocument.bytes) } == .notAWorkbook)
  }

  @Test func `is followed nowhere outside`() throws {
    var workbook = HandWritten(
      rows: "<row><c t='s'><v>0</v></c></row>", texts: "<si><t>in</t></si>")
    let rels = "xl/_rels/workbook.xml.rels"
    let text = String(
      decoding: try #require(workbook.parts.first { $0.name == rels }).bytes, as: UTF8.self)
    workbook.set(
      rels,
      text.replacing(
        "Target=\"sharedStrings.xml\"",
        with: "TargetMode=\"External\" Target=\"file:///etc/passwd\""))

    #expect(reason { _ = try cells(workbook) } == .damaged(part: Self.sheet))
  }
}

@Suite struct `A ZIP archive` {
  private static let parts = HandWritten(rows: "<row><c><v>5</v></c></row>").parts
  private static var archive: HandWrittenArchive { HandWrittenArchive(parts) }

  private static func isRead(_ archive: HandWrittenArchive) throws -> Bool {
    let workbook = try Workbook(archive.bytes)
    return try workbook.worksheet(workbook.sheets[0]).rows[0].cells[0].value == .number("5")
  }

  private static func changed(_ change: (inout HandWrittenArchive.Entry) -> Void)
    -> HandWrittenArchive
  {
    var archive = archive
    for index in archive.entries.indices { change(&archive.entries[index]) }
    return archive
  }

  @Test func `is read however it is written`() throws {
    var commented = Self.archive
    commented.comment = Array("a comment".utf8)
    var climbing = Self.archive
    climbing.entries.append(.init(name: Array("../../etc/passwd".utf8), bytes: [1]))
    climbing.entries.append(.init(name: Array("xl/media/".utf8), bytes: []))

    #expect(try Self.isRead(Self.archive))
    #expect(try Self.isRead(Self.changed { $0.method = 0 }))
    #expect(try Self.isRead(Self.changed { $0.isStreamed = true }))
    #expect(try Self.isRead(Self.changed { $0.isLong = true }))
    #expect(try Self.isRead(commented))
    #expect(try Self.isRead(climbing))
    #expect(
      try Self.isRead(
        Self.changed {
          $0.name = String(decoding: $0.name, as: UTF8.self).uppercased().utf8.map { $0 }
        }))
    #expect(
      try Self.isRead(Self.changed { $0.name = $0.name.map { $0 == 0x2F ? 0x5C : $0 } }))
  }

  @Test func `is refused if anything in it is not as it says`() {
    var doubled = Self.archive
    doubled.entries.append(doubled.entries[2])
    var shared = Self.archive
    shared.sharesFirst = true
    var crowded = Self.archive
    crowded.entries += (0..<200).map { .init(name: Array("\($0)".utf8), bytes: [0]) }
    let damaged = WorkbookError.Reason.damaged(part: nil)
    let first = WorkbookError.Reason.damaged(part: "_rels/.rels")

    let cases: [(HandWrittenArchive, WorkbookError.Reason)] = [
      (doubled, damaged), (shared, damaged),
      (crowded, .tooManyEntries(most: 200)),
      (Self.changed { $0.statedChecksum = 1 }, first),
      (Self.changed { $0.statedSize = $0.bytes.count - 1 }, first),
      (Self.changed { $0.statedSize = $0.bytes.count + 1 }, first),
      (Self.changed { $0.method = 12 }, first), (Self.changed { $0.flags = 1 }, .encrypted),
    ]

    for (index, (archive, expected)) in cases.enumerated() {
      #expect(reason { _ = try Self.isRead(archive) } == expected, "\(index)")
    }
  }

  @Test func `is refused for what it would unpack to, unread`() {
    let started = ContinuousClock.now
    let bomb = Self.changed {
      if $0.name.count > 20 { $0.bytes = [UInt8](repeating: 32, count: 9 << 20) }
    }
    let large = Self.changed { $0.statedSize = 200 << 20 }

    #expect(reason { _ = try Workbook(bomb.bytes) } == .unpacksTooFar(fold: 100))
    #expect(reason { _ = try Workbook(large.bytes) } == .unpacksTooLarge(mebibytes: 256))
    #expect(ContinuousClock.now - started < .seconds(20))
  }

  @Test func `is refused, or read, cut short anywhere and with any byte changed`() {
    let bytes = Self.archive.bytes
    var refused = 0
    for count in stride(from: 0, to: bytes.count, by: 3)
    where reason({ _ = try Workbook(Array(bytes.prefix(count))) }) != nil {
      refused += 1
    }
    #expect(refused == (bytes.count + 2) / 3)

    var random = SplitMix64(state: 1)
    for _ in 0..<500 {
      var changed = bytes
      changed[Int(random.next() % UInt64(bytes.count))] = UInt8(random.next() & 0xFF)
      _ = reason {
        let workbook = try Workbook(changed)
        for sheet in workbook.sheets { _ = try workbook.worksheet(sheet) }
      }
    }
  }
}

private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
