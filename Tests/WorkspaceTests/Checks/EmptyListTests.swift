import Testing

@testable import Workspace

@Suite struct `An empty list` {
  /// The base workspace's closure, with another scope; its line is 12.
  private func warnings(ofClosure scope: String) throws -> [WorkspaceError.Reason] {
    try reading(after: .replace("plan.yaml", "kinds: [urban]", with: scope)).warnings.map(\.reason)
  }

  private func warnings(ofAudience text: String) throws -> [WorkspaceError.Reason] {
    try reading(
      after: .replace(
        "plan.yaml", "for: { kind: urban, hazards: [high-rise] }", with: text)
    ).warnings.map(\.reason)
  }

  @Test(arguments: [
    "communities", "areas", "kinds", "venues", "teams", "requirements",
  ])
  func `of a closure closes all, and is warned of`(key: String) throws {
    for empty in ["[]", "", "~"] {
      #expect(try warnings(ofClosure: "\(key): \(empty)") == [.emptyMeansAll(key: key)])
    }
  }

  @Test func `of days or hours is for ever, and is warned of`() throws {
    let reading = try reading(
      after: .replace(
        "plan.yaml", "dates: 2024-06-07..2024-06-09, hours: \"08:00-18:00\"",
        with: "dates: [], hours: []"))
    #expect(
      reading.warnings.map(\.reason) == [
        .emptyMeansAll(key: "dates"), .emptyMeansAll(key: "hours"),
      ])
  }

  @Test(arguments: ["kind", "hazards", "communities", "areas"])
  func `of a filter takes all, and is warned of`(key: String) throws {
    #expect(try warnings(ofAudience: "for: { \(key): [] }") == [.emptyMeansAll(key: key)])
  }

  @Test func `of communities that are called in takes all`() throws {
    let reading = try reading(
      after: .replace("plan.yaml", "attends: {}", with: "attends: { communities: [] }"))
    #expect(reading.warnings.map(\.reason) == [.emptyMeansAll(key: "communities")])
  }

  @Test func `of those whom it is for is nobody, and a blank all`() throws {
    #expect(try warnings(ofAudience: "for: []") == [.emptyMeansNobody(key: "for")])
    #expect(try warnings(ofAudience: "for:") == [.emptyMeansAll(key: "for")])
  }

  @Test func `of communities that are called in is nobody, and so is a filter that none fits`()
    throws
  {
    func warnings(_ attends: String) throws -> [WorkspaceError.Reason] {
      try reading(after: .replace("plan.yaml", "attends: {}", with: attends)).warnings.map(\.reason)
    }
    for empty in ["attends: []", "attends:"] {
      #expect(try warnings(empty) == [.emptyMeansNobody(key: "attends")])
    }
    #expect(try warnings("attends: { kind: hospital }") == [.matchesNoCommunity])
  }

  @Test(arguments: ["dates", "days", "hours"])
  func `of when a wish holds is always, and is warned of`(key: String) throws {
    let wish = "attends: {}\n    prefer: [ { \(key): [] } ]"
    let warnings = try reading(after: .replace("plan.yaml", "attends: {}", with: wish)).warnings
    #expect(warnings.map(\.reason) == [.emptyMeansAll(key: key)])
  }

  @Test(arguments: ["for: {}", "for: { kind: [urban] }", "for: organizer"])
  func `is none that says what it means`(text: String) throws {
    #expect(
      try !warnings(ofAudience: text).contains {
        switch $0 {
        case .emptyMeansAll, .emptyMeansNobody: true
        default: false
        }
      })
  }
}
