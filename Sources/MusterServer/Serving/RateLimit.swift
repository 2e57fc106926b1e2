internal import Drills
internal import Synchronization

/// How often somebody may ask, in windows of fixed length.
final class RateLimit: Sendable {
  private struct State {
    var window = 0
    var counts: [String: Int] = [:]
  }

  private let most: Int
  /// Seconds.
  private let length: Int
  /// Names that are counted at most, so that many strangers cannot fill the memory.
  private let mostNames = 100_000
  private let state = Mutex(State())

  init(_ most: Int, everySeconds length: Int) {
    self.most = most
    self.length = length
  }

  /// Counts one.
  ///
  /// - Returns: In how many seconds to ask again; nothing if it may be answered now.
  func wait(of name: String, at now: Instant) -> Int? {
    state.withLock { state in
      let window = now.seconds / length
      if state.window != window {
        state.window = window
        state.counts.removeAll(keepingCapacity: true)
      }
      guard state.counts.count < mostNames || state.counts[name] != nil else { return nil }
      let count = state.counts[name, default: 0] + 1
      state.counts[name] = count
      return count > most ? (window + 1) * length - now.seconds : nil
    }
  }
}
