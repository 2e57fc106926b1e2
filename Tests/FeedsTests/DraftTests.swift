import Drills
import Testing

@testable import Feeds

/// What subscribers see while a plan waits to be published.
@Suite struct `A draft` {
  private let place = Placement(
    day: day("2024-06-12"), start: 540, venue: "h1", teams: ["fire": "fire1"])
  private let uid = "u1/drill@test.muster.invalid"

  private func office() -> Office {
    var office = Office()
    office.plan["u1/drill"] = place
    return office
  }

  /// What changes while the draft waits, as the record then has it.
  @discardableResult
  private func wait(
    _ office: inout Office, for plan: Plan, why: Reason? = nil
  ) throws -> (rows: [Publication], feeds: [String: FeedText]) {
    var draft = office
    draft.plan = plan
    draft.moved = why.map { ["u1/drill": $0] } ?? [:]
    let publisher = Publisher(office.source, draft: draft.source)
    let rows = publisher.changed(since: office.record)
    for row in rows { office.record[row.key] = row }
    let feeds = Dictionary(
      uniqueKeysWithValues: try publisher.files(office.record).map { file in
        ((file.edition == .public ? "" : "private/") + file.path, FeedText(file.bytes))
      })
    return (rows, feeds)
  }

  private func elsewhere() -> Plan {
    var place = place
    place.day = day("2024-06-14")
    return Plan(["u1/drill": place])
  }

  @Test func `changes no byte in public, and is tentative in private`() throws {
    var office = office()
    office.publish()
    let before = try office.feeds()
    office.pass(days: 1)

    let (rows, feeds) = try wait(
      &office, for: elsewhere(), why: Reason(kind: "天气", words: "暴雨"))

    #expect(rows.map(\.key) == [Publication.Key(event: "u1/drill", edition: .private)])
    #expect(rows.map(\.sequence) == [1])
    let isPublic: (String) -> Bool = { !$0.hasPrefix("private/") }
    #expect(
      feeds.filter { isPublic($0.key) }.mapValues(\.items)
        == before.filter { isPublic($0.key) }.mapValues(\.items))
    let item = try #require(feeds["private/communities/u1.ics"]?[uid])
    #expect(item["STATUS"] == "TENTATIVE")
    #expect(item["DTSTART"] == "20240614T090000")
    #expect(item["SUMMARY"] == "【草案】【演练】消防疏散演练")
    #expect(
      item["DESCRIPTION"]?.hasPrefix(
        "草案，尚未发布\\n已发布的时间：2024年6月12日 09:00–10:30\\n原因：天气：暴雨\\n") == true)
  }

  @Test func `leaves what stays where it is confirmed, and untouched`() throws {
    var office = office()
    office.publish()
    office.pass(days: 1)
    let (rows, feeds) = try wait(&office, for: office.plan)
    #expect(rows.isEmpty)
    #expect(feeds["private/communities/u1.ics"]?[uid]?["STATUS"] == "CONFIRMED")
  }

  @Test func `that leaves something out says so where it stands`() throws {
    var office = office()
    office.publish()
    let item = try #require(
      try wait(&office, for: Plan()).feeds["private/communities/u1.ics"]?[uid])
    #expect(item["STATUS"] == "TENTATIVE" && item["DTSTART"] == "20240612T090000")
    #expect(item["DESCRIPTION"]?.contains("草案中没有这一项") == true)
  }

  @Test func `once published is told as moved from what was told for sure`() throws {
    var office = office()
    office.publish()
    try wait(&office, for: elsewhere())
    office.plan = elsewhere()
    office.moved["u1/drill"] = Reason(kind: "天气")

    for edition in ["", "private/"] {
      let item = try #require(try office.told("u1/drill", in: "\(edition)communities/u1.ics"))
      #expect(item["STATUS"] == "CONFIRMED")
      #expect(item["SUMMARY"] == "【改期】【演练】消防疏散演练")
      #expect(
        item["DESCRIPTION"]?.hasPrefix("已改期，原定2024年6月12日 09:00–10:30\\n原因：天气") == true)
    }
    #expect(office.row("u1/drill", .public)?.sequence == 1)
    #expect(office.row("u1/drill", .private)?.sequence == 2)
  }

  /// After one move, a draft and its end nothing but the sequence tells that there was a draft.
  @Test(arguments: 1...3)
  func `that is given up leaves everything as it was told`(drafts: Int) throws {
    var office = office()
    office.publish()
    office.plan["u1/drill"]?.start = 600
    let before = try #require(try office.told("u1/drill", in: "private/communities/u1.ics"))
    for _ in 0..<drafts { try wait(&office, for: elsewhere()) }
    let after = try #require(try office.told("u1/drill", in: "private/communities/u1.ics"))
    #expect(after.visible == before.visible)
    #expect(after["SEQUENCE"] == "3" && before["SEQUENCE"] == "1")
  }

  @Test func `of what is then called off tells where it was to be for sure`() throws {
    var office = office()
    office.publish()
    try wait(&office, for: elsewhere())
    office.plan = Plan()
    let item = try #require(try office.told("u1/drill", in: "private/communities/u1.ics"))
    #expect(item["STATUS"] == "CANCELLED" && item["DTSTART"] == "20240612T090000")
  }

  @Test func `before anything is published makes private feeds alone`() throws {
    let office = office()
    var source = office.source
    source.isDraft = true
    let publisher = Publisher(source)
    let rows = publisher.changed(since: [:])
    let newest = Dictionary(uniqueKeysWithValues: rows.map { ($0.key, $0) })
    let files = try publisher.files(newest)

    #expect(rows.count > 1 && rows.allSatisfy { $0.key.edition == .private })
    #expect(!files.isEmpty && files.allSatisfy { $0.edition != .public })
    let file = try #require(files.first { $0.location == "feeds-private/communities/u1.ics" })
    #expect(FeedText(file.bytes)[uid]?["STATUS"] == "TENTATIVE")
  }
}
