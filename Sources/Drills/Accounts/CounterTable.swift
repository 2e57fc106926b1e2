/// Every counter there is: the lines of the official forms, then the office's own.
package struct CounterTable: Sendable {
  package let lines: [Line]
  private let lineOfID: [String: Line]

  package init(_ lines: [Line]) {
    self.lines = lines
    lineOfID = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func line(_ id: String) -> Line? { lineOfID[id] }

  package func unit(of counter: Counter) -> Line.Unit? {
    lineOfID[counter.line]?.units.first { $0.name == counter.unit }
  }

  /// Every counter in the order of the lines.
  package var counters: [Counter] {
    lines.flatMap { line in line.units.map { Counter(line: line.id, unit: $0.name) } }
  }

  /// The counter that `line.unit` names; `unit` alone is that of the first of `lines` that has it.
  package func counter(_ text: String, among lines: [String] = []) -> Counter? {
    if let counter = Counter(text) { return unit(of: counter) == nil ? nil : counter }
    return lines.lazy.map { Counter(line: $0, unit: text) }.first { unit(of: $0) != nil }
  }
}
