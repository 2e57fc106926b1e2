import Drills
import Office
import Testing

private let grounds = Grounds(.heat, by: "甲")
/// 18 June at ten.
private let tenOClock = Moment(day: day(18), minute: 600)

@Suite struct `Moving` {
  @Test func `pins day and start, and is numbered by the record`() throws {
    try withOffice { office in
      let decided = try office.standing(at: morning)
        .decide(Move("u1/study", to: Moment(day: day(26), minute: 870)), on: grounds)

      guard case .move("u1/study", let place, [.day, .start], []) = decided.decision.what else {
        Issue.record("\(decided.decision)")
        return
      }
      #expect(place == Placement(day: day(26), start: 870))
      #expect(decided.decision.number == 1)
      #expect(decided.notes.isEmpty)
      #expect(try office.standing(at: morning).decisions == [decided.decision])
    }
  }

  @Test func `says what else is pending`() throws {
    try withOffice { office in
      let first = try office.standing(at: morning)
        .decide(Cancel("u3/study"), on: Grounds(.storm, by: "乙"))
      let decided = try office.standing(at: morning)
        .decide(Move("u1/drill", to: Moment(day: day(18), minute: 540)), on: grounds)

      #expect(decided.notes == [.alsoPending([first.decision])])
    }
  }

  @Test func `keeps the teams of roles that are not named, and takes venues by name`() throws {
    try withOffice { office in
      let decided = try office.standing(at: morning).decide(
        Move(
          "u1/drill", to: tenOClock, venue: "一号广场",
          teams: [Move.Crew(role: "fire", team: "消防站")], overriding: [.team]),
        on: grounds)

      guard case .move(_, let place, let fields, _) = decided.decision.what else { return }
      #expect(fields == [.day, .start, .venue, .teams])
      #expect(
        place == Placement(day: day(18), start: 600, venue: "s1", teams: ["fire": "fire-1"]))
    }
  }

  @Test func `is refused where it breaks a rule, unless that is overridden`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      let evening = Moment(day: day(18), minute: 1140)
      let refusal = #expect(throws: Refusal.self) {
        try standing.decide(Move("u1/drill", to: evening, overriding: [.team]), on: grounds)
      }
      guard case .deciding(.breaks("u1/drill", at: evening, let breaches)) = refusal?.reason else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(breaches.map(\.violation.rule) == [.placement])
      #expect(refusal?.kind == .no)

      let decided = try standing.decide(
        Move("u1/drill", to: evening, overriding: [.placement, .order]), on: grounds)
      #expect(decided.notes == [.overrides([.placement]), .overridesNothing([.order])])
    }
  }

  @Test(arguments: [
    (Move("u9/drill", to: tenOClock), Refusal.naming(.noSuchID("u9/drill", near: "u1/drill"))),
    (Move("99", to: tenOClock), .naming(.noSuchNumber(99, of: 8))),
    (
      Move("u1/drill", to: tenOClock, venue: "校场"),
      .naming(.unknown(.venue, "校场", among: venues))
    ),
    (
      Move("u1/drill", to: tenOClock, venue: "广场"),
      .naming(.ambiguous(.venue, "广场", venues, count: 4))
    ),
    (
      Move("u1/drill", to: tenOClock, teams: [Move.Crew(role: "medical", team: "fire-1")]),
      .naming(.notOneOf(.team, "medical", ["fire"]))
    ),
  ])
  func `asks for what there is`(move: Move, refusal: Refusal) throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      #expect(throws: refusal) { try standing.decide(move, on: grounds) }
      #expect(try office.standing(at: morning).decisions.isEmpty)
    }
  }

  @Test func `leaves what is cancelled, and needs a plan`() throws {
    let move = Move("u1/drill", to: tenOClock)
    try withOffice { office in
      let standing = try office.standing(at: morning).trying(Cancel("u1/drill"), on: grounds)
      #expect(throws: Refusal.deciding(.isCancelled("u1/drill"))) {
        try standing.standing.trying(move, on: grounds)
      }
    }
    try withUnplannedOffice { office in
      #expect(throws: Refusal.planning(.noPlanYet(folder: office.folder))) {
        try office.standing(at: morning).decide(move, on: grounds)
      }
    }
  }

  @Test func `is taken anew where somebody else decided meanwhile, who is named`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      let other = try office.standing(at: morning)
        .decide(Cancel("u2/drill"), on: Grounds(.storm, by: "乙"))
      var news: [News] = []
      let decided = try standing.decide(Move("u1/drill", to: tenOClock), on: grounds) { news += $0 }

      #expect(news == [.decided(other.decision)])
      #expect(decided.decision.number == 2)
      #expect(decided.notes == [.alsoPending([other.decision])])
    }
  }
}

private let venues = ["一", "二", "三", "四"].enumerated().map { index, name in
  NamingReason.Choice(id: "s\(index + 1)", name: "\(name)号广场")
}
