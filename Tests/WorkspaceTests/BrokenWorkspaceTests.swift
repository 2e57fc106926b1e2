import SourceText
import Drills
import Testing

@testable import Workspace

@Suite struct `A workspace with one mistake` {
  @Test(arguments: BrokenWorkspace.all)
  func `is refused at the place of the mistake, and nothing is written`(
    broken: BrokenWorkspace
  ) throws {
    let workspace = try TemporaryWorkspace()
    for edit in broken.edits { try workspace.apply(edit) }
    let before = try workspace.listing()

    let reading = workspace.read()

    #expect(reading.program == nil)
    #expect(reading.errors.map(\.position.place) == [broken.place], "\(reading.errors)")
    #expect(try workspace.listing() == before)
  }

  @Test(arguments: [("en", "mistakes.en.txt"), ("zh-Hans", "mistakes.zh-Hans.txt")])
  func `says what is wrong`(language: String, golden: String) throws {
    let language = try #require(Language(rawValue: language))
    var text = ""
    for broken in BrokenWorkspace.all {
      let workspace = try TemporaryWorkspace()
      for edit in broken.edits { try workspace.apply(edit) }
      let errors = workspace.read().errors.map { $0.text(in: language) }
      text += "## \(broken.name)\n\(errors.joined(separator: "\n"))\n\n"
    }
    try expectGolden(text, golden)
  }

  @Test func `is described by at least sixty examples with names of their own`() {
    #expect(BrokenWorkspace.all.count >= 60)
    #expect(Set(BrokenWorkspace.all.map(\.name)).count == BrokenWorkspace.all.count)
  }
}

extension SourcePosition {
  /// Without the cell.
  fileprivate var place: String { "\(file):\(line):\(column)" }
}
