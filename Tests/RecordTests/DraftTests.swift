import Drills
import Testing

@testable import Record

private func revision(draft: Bool = false, decisions: Int = 0, at start: Int = 540) -> Revision {
  var revision = Revision(
    number: 0, base: nil, savedAt: 10, savedBy: "甲", seed: 1, now: 9, score: Score(),
    bound: Bound(unplaced: 0, cost: 0),
    plan: Plan([DutyID("u\(start)/r"): Placement(day: Day(number: 19880), start: start)]),
    decisions: decisions)
  if draft { revision.draft = .waiting }
  return revision
}

@Suite struct `A draft in the record` {
  private let record: PlanRecord

  init() throws { record = try Record.inMemory(plan: "test") }

  @discardableResult
  private func save(_ revision: Revision) throws -> Int? {
    try record.save(
      revision, files: [], roll: emptyRoll, publications: [], ifUnchangedSince: record.token()
    )?.number
  }

  private func end(_ end: Draft.End, _ number: Int, since token: PlanRecord.Token? = nil) throws
    -> Bool
  {
    try record.end(
      end, draft: number, publications: [], by: "乙", at: 20,
      ifUnchangedSince: token ?? record.token())
  }

  @Test func `is a revision, and not the published one`() throws {
    try save(revision())
    try save(revision(draft: true, decisions: 3, at: 600))

    #expect(try record.latestRevision()?.number == 1)
    #expect(try record.draft()?.number == 2)
    #expect(try record.revision(2)?.draft == .waiting)
    #expect(try record.steps().map(\.number) == [1])
    #expect(try record.everPlaced() == ["u540/r"])
    #expect(try record.register { _, _ in DutyRoll(Agenda(program())) }?.revision == 1)
  }

  @Test func `becomes the published one, and tells when and by whom`() throws {
    try save(revision(draft: true, decisions: 3, at: 600))
    #expect(try record.latestRevision() == nil && record.firstPublished() == nil)

    #expect(try end(.published, 1))

    #expect(try record.latestRevision()?.draft == .published(at: 20))
    #expect(try record.latestRevision()?.publishedAt == 20)
    #expect(try record.draft() == nil && record.firstPublished() == 1)
    #expect(try record.steps() == [PlanHistory.Step(number: 1, decisions: 3)])
    #expect(try record.everPlaced() == ["u600/r"])
    #expect(try record.newestInstant() == 20)
    let kinds = try record.history().map { event in
      switch event.what {
      case .revision(_, _, _, _, let isDraft): "revision \(isDraft)"
      case .draftEnd(let end, let revision):
        "\(end) \(revision) \(event.author) \(event.instant.seconds)"
      default: "other"
      }
    }
    #expect(kinds == ["revision true", "published 1 乙 20"])
  }

  @Test func `that is discarded never becomes the published one`() throws {
    try save(revision())
    try save(revision(draft: true, at: 600))
    #expect(try end(.discarded, 2))
    #expect(try record.draft() == nil && record.latestRevision()?.number == 1)
    #expect(try record.revision(2)?.draft == .discarded(at: 20))
    #expect(try !end(.published, 2))
  }

  @Test(arguments: [false, true])
  func `gives its place to any newer revision`(isDraft: Bool) throws {
    try save(revision(draft: true))
    try save(revision(draft: isDraft, at: 600))
    #expect(try !end(.published, 1))
    #expect(try record.draft()?.number == (isDraft ? 2 : nil))
    #expect(try record.latestRevision()?.number == (isDraft ? nil : 2))
  }

  @Test func `is not ended where the record has grown, nor twice`() throws {
    try save(revision(draft: true))
    let token = try record.token()
    _ = try record.decide(
      [Decision(.cancel("u1/r"), reason: .storm, decidedBy: "甲", decidedAt: 11)],
      ifUnchangedSince: token)
    #expect(try !end(.published, 1, since: token))
    #expect(try record.draft()?.number == 1)
    let current = try record.token()
    #expect(try end(.published, 1))
    // Whoever planned meanwhile notices it.
    #expect(try record.token() != current)
    #expect(try !end(.published, 1))
  }
}
