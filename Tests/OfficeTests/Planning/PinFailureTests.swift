import Drills
import Foundation
import Office
import Reports
import Testing

private let grounds = Grounds(.storm, by: "甲")
/// A morning of June 2024 at eight.
private func morningOf(_ number: Int) -> Instant { morning + (number - 3) * 86_400 }

@Suite struct `Why a pin is not held` {
  private func failures(
    in office: Office, at instant: Instant = morning
  ) async throws -> [Warning] {
    try await office.planned(at: instant).brokenPins
  }

  @Test func `is that it was held elsewhere`() async throws {
    try await withOffice { office in
      try office.decide(Move("u1/drill", to: june(18, 10)), at: morning)
      try complete("u1/drill", on: 17, in: office)
      #expect(
        try await failures(in: office, at: morningOf(18)) == [.pinNotHeld("u1/drill", .done)])
    }
  }

  @Test func `is that another one is pinned there, and which`() async throws {
    try await withOffice { office in
      try office.decide(Move("u1/drill", to: june(19, 10)), at: morning)
      try office.decide(Move("u2/drill", to: june(19, 10)), at: morning)
      let found = try await failures(in: office)
      guard case .pinNotHeld(let id, .taken(let place, let breaches, let holders)) = found.first
      else {
        Issue.record("\(found)")
        return
      }
      let other: DutyID = id == "u1/drill" ? "u2/drill" : "u1/drill"
      #expect(found.count == 1 && place.moment == june(19, 10))
      #expect(breaches.map(\.violation.rule) == [.team])
      #expect(holders.map(\.id) == [other] && holders.map(\.reason) == [.pinned])
      let words = try #require(found.first).text(in: .chinese, for: Plain())
      #expect(words.contains("\(other) 已锁定") && !words.contains("或"))
    }
  }

  @Test func `is that the workspace was changed, and in what`() async throws {
    try await withOffice { office in
      try office.decide(Move("u1/study", to: june(26, 14, 30)), at: morning)
      try edit(office, "hours: \"14:00-16:00\"", "hours: \"15:00-16:00\"")
      #expect(try await failures(in: office) == [.pinNotHeld("u1/study", .workspace([.hours]))])
    }
  }

  @Test func `is a closure, and which`() async throws {
    try await withOffice { office in
      try office.decide(Move("u1/study", to: june(26, 14, 30)), at: morning)
      try edit(
        office, "make-up-within: 5",
        "closures: [ { dates: 2024-06-26, reason: 高考 }, { dates: 2024-06-27, reason: 体检 } ]")
      let found = try await failures(in: office)
      guard case .pinNotHeld("u1/study", .closures(let closures)) = found.first else {
        Issue.record("\(found)")
        return
      }
      #expect(closures.map(\.reason) == ["高考"])
    }
  }

  @Test func `is a block, and which`() async throws {
    try await withOffice { office in
      var block = Block(DaySet(day(24)...day(24)))
      block.hours = [HourRange(start: 840, end: 900)]
      try office.decide(Block(DaySet(day(28)...day(28))), at: morning)
      let storm = try office.decide(block, at: morning).decision
      try office.decide(Pin("u2/study", [.day]), at: morning)
      // Until then it could be at three.
      try edit(office, "hours: \"14:00-16:00\"", "hours: \"14:00-15:00\"")
      let found = try await failures(in: office)
      #expect(found == [.pinNotHeld("u2/study", .blocks([storm]))])
    }
  }

  @Test func `is that its time is past`() async throws {
    try await withOffice { office in
      try office.decide(Move("u1/study", to: june(20, 14, 30)), at: morning)
      #expect(
        try await failures(in: office, at: morningOf(21)) == [.pinNotHeld("u1/study", .past)])
    }
  }

  @Test func `is that somebody could not be notified in time, and who`() async throws {
    try await withOffice { office in
      try office.decide(Move("v1/drill", to: june(21, 9)), at: morningOf(17))
      #expect(
        try await failures(in: office, at: morningOf(18))
          == [.pinNotHeld("v1/drill", .notices(["消防站"]))])
    }
  }

  /// Every cause in both languages, in words of that language alone, and no choice between causes.
  @Test func `is said in both languages`() throws {
    let place = Placement(day: day(18), start: 540)
    let decision = Decision(.cancel("i"), reason: .storm, decidedBy: "甲", decidedAt: 0)
    var closure = Closure()
    closure.reason = "高考"
    let all: [PinFailure] = [
      .done, .frozen, .workspace([.hours]), .closures([closure]), .blocks([decision]), .past,
      .notices(["消防站"]), .taken(place, [], by: []), .notFound,
    ]
    for failure in all {
      let warning = Warning.pinNotHeld("u1/a", failure)
      let (chinese, english) = (
        warning.text(in: .chinese, for: Plain()), warning.text(in: .english, for: Plain())
      )
      #expect(chinese != english)
      #expect(!english.contains(" or "), "\(english)")
      #expect(!chinese.contains("或"), "\(chinese)")
      let words = chinese.replacing("u1/a", with: "").replacing("cancel i", with: "")
      #expect(!words.contains { $0.isASCII && $0.isLetter && $0 != "i" }, "\(chinese)")
    }
  }
}
