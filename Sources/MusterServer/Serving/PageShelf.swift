internal import Drills
internal import Synchronization

/// Pages as they were made, until what they show changes.
final class PageShelf: Sendable {
  struct Key: Hashable {
    let office: String
    let generation: Int
    let today: Day
    let request: PageRequest
    let language: Language
    let isLanguageChosen: Bool
    let base: String
  }
  private struct State {
    var pages: [Key: Kept] = [:]
    var size = 0
  }

  private let most = 64 << 20
  private let state = Mutex(State())

  /// The page of that key, made where it is not kept; nothing where there is no such page.
  func page(_ key: Key, making make: () throws -> [UInt8]?) rethrows -> Kept? {
    if let kept = state.withLock({ $0.pages[key] }) { return kept }
    guard let kept = try make().map({ Kept($0) }) else { return nil }
    state.withLock { state in
      // Old ones are never asked for again; the few that are still in use are made anew in no time.
      if state.size > most { state = State() }
      state.size += kept.size
      state.pages[key] = kept
    }
    return kept
  }
}
