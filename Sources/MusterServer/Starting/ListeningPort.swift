internal import Synchronization

/// The port that it listens on, which the system may have chosen.
final class ListeningPort: Sendable {
  private let port: Mutex<Int>

  init(_ port: Int) { self.port = Mutex(port) }

  var number: Int {
    get { port.withLock { $0 } }
    set { port.withLock { $0 = newValue } }
  }
}
