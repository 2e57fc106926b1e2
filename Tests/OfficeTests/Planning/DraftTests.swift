import Drills
import Feeds
import Foundation
import Office
import Record
import Reports
import Testing

/// A drill for each community, an hour of its own on one of ten days.
private let rules = """
  requirements:
    - { id: a, name: 演练, duration: 1h, hours: "09:00-11:00", for: {}, teams: { fire: 1 },
        notices: [ { to: 消防站, workdays: 1 } ] }
  """
private let publicFeed = "feeds/communities/c1.ics"
private let privateFeed = "feeds-private/communities/c1.ics"

/// 20 May plus some days.
private func later(_ days: Int) -> Instant { may20 + days * 86_400 }

@Suite struct `A draft` {
  /// Lends an office with a published plan and a draft that moves the first drill to 12 June at ten.
  private func withDraft(_ body: (Office) async throws -> Void) async throws {
    try await withScratchOffice(rules) { office in
      try await office.planned()
      try office.decide(Move("c1/a", to: june(12, 10)))
      try await office.draft()
      try await body(office)
    }
  }

  @Test func `publishes nothing until it is published`() async throws {
    try await withScratchOffice(rules) { office in
      try await office.planned()
      let before = try #require(office.text(of: publicFeed))
      let first = try #require(try office.standing(at: may20).newest?.revision)
      try office.decide(Move("c1/a", to: june(12, 10)))

      let planned = try await office.draft(at: later(1))

      #expect(planned.isSaved && planned.view.revision.draft == .waiting)
      #expect(planned.view.revision.base == 1)
      let standing = try office.standing(at: later(1))
      #expect(standing.newest?.revision.number == 1 && standing.draft?.revision.number == 2)
      #expect(standing.circumstances.base == first.plan.placements)
      #expect(office.text(of: publicFeed) == before)
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == true)
      #expect(try standing.record?.publicSequences()["c1/a"] == 0)

      let published = try standing.publishDraft(by: "书记")
      #expect(published.isPublished && published.feedFiles > 0)
      let after = try office.standing(at: later(1))
      #expect(after.newest?.revision.number == 2 && after.draft == nil)
      #expect(after.newest?.revision.plan == planned.view.revision.plan)
      #expect(office.text(of: publicFeed)?.contains("Shanghai:20240612T100000") == true)
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == false)
      #expect(try after.record?.publicSequences()["c1/a"] == 1)
      #expect(throws: Refusal.planning(.noDraft)) { try after.publishDraft(by: "书记") }
    }
  }

  @Test func `is shown, compared, told of and counted where it is asked for`() async throws {
    try await withDraft { office in
      let standing = try office.standing(at: may20)
      #expect(try standing.shown().view.revision.number == 1)
      #expect(try standing.shown(.draft).view.revision.number == 2)
      #expect(try standing.shown(revision: 2).view.revision.draft == .waiting)
      #expect(try standing.comparison(.draft).diff.changes.map(\.id) == ["c1/a"])
      #expect(try standing.comparison().diff.changes.count == 3, "the first plan, against nothing")
      let told = { (choice: PlanChoice) in
        try standing.notices(choice).book.notices.filter { $0.kind == .change }.map(\.id)
      }
      #expect(try told(.published) == [])
      #expect(try told(.draft) == ["community/c1", "team/f"])
      let books = try office.books(at: may20)
      #expect(try books.view(.draft).revision.number == 2)
      #expect(try books.view().revision.number == 1)
      #expect(standing.cautions.first == .draftWaits(2, published: 1))
      #expect(standing.cautions(showing: .draft) == [.isDraft(2, [])])
    }
  }

  @Test func `gives way to a newer plan, and to a newer draft`() async throws {
    try await withDraft { office in
      try await office.draft()
      #expect(try office.standing(at: may20).draft?.revision.number == 3)
      try await office.planned()
      let standing = try office.standing(at: may20)
      #expect(standing.draft == nil && standing.newest?.revision.number == 4)
      #expect(standing.newest?.revision.base == 1)
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == false)
    }
  }

  @Test func `can be given up, and leaves private feeds confirmed`() async throws {
    try await withDraft { office in
      #expect(try office.standing(at: may20).discardDraft(by: "书记") == 2)
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == false)
      let standing = try office.standing(at: may20)
      #expect(standing.draft == nil && standing.newest?.revision.number == 1)
      #expect(throws: Refusal.planning(.noDraft)) { try standing.discardDraft(by: "书记") }
    }
  }

  @Test func `that was published by a program that was then killed is published by the next`()
    async throws
  {
    try await withDraft { office in
      let record = try #require(try office.record(of: "scratch"))
      #expect(
        try record.end(
          .published, draft: 2, publications: [], by: "书记", at: may20,
          ifUnchangedSince: record.token()))
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == true)
      _ = try office.standing(at: may20).feeds()
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == false)
      #expect(office.text(of: publicFeed)?.contains("20240612T100000") == true)
    }
  }

  private func obstacles(in office: Office, at instant: Instant = may20) throws -> [DraftObstacle] {
    let standing = try office.standing(at: instant)
    let feed = office.text(of: publicFeed)
    let refusal = #expect(throws: Refusal.self) { try standing.publishDraft(by: "书记") }
    #expect(try office.standing(at: instant).newest?.revision.number == 1)
    #expect(office.text(of: publicFeed) == feed)
    guard case .planning(.draftIsStale(2, let obstacles)) = refusal?.reason else {
      Issue.record("\(String(describing: refusal))")
      return []
    }
    return obstacles
  }

  @Test func `is stale once anything was decided that it does not know`() async throws {
    try await withDraft { office in
      let cancelled = try office.decide(Cancel("c2/a")).decision
      let found = try obstacles(in: office)
      #expect(found.first == .decided([cancelled]))
      // It was taken back, and so changes nothing.
      try office.decide(Restore("c2/a"))
      #expect(try office.standing(at: may20).publishDraft(by: "书记").isPublished)
    }
  }

  @Test func `is stale once what it answers to is taken back`() async throws {
    try await withDraft { office in
      let undo = try office.decide(TakeBack(1)).decision
      #expect(try obstacles(in: office) == [.decided([undo])])
    }
  }

  @Test(arguments: [
    ("hours: \"09:00-11:00\"", "hours: \"09:00-10:30\"", HardRule.placement),
    ("fire: 1", "fire: 2", .placement),
  ])
  func `is stale where it breaks a rule of the workspace as it is now`(
    old: String, new: String, rule: HardRule
  ) async throws {
    try await withDraft { office in
      try edit(office, old, new)
      guard case .breaks(let breaches) = try obstacles(in: office).first else {
        Issue.record("nothing broken")
        return
      }
      #expect(breaches.contains { $0.violation.activities.contains("c1/a") })
    }
  }

  @Test func `is stale where the workspace asks for more, or less`() async throws {
    try await withDraft { office in
      let file = URL(filePath: office.folder).appending(path: "communities.csv")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data((text + "c4,四社区,urban,a,1000\n").utf8).write(to: file)
      #expect(try obstacles(in: office) == [.lacks(1)])
      try Data(text.replacing("c3,3社区,urban,a,1000\n", with: "").utf8).write(to: file)
      #expect(try obstacles(in: office) == [.isNoLongerAsked(["c3/a"])])
    }
  }

  @Test func `is published all the same where an edit changes nothing that it says`() async throws {
    try await withDraft { office in
      try edit(office, "title: 草稿", "title: 定稿")
      #expect(try office.standing(at: may20).publishDraft(by: "书记").isPublished)
    }
  }

  @Test func `is stale once what it moves was done, or is too near`() async throws {
    try await withDraft { office in
      let before = try #require(
        try office.standing(at: may20).newest?.revision.plan["c1/a"])
      // Too near to be moved.
      let near = try program(office).zone.instant(of: before.moment) + -3600
      #expect(try isFixed(obstacles(in: office, at: near)))
      // The hour to which it would go is too near for its notice.
      let record = try #require(try office.record(of: "scratch"))
      _ = try record.complete(
        Completion(
          of: "c1/a", day: before.day, people: 9, recordedBy: "甲", recordedAt: near + 9000))
      #expect(try isFixed(obstacles(in: office, at: near + 9000)))
    }
  }

  private func program(_ office: Office) throws -> Program {
    try office.standing(at: may20).program
  }

  private func isFixed(_ obstacles: [DraftObstacle]) -> Bool {
    obstacles.contains { obstacle in
      if case .breaks(let breaches) = obstacle {
        breaches.contains { $0.violation.rule == .fixed && $0.violation.activities == ["c1/a"] }
      } else {
        false
      }
    }
  }

  /// A decision that nothing but a draft answered to was never told, so nothing is to be taken back.
  @Test func `leaves nothing to go back to`() async throws {
    try await withDraft { office in
      try office.decide(TakeBack(1))
      #expect(try office.standing(at: may20).circumstances.earlier == [:])
      let first = try office.standing(at: may20).newest?.revision.plan
      #expect(try await office.planned().view.revision.plan == first)
    }
  }
}

@Suite struct `A draft before anything is published` {
  private func withFirstDraft(_ body: (Office) async throws -> Void) async throws {
    try await withScratchOffice(rules) { office in
      try await office.draft()
      try await body(office)
    }
  }

  @Test func `is no plan yet, and says so`() async throws {
    try await withFirstDraft { office in
      let standing = try office.standing(at: may20)
      #expect(throws: Refusal.planning(.isOnlyDraft(1))) { try standing.published() }
      #expect(throws: Refusal.planning(.isOnlyDraft(1))) { try standing.shown() }
      #expect(try standing.shown(.draft).view.revision.number == 1)
      #expect(office.text(of: publicFeed) == nil)
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == true)
      #expect(standing.cautions == [.draftWaits(1, published: nil)])
    }
  }

  @Test func `can be decided on, drafted again and published`() async throws {
    try await withFirstDraft { office in
      let place = try #require(try office.standing(at: may20).draft?.revision.plan["c2/a"])
      try office.decide(Pin("c2/a"))
      let rehearsal = try await office.rehearse(Move("c1/a", to: june(12, 10)))
      #expect(rehearsal.diff.changes.contains { $0.id == "c1/a" && $0.kind == .moved })
      try office.decide(Move("c1/a", to: june(12, 10)))
      try await office.draft()
      let published = try office.standing(at: may20).publishDraft(by: "书记")
      #expect(published.view.revision.plan["c2/a"] == place)
      #expect(published.view.revision.plan["c1/a"]?.moment == june(12, 10))
      #expect(published.view.revision.base == nil)
      #expect(office.text(of: publicFeed)?.contains("STATUS:CONFIRMED") == true)
      // What is told from now on is told against this one, not against the first draft.
      #expect(
        try office.standing(at: may20).notices().book.notices.allSatisfy { $0.kind == .letter })
    }
  }

  @Test func `that is given up takes its events back`() async throws {
    try await withFirstDraft { office in
      _ = try office.standing(at: may20).discardDraft(by: "书记")
      #expect(office.text(of: publicFeed) == nil)
      #expect(office.text(of: privateFeed)?.contains("STATUS:TENTATIVE") == false)
      #expect(office.text(of: privateFeed)?.contains("STATUS:CANCELLED") == true)
      #expect(throws: Refusal.planning(.noPlanYet(folder: office.folder))) {
        try office.standing(at: may20).published()
      }
    }
  }
}
