import Foundation
import Synchronization

/// Ctrl-C as a wish to stop with the best plan found; a second one ends the program at once.
enum Interruption {
  private static let count = Atomic<Int>(0)

  /// Takes Ctrl-C over from the system, until the program ends.
  static func begin() {
    // Touched here, since a signal handler must not be the first to make it.
    count.store(0, ordering: .relaxed)
    signal(SIGINT) { _ in
      if Interruption.count.add(1, ordering: .relaxed).newValue > 1 { _exit(130) }
    }
  }

  static var isRequested: Bool { count.load(ordering: .relaxed) > 0 }
}
