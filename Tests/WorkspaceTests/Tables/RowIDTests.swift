import Drills
import Foundation
import SourceText
import Testing

@testable import Workspace

private let rules =
  "muster: 1\nid: p\norganizer: { name: o }\nperiod: { from: 2024-06-01, to: 2024-06-30 }\n"

@Suite struct `A row without an id` {
  /// What the record knows, and what a reading adds to it.
  private func read(
    communities: String, venues: String? = nil, plan: String = "", given: [GivenID] = []
  ) -> WorkspaceReading {
    var files = [
      "plan.yaml": [UInt8]((rules + plan).utf8), "communities.csv": [UInt8](communities.utf8),
    ]
    files["venues.csv"] = venues.map { [UInt8]($0.utf8) }
    return WorkspaceReader(.memory(files), given: given).read()
  }

  private func ids(_ rows: String..., given: [GivenID] = []) -> [String] {
    let table = "名称,类型,人口\n" + rows.map { "\($0),城市社区,100\n" }.joined()
    let reading = read(communities: table, given: given)
    #expect(reading.errors == [])
    return reading.program?.communities.elements.map(\.id) ?? []
  }

  @Test func `has one that is made of its name`() {
    #expect(
      ids("白塔社区", "柏塔社区", "重庆路社区", "绿园 3号", "Ｎo. 5", "①", "，")
        == [
          "bai-ta-she-qu", "bai-ta-she-qu-2", "chong-qing-lu-she-qu", "lu-yuan-3hao", "no-5", "1",
          "community",
        ])
  }

  @Test func `keeps it wherever it stands, whatever comes or goes`() {
    let first = read(communities: "名称,类型,人口\n白塔社区,城市社区,1\n柏塔社区,城市社区,1\n")
    let given = first.newIDs

    #expect(ids("柏塔社区", "白塔社区", given: given) == ["bai-ta-she-qu-2", "bai-ta-she-qu"])
    #expect(ids("柏塔社区", given: given) == ["bai-ta-she-qu-2"])
    #expect(
      ids("摆塔社区", "柏塔社区", "白塔社区", given: given)
        == ["bai-ta-she-qu-3", "bai-ta-she-qu-2", "bai-ta-she-qu"])
    #expect(
      ids("白塔\u{200B}社区 ", given: given) == ["bai-ta-she-qu"])
    #expect(ids("白塔新社区", given: given) == ["bai-ta-xin-she-qu"])
  }

  @Test func `leaves the ids alone that are written`() {
    let reading = read(
      communities: "编号,名称,类型,人口\n,白塔社区,城市社区,1\nbai-ta-she-qu,老白塔,城市社区,1\nu3,丙,城市社区,1\n")

    #expect(reading.errors == [])
    #expect(
      reading.program?.communities.elements.map(\.id) == ["bai-ta-she-qu-2", "bai-ta-she-qu", "u3"])
    #expect(reading.rowIDs.map(\.given.id) == ["bai-ta-she-qu-2"])
    #expect(reading.rowIDs.map(\.position.line) == [2])
  }

  @Test func `of one name is told by whose it is, or not at all`() {
    let communities = "名称,类型,人口\n甲村,农村村庄,1\n乙村,农村村庄,1\n"
    func venues(_ rows: String..., given: [GivenID] = []) -> WorkspaceReading {
      read(
        communities: communities, venues: "名称,所属\n" + rows.map { "\($0)\n" }.joined(), given: given)
    }
    let one = venues("广场,甲村")
    let two = venues("广场,乙村", "广场,甲村", given: one.newIDs)

    #expect(two.errors == [])
    #expect(two.program?.venues.elements.map(\.id) == ["guang-chang-2", "guang-chang"])
    #expect(two.program?.venues.elements.map(\.owner) == ["yi-cun", "jia-cun"])
    // Alone with its name, it may go over to another.
    #expect(
      venues("广场,乙村", given: one.newIDs).program?.venues.elements.map(\.id) == ["guang-chang"])
    let same = venues("广场,甲村", "广场,甲村").errors.map(\.reason)
    guard case .sameNameWithoutIDs("广场", .venue, first: let first) = same.first else {
      Issue.record("\(same)")
      return
    }
    #expect(first.line == 2)
  }

  @Test func `is referred to by its name, everywhere`() throws {
    let reading = read(
      communities: "名称,类型,片区,人口\n甲村,农村村庄,北片,1\n乙村,农村村庄,南片,1\n",
      venues: "名称,所属\n广场,甲村\n",
      plan: """
        closures:
          - { communities: [甲村], areas: 南片, venues: 广场, dates: 2024-06-03 }
        requirements:
          - { id: r, name: 演练, duration: 60min, for: { areas: [北片], communities: [甲村, 乙村] } }

        """)

    #expect(reading.errors == [])
    let program = try #require(reading.program)
    #expect(program.closures[0].communities == [.member("jia-cun")])
    #expect(program.closures[0].areas == ["nan-pian"])
    #expect(program.closures[0].venues == ["guang-chang"])
    #expect(program.requirements.elements[0].audience.filters[0].areas == ["bei-pian"])
    #expect(program.areaNames == ["bei-pian": "北片", "nan-pian": "南片"])
    #expect(program.name(ofArea: "bei-pian") == "北片")
  }
}

@Suite struct `A CSV without ids` {
  private let rows = "白塔,社区,3210\n"

  private func completed(_ text: String, as encode: (String) -> [UInt8]) throws -> [UInt8] {
    let bytes = encode(text)
    let files = [
      "plan.yaml": [UInt8](rules.utf8), "communities.csv": bytes,
    ]
    let reading = WorkspaceReader(.memory(files)).read()
    #expect(reading.errors == [])
    let table = CompletedTable(bytes, file: "communities.csv", rows: reading.rowIDs)
    let again = try #require(table).bytes
    // It is the same plan, without an id left to make.
    var filled = files
    filled["communities.csv"] = again
    let second = WorkspaceReader(.memory(filled)).read()
    #expect(
      second.program?.communities.elements.map(\.id)
        == reading.program?.communities.elements.map(\.id))
    #expect(second.rowIDs == [])
    return again
  }

  private static let tables: [(before: String, after: String)] = [
    ("名称,类型,人口\n甲村,村,1\n", "编号,名称,类型,人口\njia-cun,甲村,村,1\n"),
    ("name;kind;population\r\n甲村;rural;1\r\n", "id;name;kind;population\r\njia-cun;甲村;rural;1\r\n"),
    (
      "sep=;\n某镇基本情况表;;\n# 注\n\n名称;类型;人口\n\"甲\n\"\"村\";村;1\n乙村;村;\"2\"\n合计;;3",
      "sep=;\n某镇基本情况表;;\n# 注\n\n编号;名称;类型;人口\njia-cun;\"甲\n\"\"村\";村;1\nyi-cun;乙村;村;\"2\"\n;合计;;3"
    ),
    (
      "名称,编号,类型,人口\n甲村,,村,1\n乙村,v2,村,1\n丙村, ,村,1\n",
      "名称,编号,类型,人口\n甲村,jia-cun,村,1\n乙村,v2,村,1\n丙村,bing-cun,村,1\n"
    ),
    (
      "名称\t类型\t人口\t编号\n甲村\t村\t1\n乙村\t村\t1\t\"\"\r",
      "名称\t类型\t人口\t编号\n甲村\t村\t1\tjia-cun\n乙村\t村\t1\tyi-cun\r"
    ),
  ]

  @Test(arguments: tables)
  func `gets them and keeps all else`(before: String, after: String) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(try completed(before) { Array($0.utf8) } == Array(after.utf8))
    #expect(try completed(before) { mark + Array($0.utf8) } == mark + Array(after.utf8))
    for isLittle in [true, false] {
      func utf16(_ text: String) -> [UInt8] {
        ([0xFEFF] + Array(text.utf16)).flatMap { unit in
          let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
          return isLittle ? bytes.reversed() : bytes
        }
      }
      #expect(try completed(before, as: utf16) == utf16(after))
    }
  }

  /// 名称,类型,人口 and 甲村,村,1 in GB18030.
  @Test func `stays in GB18030`() throws {
    let head: [UInt8] = [
      0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xC0, 0xE0, 0xD0, 0xCD, 0x2C, 0xC8, 0xCB, 0xBF, 0xDA, 0x0D,
      0x0A,
    ]
    let row: [UInt8] = [0xBC, 0xD7, 0xB4, 0xE5, 0x2C, 0xB4, 0xE5, 0x2C, 0x31, 0x0D, 0x0A]
    let id: [UInt8] = [0xB1, 0xE0, 0xBA, 0xC5, 0x2C]
    #expect(
      try completed("") { _ in head + row } == id + head + Array("jia-cun,".utf8) + row)
  }
}
