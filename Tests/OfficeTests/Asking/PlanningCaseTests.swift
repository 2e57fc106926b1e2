import Drills
import Foundation
import Office
import Reports
import Scheduling
import Testing

private let grounds = Grounds(.heat, by: "甲")

@Suite struct `A blocking set` {
  @Test(arguments: [2, 3])
  func `names every one that fills a team of several crews`(crews: Int) async throws {
    let workspace = Workspace(
      "  - { id: a, name: a, for: {}, duration: 1h, hours: \"09:00-10:00\", dates: 2024-06-03, teams: { fire: 1 } }",
      communities: crews + 1, teams: "f,消防站,fire,\(crews)")
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      let out = try #require(try standing.unplaced.first)
      let others = (1...crews + 1).map { DutyID("c\($0)/a") }.filter { $0 != out }
      #expect(
        try standing.explanation(of: out.text).blockingSet
          == [.filter(.dates), .filter(.hours)] + others.map(Explanation.Reason.activity))
    }
  }

  @Test func `names every one that fills a venue for several at once`() async throws {
    var workspace = Workspace(
      "  - { id: a, name: a, for: {}, duration: 1h, hours: \"09:00-10:00\", dates: 2024-06-03, venue: [hall] }",
      communities: 4)
    workspace.venues = "h,礼堂,hall,,,3"
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      let out = try #require(try standing.unplaced.first)
      let set = try standing.explanation(of: out.text).blockingSet ?? []
      #expect(set.count(where: { if case .activity = $0 { true } else { false } }) == 3)
    }
  }

  @Test func `names the joint drill that holds a partner`() async throws {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, hours: "09:00-10:00", dates: 2024-06-03, together: [[c1, c2]], priority: 200 }
        - { id: b, name: b, for: { communities: [c2] }, duration: 1h, hours: "09:00-10:00", dates: 2024-06-03 }
      """)
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      #expect(
        try standing.explanation(of: "c2/b").blockingSet
          == [.filter(.dates), .filter(.hours), .activity("c1/a")])
    }
  }

  @Test func `names the teams that have too few crews, which no week is quiet for`() async throws {
    let workspace = Workspace(
      "  - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-03, teams: { fire: 2 } }",
      teams: "f,一站,fire,1\ng,二站,fire,1")
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      let explanation = try standing.explanation(of: "c1/a")
      #expect(
        explanation.blockingSet == [
          .crews(team: "f", needed: 2, has: 1), .crews(team: "g", needed: 2, has: 1),
        ])
      #expect(explanation.relaxations.contains { $0.what == .crew("f") })
      #expect(try standing.published().plan.revision.score.quietWeek == 0)
      let checked = try office.check(at: may)
      #expect(
        checked.feasibility.impossible.map(\.lack)
          == Array(repeating: .crews(role: "fire", needed: 2, most: 1), count: 2))
      #expect(
        checked.findings(in: .english).first == "c1/a: no fire team has 2 crews: the most is 1")
      for language in Language.allCases {
        let lines = ExplainReport(explanation, in: standing.agenda)
          .lines(in: language, style: .plain)
        #expect(lines.contains { $0.contains("一站") && $0.contains("1") })
      }
    }
  }

  @Test func `tells many of one kind in one line, and each of them where all are asked for`()
    async throws
  {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, hours: "09:00-10:00", dates: 2024-06-03..2024-06-10, teams: { fire: 1 } }
      """, communities: 9)
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      let out = try #require(try standing.unplaced.first)
      let explanation = try standing.explanation(of: out.text)
      func lines(_ isOpen: Bool, _ language: Language = .english) -> [String] {
        ExplainReport(explanation, in: standing.agenda, isOpen: isOpen)
          .lines(in: language, style: .plain)
      }
      #expect(explanation.blockingSet?.count == 10)
      #expect(lines(false).contains { $0.hasSuffix("full on 8 mornings (8 activities)") })
      #expect(lines(false, .chinese).contains { $0.hasSuffix("8 个上午排满（8 项活动）") })
      #expect(lines(true).count == lines(false).count + 7 + 7)
      #expect(lines(true).count(where: { $0.hasPrefix("  - c") }) == 8)
    }
  }
}

@Suite struct `What is frozen` {
  @Test(arguments: [0, 5 * 86_400])
  func `is barred from every other day, as move, options and plan have it`(later: Int) async throws
  {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-03..2024-06-14,
            prefer: [ { dates: 2024-06-03, weight: 5 } ] }
      """, communities: 1)
    try await workspace.planned { office in
      let standing = try office.standing(at: morning + (later - 86_400))
      let explanation = try standing.explanation(of: "c1/a")
      #expect(explanation.fixing?.reason == .frozen)
      let others = explanation.days.filter { $0.placement.day != explanation.now?.day }
      #expect(others.count == 11)
      #expect(others.allSatisfy { $0.bars.contains { $0.rule == .fixed } })
      let moment = Moment(day: day(13), minute: 540)
      let at = try standing.explanation(of: "c1/a", at: moment).at
      #expect(at?.bars.map(\.rule) == [.fixed])
      #expect(throws: Refusal.asking(.isFrozen("c1/a"))) {
        try standing.options(OptionsRequest("c1/a"))
      }
      #expect(throws: Refusal.self) {
        try standing.trying(Move("c1/a", to: moment), on: grounds)
      }
      let deep = try await standing.deepened(explanation, by: planning.search)
      #expect(deep.days.allSatisfy { $0.repaired == nil })
    }
  }

  @Test func `is what a pin keeps too`() async throws {
    let workspace = Workspace("  - { id: a, name: a, for: {}, duration: 1h }", communities: 1)
    try await workspace.planned { office in
      let pinned = try office.standing(at: may).trying(Pin("c1/a", [.day]), on: grounds).standing
      let explanation = try pinned.explanation(of: "c1/a")
      let others = explanation.days.filter { $0.placement.day != explanation.now?.day }
      #expect(!others.isEmpty && others.allSatisfy { $0.bars.map(\.rule) == [.fixed] })
    }
  }
}

@Suite struct `A remedy` {
  @Test func `that makes way tells what is lost for it, as options does`() async throws {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-07 }
        - { id: b, name: b, for: {}, duration: 1h, dates: 2024-06-03..2024-06-07, after: [a], priority: 50 }
      """, communities: 1)
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      let remedies = try standing.explanation(of: "c1/b").relaxations
      let way = try #require(remedies.first { $0.what == .activity("c1/a") })
      // What is published and left out costs `dropped` too.
      #expect(way.added == 24 && way.unplaced == 50)
      #expect(way.moves == ["c1/a": nil])
      #expect(remedies.first != nil && remedies.first?.what != .activity("c1/a"))
      let options = try standing.options(OptionsRequest("c1/b")).report.json()
      #expect(options.contains("\"cost\" : 24") && options.contains("\"unplaced\" : 50"))
      let lines = ExplainReport(
        try standing.explanation(of: "c1/b"), in: standing.agenda
      ).lines(in: .english, style: .plain)
      #expect(lines.contains { $0.contains("c1/a (left out for it, priority 100)") })
    }
  }

  @Test func `is never one occurrence for another at a gain`() async throws {
    let workspace = Workspace(
      "  - { id: a, name: a, for: {}, duration: 1h, count: 3, apart: 7 }", communities: 1)
    try await workspace.planned { office in
      let standing = try office.standing(at: may)
      let out = try #require(try standing.unplaced.first)
      for remedy in try standing.explanation(of: out.text).relaxations {
        guard case .activity = remedy.what else { continue }
        #expect(remedy.unplaced == 0 && remedy.added == 24)
        #expect(remedy.moves.values.contains(nil))
      }
    }
  }

  @Test func `is nothing that nobody can do`() async throws {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, dates: 2024-06-03..2024-06-05 }
        - { id: b, name: b, for: {}, duration: 1h, dates: 2024-06-03..2024-06-07, notices: [ { to: 消防, workdays: 3 } ] }
      """)
    try await workspace.planned(at: morning + 3 * 86_400) { office in
      let standing = try office.standing(at: morning + 3 * 86_400)
      #expect(try standing.unplaced == ["c1/a", "c2/a", "c1/b", "c2/b"])
      for id in try standing.unplaced {
        let remedies = try standing.explanation(of: id.text).relaxations
        #expect(!remedies.contains { $0.what == .filter(.now) || $0.what == .filter(.notice) })
      }
    }
  }
}

@Suite struct `Asking deeper` {
  @Test func `promises what a move and a dry run come to`() async throws {
    try await withOffice { office in
      let standing = try office.standing(at: morning)
      var explanation = try standing.explanation(of: "u1/drill")
      explanation.days = explanation.days.filter {
        [day(18), day(19), day(22), day(25)].contains($0.placement.day)
      }
      let deep = try await standing.deepened(explanation, by: planning.search)
      #expect(deep.days.map { $0.repaired == nil } == [false, false, true, false])
      let before = try standing.published().plan.revision.score
      for repaired in deep.days.compactMap(\.repaired) {
        let tried = try standing.trying(
          Move("u1/drill", to: repaired.placement.moment), on: grounds
        ).standing
        var rehearsal = planning
        rehearsal.isDryRun = true
        let score = try await tried.plan(rehearsal).view.revision.score
        #expect(repaired.isProven)
        #expect(score.unplaced - before.unplaced == repaired.unplaced)
        #expect(score.cost - before.cost == repaired.cost)
      }
    }
  }

  @Test func `says at most where the search ends by its limit`() async throws {
    try await withOffice { office in
      let standing = try office.standing(at: morning)
      let explanation = try standing.explanation(
        of: "u1/drill", at: Moment(day: day(18), minute: 540))
      let deep = try await standing.deepened(
        explanation, by: SearchOptions(timeLimitSeconds: 0))
      guard let repaired = deep.at?.repaired, !repaired.isProven else { return }
      let lines = ExplainReport(deep, in: standing.agenda).lines(in: .english, style: .plain)
      #expect(lines.contains { $0.contains("at most") })
    }
  }

  @Test func `says what one more crew really places`() async throws {
    let workspace = Workspace(
      """
        - { id: a, name: a, for: {}, duration: 1h, hours: "09:00-10:00", dates: 2024-06-03..2024-06-05, teams: { fire: 1 },
            prefer: [ { dates: 2024-06-03, weight: 6 } ] }
      """)
    try await workspace.open { office in
      let planned = try await office.standing(at: may).plan(planning)
      #expect(planned.view.revision.score.unplaced == 0)
      let reliefs = await planned.reliefs(by: planning.search)
      let first = try #require(reliefs.first)
      #expect(first.scarcity.day == day(3) && first.scarcity.part == .morning)
      #expect(first.isProven && first.unplaced == 0 && first.cost == -6)
      #expect(planned.scarcest.allSatisfy { $0.most >= 0 })
      #expect(planned.scarcest.first.map { $0.most >= 6 } ?? false)
    }
  }
}
