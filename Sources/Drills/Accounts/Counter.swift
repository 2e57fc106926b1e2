/// One blank of the official forms, or one number of the office's own: `line.unit`.
package struct Counter: Hashable, Comparable, Sendable {
  package var line: String
  package var unit: String

  package init(line: String, unit: String) {
    self.line = line
    self.unit = unit
  }

  /// What the mended problems of employees and residents add to.
  package static let mended = Counter(line: "reward-scheme", unit: "mended")

  package static func < (lhs: Counter, rhs: Counter) -> Bool {
    (lhs.line, lhs.unit) < (rhs.line, rhs.unit)
  }
}

extension Counter: LosslessStringConvertible {
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(line: String(parts[0]), unit: String(parts[1]))
  }

  package var description: String { "\(line).\(unit)" }
}
