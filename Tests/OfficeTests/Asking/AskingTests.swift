import Drills
import Office
import Reports
import Scheduling
import Testing

private let grounds = Grounds(.heat, by: "甲")

@Suite struct `Explaining` {
  @Test func `prices each other day, and says what bars a start`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      let explanation = try standing.explanation(of: "u1/drill")
      #expect(explanation.now?.day == day(17))
      #expect(explanation.days.map(\.placement.day) == (10...28).map(day))
      let barred = explanation.days.filter { !$0.bars.isEmpty }.map(\.placement.day)
      #expect(barred.prefix(2) == [day(15), day(16)], "its days are workdays")
      #expect(explanation.blockingSet == nil)
      let evening = Moment(day: day(18), minute: 1140)
      let answer = try standing.explanation(of: "u1/drill", at: evening).at
      #expect(answer?.bars.contains { $0.filters.contains(.hours) } ?? false)
    }
  }

  @Test func `says of what is unplaced what is in its way`() throws {
    try withOffice(without: ["u1/drill"]) { office in
      let block = Block(DaySet([day(3)...day(28)]))
      let standing = try office.standing(at: morning).trying(block, on: grounds).standing
      let explanation = try standing.explanation(of: "u1/drill")
      #expect(explanation.now == nil)
      #expect(explanation.blockingSet?.contains(.filter(.closure)) ?? false)
    }
  }

  @Test func `answers for the starts that there are, of what is not called off`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      let odd = Moment(day: day(18), minute: 601)
      #expect(throws: Refusal.asking(.noSuchStart(odd, grid: standing.program.grid))) {
        try standing.explanation(of: "u1/drill", at: odd)
      }
      let cancelled = try standing.trying(Cancel("u1/drill"), on: grounds).standing
      let refusal = Refusal.deciding(.isCancelled("u1/drill"))
      #expect(throws: refusal) { try cancelled.explanation(of: "u1/drill") }
      #expect(throws: refusal) { try cancelled.options(OptionsRequest("u1/drill")) }
    }
  }
}

@Suite struct `Options` {
  @Test func `keep to the days and the venue that are asked for`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      #expect(try !standing.options(OptionsRequest("u1/drill")).isEmpty)
      var request = OptionsRequest("u1/drill")
      request.isSameVenue = true
      request.days = DaySet([day(15)...day(15)])
      #expect(try standing.options(request).isEmpty, "a Saturday")
      request.days = DaySet([day(19)...day(19)])
      #expect(try !standing.options(request).isEmpty)
    }
  }

  @Test func `are none of what is frozen`() throws {
    try withOffice { office in
      let eve = morning + 13 * 86_400
      #expect(throws: Refusal.asking(.isFrozen("u1/drill"))) {
        try office.standing(at: eve).options(OptionsRequest("u1/drill"))
      }
    }
  }
}

@Suite struct `Comparing` {
  @Test func `tells a revision from the one before it, of one community too`() async throws {
    try await withOffice { office in
      _ = try office.standing(at: morning).decide(Cancel("u3/study"), on: grounds)
      var planning = Planning(SearchOptions(timeLimitSeconds: 20), by: "甲")
      planning.base = 1
      _ = try await office.standing(at: morning).plan(planning)
      let standing = try office.standing(at: morning)
      let comparison = try standing.comparison()
      #expect(comparison.from?.number == 1 && comparison.to.number == 2)
      #expect(comparison.diff.changes.contains { $0.id == "u3/study" && $0.kind == .cancelled })
      let own = try standing.comparison(community: "u3").diff.changes
      #expect(Set(own.map(\.host)) == ["u3"] && !own.isEmpty)
      let back = try standing.comparison(from: 2, to: 1).diff.changes
      #expect(back.contains { $0.id == "u3/study" && $0.kind == .new })
    }
  }

  @Test func `needs revisions and communities that there are`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      #expect(throws: Refusal.planning(.noSuchRevision(7))) { try standing.comparison(from: 7) }
      #expect(throws: Refusal.planning(.noSuchRevision(8))) {
        try standing.comparison(from: 1, to: 8)
      }
      let unknown = Refusal.naming(
        .unknown(.community, "u9", among: standing.program.communities.choices))
      #expect(throws: unknown) { try standing.comparison(community: "u9") }
      let view = try standing.shown().view
      #expect(throws: unknown) { try view.entries(ofCommunity: "u9", team: nil) }
      #expect(throws: Refusal.naming(.unknown(.team, "x", among: standing.program.teams.choices))) {
        try view.entries(ofCommunity: nil, team: "x")
      }
      #expect(
        try view.entries(ofCommunity: "一社区", team: "消防站").map(\.activity.id)
          == view.entries(ofCommunity: "u1", team: "fire-1").map(\.activity.id))
      #expect(throws: Refusal.planning(.noSuchRevision(7))) { try standing.shown(revision: 7) }
    }
  }

  /// The workspace of a past revision is what the record kept, whatever the folder holds by now.
  @Test func `shows a past revision by the workspace that it was made from`() throws {
    try withOffice { office in
      try edit(office, "name: 专题学习", "name: 讲座")
      try publish(in: office)
      let standing = try office.standing(at: morning)
      func names(_ shown: ShownPlan) -> Set<String> {
        Set(shown.view.entries.map(\.requirement.name))
      }
      #expect(try names(standing.shown(revision: 1)).contains("专题学习"))
      #expect(try names(standing.shown()).contains("讲座"))
    }
  }

  @Test func `shows what one community holds, or where one team is`() throws {
    try withOffice { office in
      let view = try office.standing(at: morning).shown().view
      let own = try view.entries(ofCommunity: "u2", team: nil)
      #expect(own.map(\.activity.id) == ["u2/drill", "u2/study"])
      #expect(try view.entries(ofCommunity: nil, team: "fire-1").count == 4)
      #expect(try view.entries(ofCommunity: "u2", team: "fire-1").count == 1)
    }
  }
}

@Suite struct `Notices` {
  @Test func `are open until they are sent, all or none`() throws {
    try withOffice { office in
      let standing = try office.standing(at: morning)
      let open = try standing.notices().book.notices.map(\.id)
      #expect(open.count == 4)
      #expect(throws: Refusal.asking(.noSuchNotice("u9", open: open))) {
        try standing.send(["u1/drill", "u9"], by: "甲")
      }
      #expect(try standing.notices().book.notices.count == 4)
      let choices = open.map { NamingReason.Choice(id: $0.text, name: "") }
      #expect(throws: Refusal.naming(.ambiguous(.notice, "drill", choices, count: 4))) {
        try standing.send(["drill"], by: "甲")
      }
      let sent = try standing.send(["u1/drill"], by: "甲").map(\.id)
      #expect(sent == open.filter { $0.text.hasPrefix("u1/") })
      #expect(try standing.notices().book.notices.count == 3)
    }
  }
}

@Suite struct `Checking` {
  @Test func `tells what cannot fit, and writes nothing`() throws {
    try withUnplannedOffice { office in
      #expect(try office.check(at: morning).feasibility.impossible.isEmpty)
      let storm = "closures: [ { dates: 2024-06-10..2024-06-28, reason: 汛情 } ]"
      try edit(office, "requirements:", "\(storm)\nrequirements:")
      let checked = try office.check(at: morning)
      #expect(
        checked.feasibility.impossible.map(\.emptiedBy) == Array(repeating: .closure, count: 8))
      for language in Language.allCases {
        #expect(checked.findings(in: language).count >= 8)
      }
      #expect(throws: Refusal.planning(.noPlanYet(folder: office.folder))) {
        try office.history()
      }
    }
  }

  @Test func `tells all that is in the record`() throws {
    try withOffice { office in
      _ = try office.standing(at: morning).decide(Cancel("u1/drill"), on: grounds)
      #expect(try office.history().events.count == 2)
    }
  }
}
