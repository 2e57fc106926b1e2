import Drills
import Foundation
import Testing

@testable import Feeds

/// What a hidden hour follows from stays hidden with it.
@Suite struct `A hidden hour` {
  /// u1's talk at 9 and its date-only drill at `start`, both on 12 June, announced as their dates.
  private func office(drillAt start: Minute = 547, on date: String = "2024-06-12") -> Office {
    var office = Office()
    office.program.requirements = Table(
      office.program.requirements.elements.filter { $0.announcement != .internal })
    office.plan["u1/drill"] = Placement(day: day("2024-06-12"), start: 540, venue: "h1")
    office.plan["u1/sealed"] = Placement(
      day: day(date), start: start, venue: "h1", teams: ["fire": "fire1"])
    office.salts["u1/sealed"] = "00112233445566778899aabbccddeeff"
    return office
  }

  private func edit(_ id: String, _ office: inout Office, _ edit: (inout Requirement) -> Void) {
    var requirements = office.program.requirements.elements
    for index in requirements.indices where requirements[index].id == id {
      edit(&requirements[index])
    }
    office.program.requirements = Table(requirements)
  }

  /// All that is told of overridden rules in public, event and reminder.
  private func marks(_ office: Office) throws -> [String] {
    try office.files().filter { !$0.key.hasPrefix("private/") }.values.flatMap { bytes in
      String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n ", with: "")
        .components(separatedBy: "\r\n").filter { $0.contains("越过规则") }
    }
  }

  @Test(arguments: HardRule.allCases)
  func `does not follow from the rules that were overridden for it`(rule: HardRule) throws {
    var office = office()
    office.overrides["u1/sealed"] = [rule]
    office.publish()
    #expect(try marks(office) == [])

    let inside = try office.told("u1/sealed", in: "private/communities/u1.ics")
    #expect(inside?["DESCRIPTION"]?.contains("越过规则") == true)
    office.done("u1/sealed", on: day("2024-06-12"))
    let after = try office.told("u1/sealed", in: "communities/u1.ics")
    #expect(after?["DESCRIPTION"]?.contains("越过规则") == true)
  }

  @Test(arguments: HardRule.allCases)
  func `does not follow from the rules that were overridden beside it`(rule: HardRule) throws {
    var office = office()
    office.overrides["u1/drill"] = [rule]
    let concernsOthers: Set<HardRule> = [.venue, .team, .community, .order, .apart]

    office.publish()
    #expect(try marks(office).isEmpty == concernsOthers.contains(rule))

    office.plan["u1/sealed"]?.day = day("2024-06-13")
    office.publish()
    #expect(try !marks(office).isEmpty, "on another day it can tell nothing")
  }

  @Test func `of what is internal changes no mark, wherever it is held`() throws {
    var office = Office()
    office.plan["u1/drill"] = Placement(day: day("2024-06-12"), start: 540, venue: "h1")
    office.overrides["u1/drill"] = [.community]
    office.publish()
    let files = try office.files().filter { !$0.key.hasPrefix("private/") }

    for placement in [nil, Placement(day: day("2024-06-12"), start: 540)] {
      office.plan["u1/hidden"] = placement
      #expect(office.publish().allSatisfy { $0.key.edition == .private })
      #expect(try office.files().filter { !$0.key.hasPrefix("private/") } == files)
    }
    #expect(try marks(office) == [])
  }

  @Test func `does not follow from why rules were overridden`() throws {
    var office = office()
    office.publish()
    office.plan["u1/sealed"]?.day = day("2024-06-20")
    office.moved["u1/sealed"] = Reason(kind: "队伍临时出动", words: "secretwords")
    office.overrides["u1/sealed"] = [.team]

    let item = try office.told("u1/sealed", in: "communities/u1.ics")

    #expect(item?["DESCRIPTION"]?.hasPrefix("已改期，原定2024年6月12日\\n组织单位") == true)
  }

  /// Whose order it is, on which day the other is, and whether it may be told.
  @Test(arguments: [
    ("sealed", "drill", "2024-06-12", false), ("drill", "sealed", "2024-06-12", false),
    ("sealed", "drill", "2024-06-13", true), ("drill", "sealed", "2024-06-11", true),
  ])
  func `does not follow from an order on its day`(
    later: String, earlier: String, date: String, isTold: Bool
  ) throws {
    var office = office(on: date)
    edit("drill", &office) { $0.predecessors = [] }
    edit(later, &office) { $0.predecessors = [Predecessor(requirement: earlier, days: 0)] }

    let outside = try office.told("u1/\(later)", in: "communities/u1.ics")
    let inside = try office.told("u1/\(later)", in: "private/communities/u1.ics")

    let uid = "u1/\(earlier)@test.muster.invalid"
    #expect(outside?["RELATED-TO"] == (isTold ? uid : nil))
    #expect(inside?["RELATED-TO"] == uid)
  }

  @Test func `does not follow from an order after one that ends on its day`() throws {
    var office = office(on: "2024-06-13")
    edit("sealed", &office) { $0.predecessors = [Predecessor(requirement: "drill", days: 0)] }
    office.plan["u1/drill"]?.start = 1410

    #expect(try office.told("u1/sealed", in: "communities/u1.ics")?["RELATED-TO"] == nil)
    office.revealed = ["u1/sealed"]
    #expect(try office.told("u1/sealed", in: "communities/u1.ics")?["RELATED-TO"] != nil)
  }

  @Test func `does not follow from how many days it takes`() throws {
    // It takes ten hours.
    for start in [540, 1000, 1430] {
      var office = office(drillAt: start)
      let item = try office.told("u1/sealed", in: "communities/u1.ics")
      #expect(item?["DTSTART"] == "20240612")
      #expect(item?["DTEND"] == "20240613")
    }
  }

  @Test func `is forgotten by what an older Muster told of it`() throws {
    var office = office()
    office.publish()
    let key = Publication.Key(event: "u1/sealed", edition: .public)
    var told = try #require(Event(content: office.record[key]?.content ?? ""))
    told.overrides = ["community"]
    told.when = .days(day("2024-06-12")...day("2024-06-13"))
    office.record[key]?.content = told.content

    let item = try #require(try office.told("u1/sealed", in: "communities/u1.ics"))
    #expect(item["SEQUENCE"] == "1")
    #expect(item["SUMMARY"] == "【演练】高层建筑疏散演练", "it is not moved")
    #expect(item["DTEND"] == "20240613")

    office.record[key]?.content = told.content
    office.plan["u1/sealed"] = nil
    office.publish()
    #expect(try marks(office) == [])
  }

  /// Only that it changed is seen, by SEQUENCE and commitment: the price of a public commitment.
  @Test func `that changes within its day tells that it changed, and no more`() throws {
    var office = office()
    let before = try #require(try office.told("u1/sealed", in: "communities/u1.ics"))
    office.plan["u1/sealed"]?.start = 901
    office.plan["u1/sealed"]?.teams = ["fire": "fire2"]
    office.salts["u1/sealed"] = "ffffffffffffffffffffffffffffffff"

    let after = try #require(try office.told("u1/sealed", in: "communities/u1.ics"))

    #expect(after["SEQUENCE"] == "1")
    let changed = zip(before.visible, after.visible).filter { $0 != $1 }
    #expect(changed.count == 1 && before.visible.count == after.visible.count)
    let isCommitment = try #require(changed.first).0.hasPrefix("DESCRIPTION:")
    #expect(isCommitment)
    let masked = [before, after].map { item in
      item["DESCRIPTION"]?.replacing(#/[0-9a-f]{64}/#, with: "commitment")
    }
    #expect(masked[0] == masked[1])
  }
}

/// Nothing that is decided about it afterwards is seen outside.
@Suite struct `What was withdrawn from the public` {
  private func withdrawn() throws -> Office {
    var office = Office()
    office.plan["u1/drill"] = Placement(
      day: day("2024-06-13"), start: 540, venue: "h1", teams: ["fire": "fire1"])
    office.publish()
    announce(.internal, in: &office)
    office.publish()
    return office
  }

  private func announce(_ announcement: Requirement.Announcement, in office: inout Office) {
    var requirements = office.program.requirements.elements
    requirements[1].announcement = announcement
    office.program.requirements = Table(requirements)
  }

  private func outside(_ office: Office) throws -> [String: [UInt8]] {
    try office.files().filter { !$0.key.hasPrefix("private/") }
  }

  private static let decisions: [(String, @Sendable (inout Office) -> Void)] = [
    ("moved", { $0.plan["u1/drill"]?.day = day("2024-06-20") }),
    (
      "moved for a reason",
      { office in
        office.plan["u1/drill"]?.start = 600
        office.moved["u1/drill"] = Reason(kind: "天气", words: "secretwords")
        office.overrides["u1/drill"] = [.team]
      }
    ),
    ("unplaced", { $0.plan["u1/drill"] = nil }),
    (
      "called off",
      { office in
        office.plan["u1/drill"] = nil
        office.cancelled["u1/drill"] = Reason(kind: "天气", words: "secretwords")
      }
    ),
    (
      "without its requirement",
      { office in
        office.program.requirements = Table(
          office.program.requirements.elements.filter { $0.id != "drill" })
        office.cancelled["u1/drill"] = Reason(kind: "考试")
      }
    ),
    (
      "without its requirement, and done",
      { office in
        office.program.requirements = Table(
          office.program.requirements.elements.filter { $0.id != "drill" })
        office.done("u1/drill", on: day("2024-06-13"))
      }
    ),
  ]

  @Test(arguments: decisions.indices)
  func `changes no public byte`(decision: Int) throws {
    var office = try withdrawn()
    let files = try outside(office)
    let (name, decide) = Self.decisions[decision]

    for _ in 0..<2 {
      office.pass(days: 1)
      decide(&office)
      let rows = office.publish()
      #expect(rows.allSatisfy { $0.key.edition == .private }, "\(name)")
      #expect(try outside(office) == files, "\(name)")
    }
  }

  @Test func `says nothing of why it was called off at once`() throws {
    var office = Office()
    office.plan["u1/drill"] = Placement(day: day("2024-06-13"), start: 540, venue: "h1")
    office.publish()
    announce(.internal, in: &office)
    office.plan["u1/drill"] = nil
    office.cancelled["u1/drill"] = Reason(kind: "天气")

    #expect(try office.told("u1/drill", in: "all.ics")?["DESCRIPTION"] == "已取消")
  }

  @Test func `keeps the reason that it was called off for while it was public`() throws {
    var office = Office()
    office.plan["u1/drill"] = Placement(day: day("2024-06-13"), start: 540, venue: "h1")
    office.publish()
    office.plan["u1/drill"] = nil
    office.cancelled["u1/drill"] = Reason(kind: "天气")
    office.publish()
    announce(.internal, in: &office)
    let item = try office.told("u1/drill", in: "all.ics")
    #expect(item?["DESCRIPTION"] == "已取消：天气")
    #expect(item?["SUMMARY"] == "【取消】不再公布")

    office.cancelled["u1/drill"] = Reason(kind: "考试")
    #expect(try office.told("u1/drill", in: "all.ics") == item)
  }

  @Test func `is told again once it is done, and taken back with the record`() throws {
    var office = try withdrawn()
    let item = try #require(try office.told("u1/drill", in: "all.ics"))
    office.done("u1/drill", on: day("2024-06-13"))
    #expect(try office.told("u1/drill", in: "all.ics")?["SUMMARY"] == "【已完成】【演练】消防疏散演练")

    office.completions = [:]
    office.cancelled["u1/drill"] = Reason(kind: "天气")
    let after = try #require(try office.told("u1/drill", in: "all.ics"))

    #expect(after.visible == item.visible)
    #expect(after["SEQUENCE"] == "3")
  }
}
