import Drills
import Testing

/// Counts up, so that every bit of what is drawn can be told.
private struct Counting: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    defer { state = ~state }
    return state
  }
}

@Suite struct `A link` {
  @Test func `has a token of 128 bits, each of which counts`() {
    var tokens: Set<String> = []
    for bit in 0..<64 {
      var random = Counting(state: 1 << bit)
      tokens.insert(Link.newToken(from: &random))
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<1000 {
      let token = Link.newToken(from: &random)
      #expect(Link.isToken(token))
      tokens.insert(token)
    }
    #expect(tokens.count == 1064)
  }

  @Test(arguments: [
    "", "a", "abcdefghijklmnopqrstuvwxy", "abcdefghijklmnopqrstuvwxyza",
    "abcdefghijklmnopqrstuvwxy1",
    "Abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwxy/", "扶平村",
  ])
  func `has no other token`(text: String) {
    #expect(!Link.isToken(text))
  }
}

@Suite struct `A fetch` {
  @Test func `is kept to the hour`() {
    #expect(Fetch(at: 7199, family: "iOS") == Fetch(hour: 3600, family: "iOS"))
    #expect(Fetch(at: -1, family: "iOS").hour == -3600)
  }
}

@Suite struct `The office of a plan` {
  @Test(arguments: [
    ("baita-2024", "baita"), ("baita2025", "baita"), ("baita", "baita"), ("2024", "2024"),
    ("baita-99", "baita-99"), ("baita--2024", "baita"), ("baita-1234", "baita-1234"),
    ("-2024", "-2024"), ("a-2024-b", "a-2024-b"),
  ])
  func `is its id without a trailing year`(id: String, office: String) {
    #expect(Program.office(ofPlan: id) == office)
  }
}
