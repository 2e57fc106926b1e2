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
  private let program: Program
  /// Seconds since 1970.
  private let now: Int
  private let publisher: Publisher
  private let previous: [Publication.Key: Publication]

  init(
    agenda: Agenda, revision: Revision, decisions: StandingDecisions,
    completions: [String: [Completion]], formerZone: Zone? = nil, record: Record, office: Office,
    now: Int
  ) throws {
    program = agenda.program
    self.now = now
    previous = try record.publications()
    var seals = try record.seals()
    newSeals = Publishing.missingSeals(agenda, revision.plan, seals)
    for seal in newSeals { seals[seal.activity] = seal }
    var source = FeedSource(agenda: agenda, plan: revision.plan, now: now)
    // What an earlier plan answered to moves nothing any more.
    source.explain(
      by: decisions, cancelled: revision.cancelled,
      answered: try revision.base.map(record.newestDecision) ?? 0)
    source.formerZone = formerZone
    source.completions = completions.compactMapValues(\.last)
    source.salts = seals.mapValues(\.salt)
    source.revealed = Set(
      try record.reveals().filter { seals[$0.activity]?.start == $0.start }.map(\.activity))
    publisher = Publisher(source)
    let floors = office.feedFolder.floors(of: agenda.program.id)
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
    _ agenda: Agenda, _ plan: Plan, _ seals: [String: Seal]
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
