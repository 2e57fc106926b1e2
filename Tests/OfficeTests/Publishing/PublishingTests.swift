import Drills
import Foundation
import Office
import Record
import Scheduling
import Testing

@Suite struct `Feeds that cannot take their place` {
  /// Puts a folder where a feed should lie.
  private func block(_ feed: String, in office: Office) throws -> String {
    let url = URL(filePath: office.folder).appending(path: feed)
    try FileManager.default.createDirectory(
      at: url.appending(path: "inside"), withIntermediateDirectories: true)
    return url.path
  }

  @Test func `do not undo what was recorded, and it is said that they are behind`() throws {
    try withSmallOffice { (office: Office) throws in
      let feed = try block("feeds/all.ics", in: office)
      try office.done("u1/drill") { $0.people = 20 }

      let refusal = #expect(throws: Refusal.self) {
        try office.publish(office.register(), at: smallNow) { _ in }
      }

      #expect(refusal == .publishing(.feedsAreBehind(.publishing(.cannotWrite(feed, .inTheWay)))))
      #expect(try office.recorded.completions.map(\.duty) == ["u1/drill"])
    }
  }

  @Test func `do not undo a plan that was saved`() async throws {
    try await withOffice { office in
      let feed = try block("feeds/communities/u1.ics", in: office)

      let refusal = await #expect(throws: Refusal.self) {
        try await office.standing(at: morning).plan(Planning(SearchOptions(), by: "甲"))
      }

      #expect(refusal == .publishing(.feedsAreBehind(.publishing(.cannotWrite(feed, .inTheWay)))))
      #expect(try office.record(of: "disrupted")?.latestRevision()?.number == 2)
    }
  }
}

@Suite struct `A workspace that the record kept` {
  @Test func `and that nobody can read any more is bad data`() {
    for files in [
      [], [WorkspaceFile(path: "plan.yaml", bytes: Array("muster: 1\n".utf8))],
      [WorkspaceFile(path: "plan.yaml", bytes: [0xFF, 0, 0x80])],
    ] {
      let refusal = #expect(throws: Refusal.self) { try Snapshot(files).program() }
      #expect(refusal == .planning(.unreadableSnapshot))
      #expect(refusal?.kind == .badData)
    }
  }
}

@Suite struct `An hour that was hidden` {
  /// Plans an office in which one drill tells only its day.
  private func withSealedDrill(_ body: (Office) throws -> Void) async throws {
    try await withUnplannedOffice { office in
      try edit(
        office, "for: {}, duration: 60min, venue",
        "for: {}, announce: date-only, duration: 60min, venue")
      _ = try await office.standing(at: morning).plan(Planning(SearchOptions(), by: "甲"))
      try body(office)
    }
  }

  @Test func `is opened at the minute in which its drill ends, and not before`() async throws {
    try await withSealedDrill { office in
      let standing = try office.standing(at: morning)
      let placement = try #require(standing.newest?.revision.plan["u1/drill"])
      let zone = standing.program.zone
      let end = Moment(day: placement.day, minute: placement.start + 60)

      #expect(throws: Refusal.accounts(.isNotOver("u1/drill", until: end))) {
        try office.standing(at: zone.instant(of: end) + -1).reveal("u1/drill", by: "甲")
      }
      let revealed = try office.standing(at: zone.instant(of: end)).reveal("u1/drill", by: "甲")
      #expect(revealed.isNew)
    }
  }

  @Test func `is opened by what was recorded`() async throws {
    try await withSealedDrill { office in
      let standing = try office.standing(at: morning)
      let placement = try #require(standing.newest?.revision.plan["u1/drill"])
      let day = Int(placement.day.number) - 19_874
      try complete("u1/drill", on: day, in: office)
      // Long before its end.
      #expect(try office.standing(at: morning).reveal("u1/drill", by: "甲").isNew)
    }
  }
}
