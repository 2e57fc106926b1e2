/// Who must come after whom, as written.
struct PredecessorReferences {
  /// In file order.
  private var ids: [String] = []
  private var references: [String: [Written]] = [:]

  mutating func add(_ reference: Written, to id: String) {
    if references[id] == nil { ids.append(id) }
    references[id, default: []].append(reference)
  }

  /// Reports each circle once, at the reference that closes it.
  func reportCycles(to findings: Findings) {
    var finished: Set<String> = []
    for id in ids { walk(from: id, &finished, findings) }
  }

  /// Goes down into predecessors, without recursion: a chain may be as long as the plan.
  private func walk(from start: String, _ finished: inout Set<String>, _ findings: Findings) {
    guard !finished.contains(start) else { return }
    var path: [(id: String, next: Int)] = [(start, 0)]
    var indexOnPath = [start: 0]
    while let (id, next) = path.last {
      guard let found = references[id], next < found.count else {
        finished.insert(id)
        indexOnPath[id] = nil
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let reference = found[next]
      if let index = indexOnPath[reference.text] {
        let cycle = path[index...].map(\.id) + [reference.text]
        findings.report(.cycle(cycle), at: reference.position)
      } else if !finished.contains(reference.text) {
        indexOnPath[reference.text] = path.count
        path.append((reference.text, 0))
      }
    }
  }
}
