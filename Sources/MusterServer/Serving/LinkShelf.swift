internal import Digests
internal import Drills
internal import NIOPosix
internal import Office
internal import Synchronization

/// The links of all offices by their tokens, read anew when a directory changes.
final class LinkShelf: Sendable {
  struct Found: Sendable {
    let office: ServedOffice
    let link: Link
  }
  private struct State {
    /// By the hash of the token: how long a look-up takes says nothing of any token.
    var links: [String: [String: Found]] = [:]
    var marks: [String: [FileMark?]] = [:]
    var lookedAt: ContinuousClock.Instant?
  }

  private let threads: NIOThreadPool
  private let state = Mutex(State())

  init(threads: NIOThreadPool) { self.threads = threads }

  /// Nothing for a token that nobody was given.
  func link(_ token: String, among offices: [ServedOffice]) async -> Found? {
    let hash = SHA256.hex(of: token)
    await renew(offices)
    return state.withLock { state in
      // Every office is asked, whichever has it.
      var found: Found?
      for links in state.links.values {
        if let link = links[hash] { found = link }
      }
      return found
    }
  }

  /// Looks at the files at most four times a second: a revocation holds within one.
  private func renew(_ offices: [ServedOffice]) async {
    let now = ContinuousClock.now
    let isDue = state.withLock { state in
      if let last = state.lookedAt, now - last < .milliseconds(250) { return false }
      state.lookedAt = now
      return true
    }
    guard isDue else { return }
    for office in offices {
      let folder = office.folder
      let marks = FileMark.ofDatabase(folder.directoryPath)
      guard state.withLock({ $0.marks[office.id] != marks }) else { continue }
      // While it cannot be read, what it said last holds.
      guard let links = try? await threads.runIfActive({ try folder.links() })
      else { continue }
      let found = links.map { (SHA256.hex(of: $0.token), Found(office: office, link: $0)) }
      state.withLock {
        $0.links[office.id] = Dictionary(found, uniquingKeysWith: { $1 })
        $0.marks[office.id] = marks
      }
    }
  }
}
