import SourceText
import Testing

@testable import Workspace

@Suite struct `A YAML document` {
  private func read(_ text: String) throws -> (root: YamlNode?, errors: [String]) {
    let findings = Findings()
    let decoded = try DecodedText(Array(text.utf8), of: "plan.yaml", encodings: .ofPlans)
    let root = YamlDocument.root(of: decoded, file: "plan.yaml", findings)
    return (root, findings.errors.map(\.description))
  }

  @Test func `knows where each value stands, in characters`() throws {
    let root = try read("\u{FEFF}标题: 甲\n列: [ 乙, { 键: \"丙\" } ]\n").root
    guard case .mapping(let pairs) = root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(pairs.map(\.key.text) == ["标题", "列"])
    #expect(pairs[0].value.position == SourcePosition(file: "plan.yaml", line: 1, column: 5))
    #expect(pairs[1].value.items.map(\.position.column) == [6, 9])
  }

  @Test func `takes anchors and aliases`() throws {
    let (root, errors) = try read("a: &hours \"08:00-12:00\"\nb: *hours\n")
    #expect(errors == [])
    guard case .mapping(let pairs) = root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(pairs.map(\.value.written?.text) == ["08:00-12:00", "08:00-12:00"])
  }

  @Test func `names each key that stands twice or more, and reads the rest`() throws {
    let (root, errors) = try read(
      """
      a: 1
      b: { c: 1, c: 2, d: 3, "d": 4 }
      a: 2
      a: 3
      """)
    #expect(
      errors == [
        "plan.yaml:2:12: 'c' stands twice, first on line 2",
        "plan.yaml:2:24: 'd' stands twice, first on line 2",
        "plan.yaml:3:1: 'a' stands twice, first on line 1",
        "plan.yaml:4:1: 'a' stands twice, first on line 1",
      ])
    guard case .mapping(let pairs) = root?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(pairs.map(\.key.text) == ["a", "b"])
    #expect(pairs[0].value.written?.text == "1")
  }

  @Test func `keeps its order of mistakes with a hundred keys that stand twice`() throws {
    let text = (0..<100).map { "k\($0): 1\nk\($0): 2\n" }.joined()
    #expect(try read(text).errors.count >= 1)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [false, true])
  func `refuses aliases that unfold without end`(asKeys: Bool) throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    if asKeys { text += "? *a9\n: 1\n? [*a9]\n: 2\n" }
    let (root, errors) = try read(text)
    #expect(root == nil)
    #expect(errors.count == 1)
    #expect(errors.first?.hasSuffix("its '*' aliases unfold too far") == true)
  }

  @Test(arguments: [40, 900, 5_000, 200_000])
  func `refuses to nest without end`(depth: Int) throws {
    let brackets = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let (root, errors) = try read("a: " + brackets)
    #expect(root == nil)
    #expect(errors.count == 1)
    #expect(errors.first?.contains("nested too deep") == true)
    let dashes = String(repeating: "- ", count: depth) + "x"
    #expect(try read(dashes).errors.first?.contains("nested too deep") == true)
  }

  @Test func `is nothing if it holds comments alone`() throws {
    let (root, errors) = try read("# nothing\n")
    #expect(root?.isNothing == true)
    #expect(errors == [])
  }

  @Test(arguments: [
    ("a: b: c", "1:5"), ("a: [1, 2", "2:1"), ("a: \"b", "1:4"), ("a: @b", "1:4"), ("a: 'b", "1:4"),
    ("a: *b", "1:4"), ("a: 1\n---\nb: 1", "2:1"), ("a: \"\\q\"", "1:5"), ("a: 1\n b: 2", "2:3"),
    ("a:\n\t- 1", "2:1"), ("- a\nb: 1", "2:1"), ("a: |0\n x", "1:5"),
    ("%YAML 9.9\n---\na: 1", "1:1"), ("]", "1:1"),
    ("a: !<x", "1:7"), ("&a &b c", "1:4"),
  ])
  func `that is none is refused at its place, in our words`(text: String, place: String) throws {
    let (root, errors) = try read(text)
    #expect(root == nil)
    #expect(errors.count == 1)
    #expect(errors.first?.hasPrefix("plan.yaml:\(place): ") == true, "\(errors)")
  }
}
