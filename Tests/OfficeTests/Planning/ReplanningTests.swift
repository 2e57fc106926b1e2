import Drills
import Office
import Reports
import Scheduling
import Testing

private let search = SearchOptions(timeLimitSeconds: 20)
private let grounds = Grounds(.other, words: "试排", by: "甲")

extension Office {
  fileprivate var now: Standing { get throws { try standing(at: morning) } }

  @discardableResult
  fileprivate func plan(base: Int? = nil, isDryRun: Bool = false) async throws -> Planned {
    var planning = Planning(search, by: "甲")
    planning.base = base
    planning.isDryRun = isDryRun
    return try await now.plan(planning)
  }
}

@Suite struct `What follows from decisions` {
  private let decisions: [any DecisionRequest] = [
    Move("u1/drill", to: Moment(day: day(25), minute: 540)),
    Move("u2/study", to: Moment(day: day(26), minute: 900)), Cancel("v1/drill"),
    Block(DaySet([day(10)...day(19)])),
  ]

  @Test func `is the same when they are tried together as when they are taken`() async throws {
    try await withOffice { office in
      var tried = try office.now
      for decision in decisions { tried = try tried.trying(decision, on: grounds).standing }
      var planning = Planning(search, by: "甲")
      planning.isDryRun = true
      let trial = try await tried.plan(planning)
      #expect(try office.now.decisions.isEmpty)

      for decision in decisions { _ = try office.now.decide(decision, on: grounds) }
      let dry = try await office.plan(isDryRun: true)
      let planned = try await office.plan()

      for other in [dry, planned] {
        #expect(other.view.revision.plan == trial.view.revision.plan)
        #expect(other.view.revision.score == trial.view.revision.score)
        #expect(other.changes.before == trial.changes.before)
        #expect(other.changes.notices.map(\.message) == trial.changes.notices.map(\.message))
        #expect(other.changes.diff?.changes.map(\.id) == trial.changes.diff?.changes.map(\.id))
      }
      #expect(trial.changes.diff?.changes.isEmpty == false)
      #expect(try office.now.notices().book.notices.map(\.id) == trial.changes.notices.map(\.id))
    }
  }

  @Test func `is undone with them, on the base that they were taken on`() async throws {
    try await withOffice { office in
      let followed = try await office.plan(isDryRun: true)
      for decision in decisions { _ = try office.now.decide(decision, on: grounds) }
      let changed = try await office.plan()
      #expect(changed.view.revision.plan != followed.view.revision.plan)
      for number in 1...decisions.count {
        _ = try office.now.decide(TakeBack(number), on: grounds)
      }

      // Nobody was told of anything, so without a base too nothing is dearer than it was.
      let back = try await office.plan(isDryRun: true)
      #expect(back.view.revision.score <= followed.view.revision.score)

      let again = try await office.plan(base: 1)

      #expect(again.view.revision.plan == followed.view.revision.plan)
      #expect(again.view.revision.score == followed.view.revision.score)
      let base = try office.now.shown().base
      #expect(base["u1/drill"]?.day == day(17))
    }
  }

  /// The fire station is away for a day: what happens, and whom to call.
  @Test func `is known in three steps`() async throws {
    try await withOffice { office in
      var block = Block(DaySet([day(18)...day(18)]))
      block.teams = ["fire-1"]
      let decided = try office.now.decide(block, on: Grounds(.teamCalledAway, by: "甲"))
      #expect(decided.notes == [.displaces(["u2/drill"], workdays: 5)])
      let planned = try await office.plan()
      let moved = try #require(planned.view.revision.plan["u2/drill"])
      #expect(moved.day != day(18) && moved.day <= day(25), "within five working days")
      let notices = try office.now.notices().book.notices
      let station = try #require(notices.first { $0.id == "team/fire-1" })
      #expect(station.message.contains("队伍临时出动"))
      #expect(notices.contains { $0.id == "community/u2" })
    }
  }

  @Test func `is lost where nothing allows it in time, with what is in the way of the first`()
    async throws
  {
    try await withOffice { office in
      _ = try office.now.decide(
        Block(DaySet([day(10)...day(28)])), on: Grounds(.storm, by: "甲"))
      let planned = try await office.plan()
      #expect(planned.changes.lost.count == 8)
      #expect(planned.changes.lost.count { $0.blockingSet != nil } == 5)
      #expect(planned.view.revision.score.unplaced == 800)
      let why = try office.now.explanation(of: "u1/drill")
      #expect(why.blockingSet?.contains(.filter(.closure)) ?? false)
    }
  }

  @Test func `is told each party once, of the change since it was told last`() async throws {
    try await withOffice { office in
      func open() throws -> [NoticeID] {
        try office.now.notices().book.notices.filter { $0.kind == .change }.map(\.id)
      }
      _ = try office.now.decide(
        Move("u1/study", to: Moment(day: day(26), minute: 870)), on: grounds)
      try await office.plan()
      let told = try open()
      #expect(told.contains("community/u1"))
      _ = try office.now.send(told.map(\.text), by: "甲")
      #expect(try open().isEmpty)
      _ = try office.now.decide(
        Move("u1/study", to: Moment(day: day(25), minute: 900)), on: grounds)
      try await office.plan()
      let notice = try office.now.notices().book.notices.first { $0.id == "community/u1" }
      let message = try #require(notice?.message)
      #expect(message.contains("原定 6月26日") && message.contains("改为 6月25日"))
    }
  }
}

@Suite struct `Decisions at once` {
  @Test func `are all kept, each on top of the others, and planned`() async throws {
    try await withOffice { office in
      let ids = ["u1/drill", "u2/drill", "u3/drill", "v1/drill", "u1/study", "u2/study"]
      try await withThrowingTaskGroup(of: Void.self) { group in
        for id in ids {
          group.addTask { _ = try office.now.decide(Cancel(id), on: grounds) }
        }
        group.addTask { _ = try await office.now.plan(Planning(search, by: "乙")) }
        try await group.waitForAll()
      }
      #expect(try office.now.decisions.map(\.number) == Array(1...6))
      let planned = try await office.plan()
      #expect(ids.allSatisfy { planned.view.revision.plan[DutyID($0)] == nil })
      #expect(planned.view.revision.cancelled == Set(ids.map { DutyID($0) }))
    }
  }
}
