internal import Drills
internal import Logging
internal import NIOPosix
internal import Office
internal import Record
internal import ServiceLifecycle
internal import Workspace

/// Keeps feeds in line with the records, and writes down when they were fetched.
///
/// A command that records something writes the feeds itself; but it may be killed before it does, and with
/// the days what was called off leaves them.
struct Keeper: Service {
  private struct Seen {
    var marks: [FileMark?] = []
    /// When its feeds are looked at; nothing while nothing changed.
    var dueAt: Int?
    /// Hours since 1970: days of other zones begin at other hours.
    var hour = 0
  }

  let offices: [ServedOffice]
  let fetches: FetchLog
  let clock: @Sendable () -> Instant
  let logger: Logger
  /// Of its own: it waits for whoever publishes, and no reader may wait for it.
  let threads: NIOThreadPool

  /// Seconds that a record must have been left alone: whoever wrote to it is writing the feeds.
  private let quiet = 2
  private let secondsBetweenNotes = 5

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      var seen: [String: Seen] = [:]
      var round = 0
      while !Task.isCancelled {
        for office in offices { await look(at: office, &seen, round) }
        if round % secondsBetweenNotes == 0 { await writeNotes() }
        round += 1
        try await Task.sleep(for: .seconds(1))
      }
    }
    await writeNotes()
  }

  private func look(at office: ServedOffice, _ seen: inout [String: Seen], _ round: Int) async {
    if round % 10 == 9, office.folder.isOfYears { office.renew() }
    for year in office.folder.years {
      let path = year.office.recordPath
      var last = seen[path] ?? Seen(dueAt: 0)
      let marks = FileMark.ofDatabase(path)
      if marks != last.marks {
        if !last.marks.isEmpty { last.dueAt = round + quiet }
        last.marks = marks
      }
      let now = clock()
      if now.minutes / 60 != last.hour { last.dueAt = last.dueAt ?? round }
      if let due = last.dueAt, due <= round {
        office.trouble = await catchUp(year, of: office, at: now)
        // So that who asks for a page first need not wait for it.
        _ = try? await office.plans(at: now)
        last = Seen(marks: FileMark.ofDatabase(path), dueAt: nil, hour: now.minutes / 60)
      }
      seen[path] = last
    }
  }

  /// - Returns: What went wrong.
  private func catchUp(
    _ year: OfficeFolder.Year, of office: ServedOffice, at now: Instant
  ) async -> String? {
    do {
      try await threads.runIfActive {
        _ = try year.office.catchUp(with: year.plan.id, at: now)
      }
      return nil
    } catch {
      let text = LoggedCause.word(for: error)
      if office.trouble == nil {
        logger.warning(
          "feeds may be behind the record", metadata: ["office": "\(office.id)", "why": "\(text)"])
      }
      return text
    }
  }

  private func writeNotes() async {
    for office in offices {
      let notes = fetches.take(of: office.id)
      guard !notes.isEmpty else { continue }
      let folder = office.folder
      do {
        try await threads.runIfActive { try folder.keep(notes) }
      } catch {
        logger.debug("fetches are not written down", metadata: ["office": "\(office.id)"])
      }
    }
  }
}
