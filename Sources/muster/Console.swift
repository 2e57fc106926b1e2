import Foundation
import Synchronization

/// Takes what the program says where it is asked inside another program, for somebody whom that names.
final class Console: Sendable {
  let user: String
  private let texts = Mutex<[Int32: String]>([:])

  init(user: String) { self.user = user }

  var output: String { texts.withLock { $0[STDOUT_FILENO] ?? "" } }
  var errors: String { texts.withLock { $0[STDERR_FILENO] ?? "" } }

  func append(_ text: String, to descriptor: Int32) {
    texts.withLock { $0[descriptor, default: ""] += text }
  }
}
