import Drills
import SourceText
import Testing

@testable import Workspace

private let communities = "communities.csv"
private let venues = "venues.csv"

/// The base workspace's communities as text with another delimiter or frame.
private let rows = [
  ["id", "name", "kind", "area", "population", "hazards", "lat", "lon", "contact", "phone"],
  ["xinhe", "新和社区", "urban", "baita", "8200", "high-rise;complex", "41.7", "123.4", "王芳", "024-1"],
  ["lijia", "李家社区", "urban", "baita", "5100", "high-rise", "41.71", "123.41", "", ""],
  ["dashu", "大树村", "rural", "baita", "900", "flood;forest-fire", "", "", "", ""],
]

private func table(separator: String, _ rows: [[String]] = rows) -> String {
  rows.map { row in
    row.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator)
  }.joined(separator: "\r\n") + "\r\n"
}

@Suite struct `Tables as offices have them` {
  private func expectBase(
    _ text: String, at location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    try expectBase(Array(text.utf8), at: location)
  }

  private func expectBase(
    _ bytes: [UInt8], at location: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let reading = try reading(after: .write(communities, bytes))
    #expect(reading.errors == [], sourceLocation: location)
    #expect(reading.warnings == [], sourceLocation: location)
    let plain = try program(after: .write(communities, table(separator: ",")))
    #expect(
      reading.program?.communities.elements.map(\.text) == plain.communities.elements.map(\.text),
      sourceLocation: location)
  }

  @Test(arguments: [",", "\t", ";"])
  func `are separated by commas, tabs or semicolons`(separator: String) throws {
    try expectBase(table(separator: separator))
    // A title above, whose line has no separator at all.
    try expectBase("白塔街道各社区（村）基本情况表\r\n" + table(separator: separator))
    try expectBase("白塔街道基本情况表\r\n填表日期：2024年5月\r\n\r\n" + table(separator: separator))
  }

  @Test(arguments: ["sep=;", "SEP=;", "\"sep=;\""])
  func `obey the separator that their first line states`(line: String) throws {
    try expectBase(line + "\r\n" + table(separator: ";"))
  }

  @Test func `may have any separator that is stated`() throws {
    try expectBase("sep=|\n" + table(separator: "|"))
  }

  @Test func `have their header within ten lines`() throws {
    let title = "标题\r\n"
    try expectBase(String(repeating: title, count: 9) + table(separator: ","))
    let reading = try reading(
      after: .write(communities, String(repeating: title, count: 10) + table(separator: ",")))
    #expect(!reading.errors.isEmpty)
  }

  @Test func `may leave out trailing empty cells`() throws {
    let short = rows.map { row in
      Array(row.prefix((row.lastIndex { !$0.isEmpty } ?? 0) + 1))
    }
    try expectBase(table(separator: ",", short))
  }

  @Test func `may not leave out what every row needs`() throws {
    let reading = try reading(
      after: .write(communities, "id,name,kind,population\nxinhe,新和社区,urban\nlijia\n"))
    #expect(
      reading.errors.filter { $0.position.file == communities }.map(\.reason)
        == [
          .noCell(column: "population"), .noCell(column: "name"), .noCell(column: "kind"),
          .noCell(column: "population"),
        ])
  }

  @Test(arguments: ["序号", "备注", "No.", "说明", "Remarks"])
  func `may have columns that nobody reads`(name: String) throws {
    try expectBase(
      table(separator: ",", rows.enumerated().map { [$0 == 0 ? name : "\($0)"] + $1 }))
  }

  @Test(arguments: ["合计", "合 计", "总计", "小计", "Total"])
  func `may end with a line of totals`(word: String) throws {
    try expectBase(table(separator: ",") + "\(word),,,,14200,,,,,\r\n")
    try expectBase(table(separator: ",") + ",\(word),,,14200\r\n")
    // Subtotals, what stands below, and the head once more on the next page.
    try expectBase(table(separator: ",", [rows[0], [word, "", ""]] + rows.dropFirst()))
    try expectBase(
      table(separator: ",", [rows[0], ["9", word, "", "", "900"]] + rows.dropFirst()))
    try expectBase(table(separator: ",") + "\(word),,,,14200\r\n填表人：李四,,,审核：王五\r\n")
    try expectBase(table(separator: ",", rows + [rows[0]]))
  }

  @Test func `may have heads with units, stars and blanks`() throws {
    var head = rows[0]
    head[0] = "*编号"
    head[1] = " 名 称 "
    head[2] = "类型*"
    head[4] = "人口（人）"
    head[5] = "风险(可多选)"
    try expectBase(table(separator: ",", [head] + rows.dropFirst()))
  }

  @Test func `may be in UTF-16, either way round`() throws {
    let units = Array(table(separator: "\t").utf16)
    try expectBase([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    try expectBase([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    let half = try reading(after: .write(communities, [0xFF, 0xFE, 0x00, 0xD8]))
    #expect(half.errors.map(\.reason).contains(.utf16))
    let long = try reading(after: .write(communities, [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]))
    #expect(long.errors.map(\.reason).contains(.utf32))
  }

  @Test func `take numbers, kinds and hours as people write them`() throws {
    let program = try program(
      after: .write(
        communities,
        """
        编号,名称,类型,片区,人口
        xinhe,新和社区,城市,baita,"８，２００人"
        lijia,李家社区,社区,baita,"5,100"
        dashu,大树村,农村,baita,９００

        """),
      .write(
        venues,
        """
        编号,名称,类别,所属,容纳人数（人）,开放时间,开放日
        tower,新和一号楼,高层建筑,新和社区,600人,8:00-18:00,周一至周五
        court,李家高层,high-rise,李家社区,300,8：00－18：00,每天
        hall,街道礼堂,hall,共用,300,全天,工作日

        """))
    #expect(program.communities.elements.map(\.population) == [8200, 5100, 900])
    #expect(program.communities.elements.map(\.kind) == [.urban, .urban, .rural])
    let venues = program.venues.elements
    #expect(venues.map(\.capacity) == [600, 300, 300])
    #expect(
      venues[0].opening
        == Opening(
          hours: [HourRange(start: 480, end: 1080)],
          days: .weekdays([.mon, .tue, .wed, .thu, .fri])))
    #expect(venues[1].opening == Opening(hours: [HourRange(start: 480, end: 1080)], days: .any))
    #expect(venues[2].opening == Opening(hours: [], days: .workdays))
  }

  @Test(arguments: [
    ("1.39772E+10", true), ("1.38e+10", true), ("2412345678", true), ("43112345678", true),
    ("13912345678", false), ("02412345678", false), ("024-12345678", false), ("4001234567", false),
    ("119", false), ("12345678", false), ("139 1234 5678", false),
  ])
  func `are warned of if a spreadsheet changed a phone number`(phone: String, warns: Bool) throws {
    let reading = try reading(
      after: .write(communities, table(separator: ",").replacing("024-1", with: phone)))
    #expect(reading.errors == [])
    #expect(reading.warnings.map(\.reason) == (warns ? [.mangledNumber(phone)] : []))
  }

  @Test func `are warned of if merging left blanks below an owner, once with their number`() throws
  {
    let text = """
      id,name,types,community,capacity
      hall,街道礼堂,hall,,300
      tower,新和一号楼,high-rise,xinhe,600
      room,新和活动室,room,,50
      roof,新和楼顶,room,,50
      court,李家高层,high-rise,lijia,300
      plaza,广场,square,共用,300
      park,公园,square,,300

      """
    let reading = try reading(after: .write(venues, text))
    #expect(reading.errors == [])
    let reasons: [WorkspaceError.Reason] = [.noCoordinates, .blankUnderFilled(column: "community")]
    #expect(reading.warnings.map(\.reason) == reasons)
    #expect(reading.warnings.map(\.repeats) == [0, 1])
    #expect(reading.warnings[1].text(in: .chinese).hasPrefix("venues.csv:4:17 (D4, community): "))
  }

  @Test func `tell a mistake that many rows have once, with their number`() throws {
    let many = (0..<50).map { "v\($0),场所\($0),hall,,,夜里,\n" }.joined()
    let reading = try reading(
      after: .write(venues, "id,name,types,community,capacity,开放时间,days\n" + many))
    let told = reading.errors.filter { $0.position.file == venues }
    #expect(told.map(\.reason) == [.notHours("夜里", near: nil)])
    #expect(told.map(\.repeats) == [49])
    #expect(told[0].text(in: .english).hasPrefix("venues.csv:2:15 (F2, 开放时间): '夜里'"))
    #expect(told[0].text(in: .english).contains("(and in 49 more of this column)"))
  }

  @Test func `tell at most two hundred mistakes, and how many more there are`() throws {
    let many = (0..<5000).map { "v\($0),场所\($0),hall,,x\($0)\n" }.joined()
    let reading = try reading(
      after: .write(venues, "id,name,types,community,capacity\n" + many),
      .replace("plan.yaml", "as: closure, venues: [hall]", with: "as: closure"),
      .replace("plan.yaml", "    venue: [hall]\n", with: ""))
    #expect(reading.errors.count == 201)
    #expect(reading.errors.last?.reason == .more(4800))
  }
}

@Suite struct `What a table may hold` {
  @Test(arguments: [
    0x1B, 0x9B, 0x85, 0x7F, 0x202E, 0x2067, 0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF,
  ])
  func `is no character that hides, reorders or is none`(scalar: UInt32) throws {
    let character = try #require(Unicode.Scalar(scalar))
    let inTable = try reading(
      after: .replace("teams.csv", "白塔消防站", with: "白塔\(character)消防站"))
    #expect(inTable.errors.map(\.reason).contains(.forbiddenCharacter(scalar)))
    #expect(
      inTable.errors.first?.position == SourcePosition(file: "teams.csv", line: 2, column: 10))
    let inPlan = try reading(after: .replace("plan.yaml", "示范", with: "示\(character)范"))
    #expect(inPlan.errors.map(\.reason).contains(.forbiddenCharacter(scalar)))
    let digits = String(scalar, radix: 16)
    let escape = "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    let escaped = try reading(
      after: .replace("plan.yaml", "title: 示范", with: "theme: \"示\(escape)范\"\ntitle: 示范"))
    #expect(escaped.errors.map(\.reason) == [.forbiddenCharacter(scalar)], "\(escape)")
  }

  @Test(arguments: ["\u{200B}", "é", "e\u{301}", "𠀀", "👨‍👩‍👧", "\u{3000}"])
  func `is every other`(character: String) throws {
    let reading = try reading(
      after: .replace("teams.csv", "白塔消防站", with: "白塔\(character)消防站"))
    #expect(reading.errors == [])
  }

  @Test func `is no cell as long as a book`() throws {
    func name(_ count: Int) -> Edit {
      .replace("teams.csv", "白塔消防站", with: String(repeating: "a", count: count))
    }
    #expect(try reading(after: name(10_000)).errors == [])
    #expect(
      try reading(after: name(10_001)).errors.map(\.reason).contains(
        .tooLong(characters: 10_001, most: 10_000)))
    let plan = try reading(
      after: .replace("plan.yaml", "示范", with: String(repeating: "a", count: 3_000_000)))
    #expect(plan.errors.count == 1)
  }

  @Test func `is at most a thousand columns and a hundred thousand rows`() throws {
    let wide = try reading(
      after: .write("teams.csv", "id,name" + String(repeating: ",", count: 100_000) + "\n"))
    #expect(wide.errors.map(\.reason).contains(.tooManyColumns(most: 1000)))
    let long = try reading(
      after: .write("teams.csv", "id,name\n" + (0..<100_001).map { "t\($0),x\n" }.joined()))
    #expect(long.errors.map(\.reason).contains(.tooManyRows(most: 100_000)))
  }
}

@Suite struct `Names` {
  @Test func `stand for ids where only one has them`() throws {
    let plain = try program(
      after: .replace("teams.csv", ",baita,", with: ",xinhe,"),
      .replace("plan.yaml", "after: [briefing]", with: "after: [briefing]"))
    let named = try program(
      after: .replace("venues.csv", "high-rise,xinhe", with: "high-rise,新和社区"),
      .replace("teams.csv", ",baita,", with: ",新和社区,"),
      .replace("plan.yaml", "venues: [hall]", with: "venues: [街道礼堂]"),
      .replace("plan.yaml", "after: [briefing]", with: "after: [动员部署会议]"),
      .replace("plan.yaml", "counts-as: push", with: "counts-as: 微信群推送"))
    #expect(named.venues.elements.map(\.owner) == plain.venues.elements.map(\.owner))
    #expect(named.teams.elements.map(\.covers) == [["xinhe"]])
    #expect(named.closures.map(\.venues) == plain.closures.map(\.venues))
    #expect(
      named.requirements.elements.map { $0.predecessors.map(\.requirement) } == [[], ["briefing"]])
    #expect(named.campaigns.map(\.countsAs) == plain.campaigns.map(\.countsAs))
  }

  @Test func `that several have are refused, with their ids`() throws {
    let reading = try reading(
      after: .replace("communities.csv", "李家社区", with: "新和社区"),
      .replace("venues.csv", "high-rise,xinhe", with: "high-rise,新和社区"))
    #expect(
      reading.errors.map(\.reason)
        == [.ambiguousName(.community, "新和社区", ["lijia", "xinhe"])])
  }

  @Test func `are suggested where one was nearly written`() throws {
    let reading = try reading(
      after: .replace("venues.csv", "high-rise,xinhe", with: "high-rise,新河社区"))
    #expect(reading.errors.map(\.reason) == [.unknown(.community, "新河社区", near: "新和社区")])
  }

  @Test func `are the same in NFC and NFD, and in wide letters`() throws {
    let program = try program(
      after: .replace("communities.csv", "新和社区", with: "Caf\u{E9}１"),
      .replace("venues.csv", "high-rise,xinhe", with: "high-rise,Cafe\u{301}1"))
    #expect(program.venues.elements.first?.owner == "xinhe")
  }
}

extension Community {
  fileprivate var text: String {
    "\(id) \(name) \(kind) \(area) \(population) \(hazards.map(\.rawValue).sorted())"
      + " \(position.map { "\($0)" } ?? "") \(contact.map { "\($0)" } ?? "")"
  }
}
