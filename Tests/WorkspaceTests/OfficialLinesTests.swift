import Drills
import Testing

@testable import Workspace

@Suite struct `The official lines` {
  @Test func `hold each unit once`() {
    let names = Line.official.flatMap { line in line.units.map { "\(line.id).\($0.name)" } }
    #expect(Line.official.count == 27)
    #expect(Set(Line.official.map(\.id)).count == 27)
    #expect(names.count == 69)
    #expect(Set(names).count == 69)
  }

  @Test func `add to units of their own`() {
    for line in Line.official {
      let names = line.units.map(\.name)
      #expect(line.adds.map(names.contains) ?? true, "\(line.id)")
      #expect(line.people.map(names.contains) ?? true, "\(line.id)")
    }
  }

  @Test func `mark what the table marks`() throws {
    func line(_ id: String) throws -> Line {
      try #require(Line.official.first { $0.id == id })
    }
    #expect(try line("quiz").adds == "sessions")
    #expect(try line("quiz").people == "people")
    #expect(try line("media-column").adds == "talks")
    #expect(
      try line("media-column").units[0] == .init(name: "columns", measure: "个", isStock: true))
    #expect(try line("warning-film").people == "audience")
    #expect(try line("online-column").adds == nil)
    #expect(try line("training-camp").adds == nil)
    #expect(try line("training-camp").people == "people")
    #expect(try line("series-drill").units.map(\.measure) == ["次", "人"])
    let stock = Line.official.flatMap { line in
      line.units.filter(\.isStock).map { "\(line.id).\($0.name)" }
    }
    #expect(
      stock == [
        "media-column.columns", "reward-scheme.enterprises", "online-column.columns",
        "experience.bases",
      ])
  }
}
