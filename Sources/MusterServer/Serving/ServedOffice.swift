internal import Drills
internal import Feeds
internal import NIOPosix
internal import Office
internal import Synchronization
internal import Workspace

/// An office as it is served: what its pages show, read anew when its record changes.
final class ServedOffice: Sendable {
  /// The public plan of a year, with what the record was when it was read.
  private struct Loaded {
    var marks: [FileMark?]
    var day: Day?
    var plan: PublicPlan?
    var tally: OfficesPage.Tally?
  }
  private struct State {
    var folder: OfficeFolder
    var loaded: [String: Loaded] = [:]
    var reading: [String: Task<Void, any Error>] = [:]
    /// Rises with whatever is read anew.
    var generation = 0
    var trouble: String?
  }

  let id: String
  private let state: Mutex<State>
  private let threads: NIOThreadPool

  init(_ folder: OfficeFolder, threads: NIOThreadPool) {
    id = folder.id
    self.threads = threads
    state = Mutex(State(folder: folder))
  }

  var folder: OfficeFolder { state.withLock { $0.folder } }

  /// Why it is not ready; nothing if it is.
  var trouble: String? {
    get { state.withLock { $0.trouble } }
    set { state.withLock { $0.trouble = newValue } }
  }

  /// Takes in workspaces that were added or went.
  func renew() {
    let path = folder.path
    guard let folder = try? OfficeFolder(path), folder.id == id else { return }
    state.withLock { $0.folder = folder }
  }

  /// What everybody may see, newest plan first, with what tells it from what was seen before.
  ///
  /// While a record cannot be read, what it said last.
  ///
  /// - Throws: `Refusal`, if it never could be read.
  func plans(at now: Instant) async throws -> (plans: [PublicPlan], generation: Int) {
    for year in folder.years {
      let marks = FileMark.ofDatabase(year.office.recordPath)
      let known = state.withLock { $0.loaded[year.plan.id] }
      if let known, known.marks == marks, known.day == known.plan?.day(at: now) { continue }
      try await load(year, marks, at: now, isKnown: known != nil)
    }
    return state.withLock { state in
      (state.folder.years.compactMap { state.loaded[$0.plan.id]?.plan }, state.generation)
    }
  }

  /// What its newest plan announces, counted; nothing before there is one.
  ///
  /// - Throws: `Refusal`, if it never could be read.
  func tally(at now: Instant) async throws -> OfficesPage.Tally? {
    _ = try await plans(at: now)
    return state.withLock { state in
      state.folder.years.compactMap { state.loaded[$0.plan.id]?.tally }.first
    }
  }

  /// Reads it once for all who ask meanwhile.
  private func load(
    _ year: OfficeFolder.Year, _ marks: [FileMark?], at now: Instant, isKnown: Bool
  ) async throws {
    let id = year.plan.id
    let reading = state.withLock { state in
      if let reading = state.reading[id] { return reading }
      let reading = Task {
        defer { self.state.withLock { $0.reading[id] = nil } }
        // Reading waits for the disk, which a thread of the pool may and one of ours may not.
        let plan = try await self.threads.runIfActive {
          try year.office.publicPlan(of: id, at: now)
        }
        self.state.withLock { state in
          state.loaded[id] = Loaded(
            marks: marks, day: plan?.day(at: now), plan: plan,
            tally: plan.map(OfficesPage.Tally.init))
          state.generation += 1
        }
      }
      state.reading[id] = reading
      return reading
    }
    do {
      try await reading.value
    } catch {
      if !isKnown { throw error }
    }
  }
}

extension PublicPlan {
  /// The plan's day at an instant, as the feeds have it.
  fileprivate func day(at now: Instant) -> Day { program.zone.moment(at: now + -59).day }
}
