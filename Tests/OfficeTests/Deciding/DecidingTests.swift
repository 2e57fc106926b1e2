import Drills
import Office
import Testing

private let grounds = Grounds(.heat, by: "甲")
/// A block of one day of June.
private func block(_ number: Int) -> Block { Block(DaySet([day(number)...day(number)])) }

@Suite struct `A decision` {
  @Test(arguments: [
    (Grounds(nil, by: "甲"), Refusal.deciding(.noReason)),
    (Grounds(.other, words: " ", by: "甲"), .deciding(.reasonNeedsWords)),
  ])
  func `needs a reason that says something`(grounds: Grounds, refusal: Refusal) throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      #expect(throws: refusal) { try standing.decide(Cancel("u1/drill"), on: grounds) }
      #expect(refusal.kind == .usage)
      #expect(try office.standing(at: morning).decisions.isEmpty)
    }
  }

  @Test func `is taken by what was decided before it`() throws {
    try withOffice { office in
      var standing = try office.standing(at: morning)
      func refuses(_ request: some DecisionRequest, _ reason: DecidingReason) {
        #expect(throws: Refusal.deciding(reason)) { try standing.trying(request, on: grounds) }
      }
      func take(_ request: some DecisionRequest) throws {
        standing = try standing.trying(request, on: grounds).standing
      }
      refuses(Unpin("u1/drill"), .isNotPinned("u1/drill"))
      refuses(Restore("u1/drill"), .isNotCancelled("u1/drill"))
      refuses(TakeBack(1), .noSuchDecision(1))
      try take(Pin("u1/drill", [.day]))
      try take(Unpin("u1/drill"))
      refuses(Unpin("u1/drill"), .isNotPinned("u1/drill"))
      try take(Cancel("u1/drill"))
      refuses(Cancel("u1/drill"), .isCancelledAlready("u1/drill"))
      refuses(Pin("u1/drill"), .isCancelled("u1/drill"))
      try take(TakeBack(3))
      refuses(TakeBack(3), .isUndoneAlready(3))
      refuses(Restore("u1/drill"), .isNotCancelled("u1/drill"))
      #expect(standing.tried.count == 4)
      #expect(try office.standing(at: morning).decisions.isEmpty, "all that was only tried")
    }
  }

  @Test func `cannot pin what has no place`() throws {
    try withOffice(without: ["u1/drill"]) { office in
      let standing = try office.standing(at: morning)
      #expect(throws: Refusal.deciding(.isNotPlaced("u1/drill"))) {
        try standing.decide(Pin("u1/drill"), on: grounds)
      }
    }
  }

  @Test func `leaves what was done as it was`() throws {
    try withOffice { office in
      try complete("u1/drill", on: 3, in: office)
      let standing = try office.standing(at: morning)
      let later = Moment(day: day(18), minute: 600)
      #expect(throws: Refusal.deciding(.isDone("u1/drill"))) {
        try standing.decide(Cancel("u1/drill"), on: grounds)
      }
      #expect(throws: Refusal.deciding(.isDone("u1/drill"))) {
        try standing.decide(Move("u1/drill", to: later), on: grounds)
      }
      #expect(throws: Refusal.deciding(.isDone("u1/drill"))) {
        try standing.options(OptionsRequest("u1/drill"))
      }
    }
  }

  @Test func `is about the activities that the workspace asks for now`() throws {
    try withOffice { office in
      try edit(office, "id: study", "id: lecture")
      let standing = try office.standing(at: morning)
      #expect(throws: Refusal.deciding(.noLongerAsked("u1/study"))) {
        try standing.decide(Cancel("u1/study"), on: grounds)
      }
      let decided = try standing.decide(Cancel("u1/lecture"), on: grounds)
      #expect(decided.decision.what == .cancel("u1/lecture"))
    }
  }

  @Test func `is about an activity, not a task`() throws {
    try withOffice { office in
      try edit(
        office, "requirements:",
        "deadlines: [ { id: weekly, name: 周报, for: {}, every: thu } ]\nrequirements:")
      try publish(in: office)
      let standing = try office.standing(at: morning)
      #expect(throws: Refusal.deciding(.notAnActivity("u1/weekly/2024-06-06"))) {
        try standing.decide(Cancel("u1/weekly/2024-06-06"), on: grounds)
      }
    }
  }

  @Test func `needs a plan`() throws {
    try withUnplannedOffice { office in
      let standing = try office.standing(at: morning)
      let refusal = Refusal.planning(.noPlanYet(folder: office.folder))
      #expect(throws: refusal) { try standing.decide(block(12), on: grounds) }
      #expect(throws: refusal) { try standing.decide(TakeBack(1), on: grounds) }
      #expect(throws: refusal) { try standing.decide(Pin("u1/drill"), on: grounds) }
      #expect(refusal.kind == .noInput)
    }
  }
}

@Suite struct `Blocking` {
  @Test func `displaces what is published there, by its day`() throws {
    try withOffice { office in
      var block = block(18)
      block.teams = ["消防"]
      let decided = try office.standing(at: morning).decide(block, on: grounds)
      guard case .block(let closure, let displaced) = decided.decision.what else { return }
      #expect(displaced == ["u2/drill": day(18)])
      #expect(closure.teams == ["fire-1"] && closure.reason == "heat")
      #expect(decided.notes == [.displaces(["u2/drill"], workdays: 5)])
    }
  }

  @Test func `displaces neither what is done nor what is called off nor what is past`() throws {
    try withOffice { office in
      try complete("u1/study", on: 3, in: office)
      let standing = try office.standing(at: morning).trying(Cancel("u2/study"), on: grounds)
      let tried = try standing.standing.trying(block(24), on: grounds)
      #expect(tried.notes == [.displaces(["u3/study", "v1/study"], workdays: 5)])
    }
  }

  @Test func `is refused where it is over or names what is not there`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      #expect(throws: Refusal.deciding(.blockIsOver(day(2), today: day(3)))) {
        try standing.decide(block(2), on: grounds)
      }
      var far = block(12)
      far.areas = ["a9"]
      #expect(
        throws: Refusal.naming(
          .unknown(.area, "a9", among: [NamingReason.Choice(id: "a1", name: "")]))
      ) {
        try standing.decide(far, on: grounds)
      }
      var unknown = block(12)
      unknown.requirements = ["演练会"]
      let requirements = [
        NamingReason.Choice(id: "drill", name: "疏散演练"),
        NamingReason.Choice(id: "study", name: "专题学习"),
      ]
      #expect(throws: Refusal.naming(.unknown(.requirement, "演练会", among: requirements))) {
        try standing.decide(unknown, on: grounds)
      }
      var vague = block(12)
      vague.communities = ["社区"]
      let refusal = #expect(throws: Refusal.self) { try standing.decide(vague, on: grounds) }
      guard case .naming(.ambiguous(.community, "社区", let choices, count: 3)) = refusal?.reason
      else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(choices.map(\.id) == ["u1", "u2", "u3"])
      #expect(refusal?.kind == .usage)
    }
  }
}
