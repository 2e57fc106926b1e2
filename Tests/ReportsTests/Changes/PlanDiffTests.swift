import Drills
import Testing

@testable import Reports

private struct Numbers {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % bound)
  }
}

/// The sample's activities, scattered by `seed`.
private func scattered(_ agenda: Agenda, seed: Int) -> Plan {
  var numbers = Numbers(state: UInt64(seed))
  var plan = Plan()
  for activity in agenda.activities.elements where numbers.below(4) > 0 {
    let venue = agenda.program.venues.elements.first?.id
    plan[activity.id] = Placement(
      day: day("2024-06-03") + numbers.below(3), start: 540,
      venue: numbers.below(2) > 0 ? venue : nil)
  }
  return plan
}

private func side(
  _ agenda: Agenda, _ plan: Plan, _ decisions: [Decision] = []
) -> PlanDiff.Side {
  PlanDiff.Side(agenda: agenda, plan: plan, decisions: StandingDecisions(decisions))
}

private func decision(_ number: Int, _ what: Decision.What, _ reason: ReasonCode) -> Decision {
  var decision = Decision(what, reason: reason, words: "内情", decidedBy: "a", decidedAt: 0)
  decision.number = number
  return decision
}

@Suite struct `A diff` {
  @Test(arguments: 1...100)
  func `leads from one plan to the other`(seed: Int) {
    let agenda = sampleView().agenda
    let before = scattered(agenda, seed: seed)
    let after = scattered(agenda, seed: seed + 1000)
    let diff = PlanDiff(from: side(agenda, before), to: side(agenda, after))

    var plan = before
    for change in diff.changes {
      #expect(plan[change.id] == change.from)
      plan[change.id] = change.to
    }
    #expect(plan == after)
    #expect(PlanDiff(from: side(agenda, before), to: side(agenda, before)).changes.isEmpty)
    #expect(Set(diff.changes.map(\.id)).count == diff.changes.count)
  }

  @Test func `says that all with an hour moved when the plan's clock is another`() throws {
    let agenda = sampleView().agenda
    var program = agenda.program
    program.zone = try #require(Zone("Europe/Berlin"))
    let plan = scattered(agenda, seed: 1)

    let diff = PlanDiff(from: side(agenda, plan), to: side(Agenda(program), plan))

    let timed = agenda.activities.elements.filter {
      plan[$0.id] != nil && !agenda.requirement(of: $0).isAllDay
    }
    #expect(!timed.isEmpty)
    #expect(Set(diff.changes.map(\.id)) == Set(timed.map(\.id)))
    #expect(diff.changes.allSatisfy { $0.kind == .moved && $0.from == $0.to })
    let why = PlanDiff.Why.otherClock(from: "Asia/Shanghai", to: "Europe/Berlin")
    #expect(diff.changes.allSatisfy { $0.why == why })
    let lines = diff.lines(in: program, language: .chinese)
    #expect(lines.allSatisfy { $0.hasSuffix("时区由 Asia/Shanghai 改为 Europe/Berlin") })
    let json = try DiffDocument(diff, from: 1, to: 2, in: program).json()
    #expect(json.contains("\"timeZone\" : \"Asia/Shanghai\""))
    #expect(json.contains("T09:00:00+08:00") && json.contains("T09:00:00+02:00"))
  }

  @Test func `tells why, and only what was decided since`() throws {
    let agenda = sampleView().agenda
    let id = try #require(agenda.activities.elements.first?.id)
    let old = Placement(day: day("2024-06-05"), start: 540)
    let new = Placement(day: day("2024-06-06"), start: 540)
    let move = decision(1, .move(id, to: new, fields: [.day], overrides: [.team]), .storm)
    let block = decision(2, .block(Closure(), displaced: [id: old.day]), .heat)

    func change(_ before: [Decision], _ after: [Decision], _ to: Placement?) -> PlanDiff.Change? {
      PlanDiff(
        from: side(agenda, Plan([id: old]), before),
        to: side(agenda, Plan(to.map { [id: $0] } ?? [:]), after)
      ).changes.first
    }
    let moved = change([], [move], new)
    #expect(moved?.kind == .moved)
    #expect(moved?.why == .decided(.storm))
    #expect(moved?.overrides == [.team])
    #expect(change([], [move, block], new)?.why == .decided(.heat))
    #expect(change([move, block], [move, block], new)?.why != .decided(.heat))
    #expect(change([], [block], nil)?.isLost == true)
    #expect(change([], [decision(3, .cancel(id), .exam)], nil)?.kind == .cancelled)
    #expect(change([], [], nil)?.kind == .unplaced)
    #expect(change([], [move], old)?.kind == .overridden)
    #expect(change([move], [move], old) == nil)
  }

  @Test(arguments: [Language.chinese, .english])
  func `keeps a person's words out of every page`(language: Language) throws {
    let agenda = sampleView().agenda
    let id = try #require(agenda.activities.elements.first?.id)
    let diff = PlanDiff(
      from: side(agenda, Plan([id: Placement(day: day("2024-06-05"), start: 540)])),
      to: side(agenda, Plan(), [decision(1, .cancel(id), .exam)]))
    let page = diff.page(title: "t", period: "p", in: agenda.program, language: language)
    for text in [page.html, page.text().joined(separator: "\n")] {
      #expect(text.contains(ReasonCode.exam.word(in: language)))
      #expect(!text.contains("内情"))
    }
  }
}

@Suite struct `Notices` {
  /// The sample, now planned as `plan`, with the first revision as `before`.
  private func notices(
    _ before: Plan, _ after: Plan, sent: [SentNotice] = [], at now: String = "2024-06-01"
  ) -> [Notice] {
    var inputs = sampleView()
    inputs.revision.plan = after
    inputs.revision.number = 2
    inputs.revision.cancelled = []
    inputs.completions = [:]
    inputs.now = Moment(day: day(now), minute: 480)
    let view = PlanView(inputs)
    return NoticeBook(
      view, sent: sent,
      baselines: [
        NoticeBook.Told(revision: 1, side: side(inputs.agenda, before)),
        NoticeBook.Told(revision: 2, side: side(inputs.agenda, after)),
      ]
    ).notices
  }

  @Test(arguments: 1...100)
  func `tell everyone whom a change concerns, once`(seed: Int) {
    let agenda = sampleView().agenda
    let before = scattered(agenda, seed: seed)
    let after = scattered(agenda, seed: seed + 1000)
    let changes = notices(before, after).filter { $0.kind == .change }

    #expect(Set(changes.map(\.id)).count == changes.count)
    for change in PlanDiff(from: side(agenda, before), to: side(agenda, after)).changes
    where change.host != .organizer {
      let told = changes.first { $0.id.text == "community/\(change.host)" }
      #expect(told?.activities.contains(change.id) == true)
    }
    for notice in changes {
      #expect(!notice.activities.isEmpty)
      #expect(notice.message.contains(notice.to))
    }
  }

  @Test(arguments: 1...40)
  func `end when they are sent, letters until the activity moves`(seed: Int) {
    let agenda = sampleView().agenda
    let before = scattered(agenda, seed: seed)
    let after = scattered(agenda, seed: seed + 1000)
    let sent = notices(before, after).map {
      SentNotice(notice: $0.id, about: $0.about, revision: 2, sentBy: "a", sentAt: 0)
    }
    #expect(notices(before, after, sent: sent).isEmpty)

    var moved = after
    for (id, placement) in after.placements {
      moved[id]?.day = placement.day + 1
    }
    let again = notices(before, moved, sent: sent).filter { $0.kind == .letter }
    let letters = notices(before, after).filter { $0.kind == .letter }
    #expect(again.map(\.id) == letters.map(\.id))
  }

  @Test func `leave the past alone`() {
    let agenda = sampleView().agenda
    let plans = (scattered(agenda, seed: 1), scattered(agenda, seed: 2))
    #expect(notices(plans.0, plans.1, at: "2024-06-20").isEmpty)
  }
}
