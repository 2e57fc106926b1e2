import Drills
import Foundation
import Office
import Record
import Reports
import Scheduling
import Synchronization
import Testing

private let search = SearchOptions(timeLimitSeconds: 20)
private let grounds = Grounds(.storm, by: "乙")

@Suite struct `A plan` {
  @Test func `saves a revision, writes the feeds, and stands`() async throws {
    try await withUnplannedOffice { office in
      let planned = try await office.standing(at: morning).plan(Planning(search, by: "甲"))

      #expect(planned.isSaved && planned.feedFiles > 0)
      #expect(planned.view.revision.number == 1 && planned.view.revision.savedBy == "甲")
      #expect(planned.view.revision.score.unplaced == 0)
      #expect(planned.changes.diff == nil, "there was nothing before it")
      let standing = try office.standing(at: morning)
      #expect(standing.newest?.revision.plan == planned.view.revision.plan)
      #expect(standing.cautions.isEmpty)
      let feed = office.feedFolder.url.appending(path: "all.ics")
      #expect(FileManager.default.fileExists(atPath: feed.path))
    }
  }

  @Test func `that is only tried writes nothing, not even a record`() async throws {
    try await withUnplannedOffice { office in
      var planning = Planning(search, by: "甲")
      planning.isDryRun = true
      let planned = try await office.standing(at: morning).plan(planning)
      #expect(!planned.isSaved && planned.view.revision.number == 0)
      #expect(!FileManager.default.fileExists(atPath: office.recordPath))
      #expect(!FileManager.default.fileExists(atPath: office.feedFolder.url.path))
    }
  }

  @Test func `follows what is tried as it would what is decided`() async throws {
    try await withOffice { office in
      let standing = try office.standing(at: morning)
      let move = Move("u1/study", to: Moment(day: day(26), minute: 870))
      let tried = try standing.trying(move, on: grounds).standing
      var planning = Planning(search, by: "甲")
      planning.isDryRun = true
      let trial = try await tried.plan(planning)
      #expect(trial.view.revision.plan["u1/study"]?.moment == move.start)
      #expect(trial.changes.tried.map(\.activity) == ["u1/study"])
      let standingNow = try office.standing(at: morning)
      #expect(standingNow.decisions.isEmpty)

      _ = try standing.decide(move, on: grounds)
      let planned = try await office.standing(at: morning).plan(Planning(search, by: "甲"))
      #expect(planned.view.revision.plan == trial.view.revision.plan)
      #expect(planned.view.revision.score == trial.view.revision.score)
      #expect(planned.changes.tried.isEmpty)
    }
  }

  /// The decision comes once the search is over, before the plan is saved.
  @Test func `is done again on top of what was decided meanwhile`() async throws {
    try await withOffice { office in
      let hasDecided = Mutex(false)
      let news = Mutex<[News]>([])
      let watch = PlanningWatch(
        searched: {
          let isFirst = hasDecided.withLock { has in
            defer { has = true }
            return !has
          }
          if isFirst {
            _ = try? office.standing(at: morning).decide(Cancel("u2/drill"), on: grounds)
          }
        }, replanning: { added in news.withLock { $0 += added } })
      let planned = try await office.standing(at: morning)
        .plan(Planning(search, by: "甲"), watch: watch)

      let decision = try #require(try office.standing(at: morning).decisions.first)
      #expect(news.withLock(\.self) == [.decided(decision)])
      #expect(planned.view.revision.number == 2, "one plan is saved, not two")
      #expect(planned.view.revision.plan["u2/drill"] == nil)
      #expect(planned.view.revision.decisions == decision.number)
    }
  }

  @Test func `ends with the best plan found once somebody wishes it`() async throws {
    try await withUnplannedOffice { office in
      let planned = try await office.standing(at: morning).plan(
        Planning(SearchOptions(timeLimitSeconds: nil), by: "甲"),
        watch: PlanningWatch(shouldStop: { true }))
      #expect(planned.isSaved)
    }
  }

  @Test func `starts from a revision that there is`() async throws {
    try await withOffice { office in
      var planning = Planning(search, by: "甲")
      planning.base = 7
      await #expect(throws: Refusal.planning(.noSuchRevision(7))) {
        try await office.standing(at: morning).plan(planning)
      }
    }
  }

  /// The move is to the published plan's own frozen hours, where nothing else may come.
  @Test func `says which move it could not keep to`() async throws {
    try await withOffice { office in
      let move = Move("u1/drill", to: Moment(day: day(18), minute: 600), overriding: [.team])
      _ = try office.standing(at: morning).decide(move, on: grounds)
      // By then what is published for the 17th stays.
      let frozen = morning + 13 * 86_400
      let planned = try await office.standing(at: frozen).plan(Planning(search, by: "甲"))
      #expect(planned.brokenPins == [.pinNotHeld("u1/drill", .frozen)])
      #expect(planned.view.revision.plan["u1/drill"]?.day == day(17))
    }
  }
}

@Suite struct `What stands` {
  @Test func `is cautioned of where the workspace was edited`() throws {
    try withOffice { office in
      #expect(try office.standing(at: morning).cautions.isEmpty)
      try edit(office, "hours: \"14:00-16:00\"", "hours: \"15:00-16:00\"")
      let cautions = try office.standing(at: morning).cautions
      #expect(cautions.first == .workspaceIsNewer(revision: 1))
      guard case .noLongerHolds(let breaches) = cautions.last else {
        Issue.record("\(cautions)")
        return
      }
      #expect(breaches.flatMap(\.violation.activities) == ["u1/study", "u3/study"])
    }
  }

  @Test func `is cautioned of where activities came that no plan has`() throws {
    try withOffice { office in
      try edit(office, "id: study", "id: lecture")
      #expect(try office.standing(at: morning).cautions.contains(.notPlannedYet(4)))
    }
  }

  @Test func `warns of a clock that is behind the record`() throws {
    try withOffice { office in
      let warnings = try [0, 60].map { try office.standing(at: morning + -$0).clockWarning }
      #expect(warnings == [nil, .clockIsBehind(seconds: 60)])
    }
  }

  @Test func `is nothing where the workspace has mistakes, and all of them are told`() throws {
    try withOffice { office in
      try edit(office, "muster: 1", "muster: 9")
      try edit(office, "kind: meeting", "kind: party")
      let refusal = #expect(throws: Refusal.self) { try office.standing(at: morning) }
      guard case .workspace(let mistakes, _) = refusal?.reason else { return }
      #expect(mistakes.count == 2)
      #expect(refusal?.kind == .badData)
    }
    let nowhere = #expect(throws: Refusal.self) {
      try Office(folder: "/nonexistent").standing(at: morning)
    }
    #expect(nowhere?.kind == .noInput)
  }

  @Test func `is not read from a record that cannot be`() throws {
    try withUnplannedOffice { office in
      try Data("no database at all, but a text".utf8).write(to: URL(filePath: office.recordPath))
      let refusal = #expect(throws: Refusal.self) { try office.standing(at: morning) }
      guard case .record(let failure) = refusal?.reason else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(failure.reason == .notADatabase)
      #expect(refusal?.kind == .badData)
    }
  }
}
