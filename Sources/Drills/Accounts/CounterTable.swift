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

  /// Those that somebody may mean by a part of their name or by a word of the form.
  package func like(_ text: String) -> [Counter] {
    guard !text.isEmpty else { return [] }
    let parts = text.split(separator: ".").map(String.init)
    return counters.filter { counter in
      parts.contains { counter.line == $0 || counter.unit == $0 }
        || lineOfID[counter.line]?.name.contains(text) == true
    }
  }

  /// The counter that `line.unit` names; `unit` alone is that of the first of `lines` that has it.
  package func counter(_ text: String, among lines: [String] = []) -> Counter? {
    if let counter = Counter(text) { return unit(of: counter) == nil ? nil : counter }
    return lines.lazy.map { Counter(line: $0, unit: text) }.first { unit(of: $0) != nil }
  }
}
