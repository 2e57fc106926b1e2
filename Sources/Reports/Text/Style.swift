package import Drills

/// Colour on a terminal, nothing elsewhere.
package enum Style: Sendable {
  case plain
  case terminal

  package func heading(_ text: String) -> String { wrapped(text, "1") }
  package func dimmed(_ text: String) -> String { wrapped(text, "2") }
  package func good(_ text: String) -> String { wrapped(text, "32") }
  package func warning(_ text: String) -> String { wrapped(text, "33") }
  package func bad(_ text: String) -> String { wrapped(text, "31") }

  package func coloured(_ text: String, for status: ActivityStatus) -> String {
    switch status {
    case .planned: text
    case .due: warning(text)
    case .done: good(text)
    case .overdue, .unplaced: bad(text)
    case .cancelled: dimmed(text)
    }
  }

  /// All that it ever writes.
  package static let sequences = ["0", "1", "2", "31", "32", "33"].map { "\u{1B}[\($0)m" }

  private func wrapped(_ text: String, _ code: String) -> String {
    self == .terminal && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
