import SourceText
import Testing

@testable import Workspace

@Suite struct `Predecessors` {
  private func cycles(_ references: [(String, [String])]) -> [WorkspaceError.Reason] {
    var found = PredecessorReferences()
    for (line, (id, others)) in references.enumerated() {
      for other in others {
        let position = SourcePosition(file: "plan.yaml", line: line + 1)
        found.add(Written(text: other, position: position), to: id)
      }
    }
    let findings = Findings()
    found.reportCycles(to: findings)
    return findings.errors.map(\.reason)
  }

  @Test func `may meet again without going in a circle`() {
    #expect(cycles([("a", ["b", "c"]), ("b", ["d"]), ("c", ["d"]), ("d", ["e"])]) == [])
  }

  @Test func `that go in a circle are named`() {
    #expect(cycles([("a", ["a"])]) == [.cycle(["a", "a"])])
    #expect(
      cycles([("x", ["a"]), ("a", ["b"]), ("b", ["c"]), ("c", ["a"])])
        == [.cycle(["a", "b", "c", "a"])])
  }

  @Test func `are reported once a circle`() {
    #expect(
      cycles([("a", ["b"]), ("b", ["a"]), ("c", ["d", "a"]), ("d", ["c"])])
        == [.cycle(["a", "b", "a"]), .cycle(["c", "d", "c"])])
  }

  @Test func `may be a chain of any length`() {
    let chain = (0..<50_000).map { ("r\($0)", ["r\($0 + 1)"]) }
    #expect(cycles(chain) == [])
    #expect(cycles(chain + [("r50000", ["r0"])]).count == 1)
  }
}
