import Drills
import Feeds
import Foundation
import ICalendar
import Record

/// The feeds that follow from a plan and its record.
struct Publishing {
  /// The rows that the record must get, in the transaction that makes them true.
  let changed: [Publication]
  /// Of the hours that this plan newly hides; they go into the same transaction.
  let newSeals: [Seal]
  let program: Program
  private let now: Instant
  private let publisher: Publisher
  private let previous: [Publication.Key: Publication]

  /// - Parameters:
  ///   - plan: The published one; nothing while there is none.
  ///   - draft: One that waits to be published, for private feeds.
  ///   - completions: The standing ones by what they complete.
  ///   - formerZone: The clock of what was published before, if that was another.
  ///   - record: What was told is asked of it.
  ///   - office: The workspace.
  ///   - now: At which the feeds are made.
  /// - Throws: What the record throws.
  /// - Precondition: There is a plan or a draft.
  init(
    of plan: SavedPlan?, draft: SavedPlan?, completions: [DutyID: [Completion]],
    formerZone: Zone? = nil, record: Record, office: Office, now: Instant
  ) throws {
    guard let shown = plan ?? draft else { preconditionFailure("there is nothing to publish") }
    program = shown.agenda.program
    self.now = now
    previous = try record.publications()
    var seals = try record.seals()
    newSeals = plan.map { Publishing.missingSeals($0.agenda, $0.revision.plan, seals) } ?? []
    for seal in newSeals { seals[seal.activity] = seal }
    let revealed = Set(
      try record.reveals().filter { seals[$0.activity]?.start == $0.start }.map(\.activity))
    func source(_ saved: SavedPlan) throws -> FeedSource {
      var source = FeedSource(agenda: saved.agenda, plan: saved.revision.plan, now: now)
      // What an earlier plan answered to moves nothing any more.
      source.explain(
        by: saved.decisions, cancelled: saved.revision.cancelled,
        answered: try saved.revision.base.map(record.newestDecision) ?? 0)
      source.formerZone = formerZone
      source.completions = completions.compactMapValues(\.last)
      source.salts = seals.mapValues(\.salt)
      source.revealed = revealed
      return source
    }
    var main = try source(shown)
    main.isDraft = plan == nil
    publisher = Publisher(main, draft: plan == nil ? nil : try draft.map(source))
    let floors = office.feedFolder.floors(of: program.id)
    try office.refuseOlder(previous, than: floors)
    changed = publisher.changed(since: previous, atLeast: floors)
  }

  /// Writes the feeds as they are once ``changed`` stands in the record.
  ///
  /// - Returns: How many files differed.
  @discardableResult
  func write(to feeds: FeedFolder.Writing) throws(Refusal) -> Int {
    var written = 0
    var refusal: Refusal?
    try forEachFile { file in
      guard refusal == nil else { return }
      do throws(Refusal) {
        if try feeds.write(file) { written += 1 }
      } catch {
        refusal = error
      }
    }
    if let refusal { throw refusal }
    try feeds.retireOldAddresses(of: program, at: now)
    return written
  }

  func files() throws(Refusal) -> [FeedFile] {
    var files: [FeedFile] = []
    try forEachFile { files.append($0) }
    return files
  }

  private func forEachFile(_ body: (FeedFile) -> Void) throws(Refusal) {
    var newest = previous
    for publication in changed { newest[publication.key] = publication }
    do {
      try publisher.forEachFile(newest, body)
    } catch {
      throw .publishing(.unwritableFeed("\(error)"))
    }
  }

  /// A seal for each hidden hour that has none, in the agenda's order.
  private static func missingSeals(
    _ agenda: Agenda, _ plan: Plan, _ seals: [DutyID: Seal]
  ) -> [Seal] {
    agenda.activities.elements.compactMap { activity in
      guard agenda.requirement(of: activity).announcement == .dateOnly,
        let start = plan[activity.id]?.moment, seals[activity.id]?.start != start
      else { return nil }
      return Seal(activity: activity.id, start: start, salt: randomSalt())
    }
  }

  private static func randomSalt() -> String {
    var random = SystemRandomNumberGenerator()
    let digits = Array("0123456789abcdef")
    return String((0..<32).map { _ in digits[Int(random.next(upperBound: UInt8(16)))] })
  }
}
