import Testing

@testable import Drills

private func decision(_ number: Int, _ what: Decision.What) -> Decision {
  var decision = Decision(what, reason: .storm, decidedBy: "a", decidedAt: Instant(seconds: number))
  decision.number = number
  return decision
}

private let place = Placement(
  day: day("2024-06-05"), start: 540, venue: "square", teams: ["fire": "f1"])
private let elsewhere = Placement(
  day: day("2024-06-06"), start: 600, venue: "hall", teams: ["fire": "f2"])

/// Decisions about three activities, undone now and then.
private func randomDecisions(seed: Int) -> [Decision] {
  var random = SplitMix64(seed: seed)
  return (1...30).map { number in
    let id: DutyID = random.pick(["a", "b", "c"])
    let fields = Set(Fixing.Field.allCases.filter { _ in random.flip() })
    let what: Decision.What =
      switch Int.random(in: 0..<7, using: &random) {
      case 0: .move(id, to: elsewhere, fields: [.day, .start], overrides: [.team])
      case 1: .pin(id, at: place, fields: fields)
      case 2: .unpin(id)
      case 3: .cancel(id)
      case 4: .restore(id)
      case 5: .block(Closure(), displaced: [id: day("2024-06-05") + number])
      default: .undo(Int.random(in: 1...max(1, number - 1), using: &random))
      }
    return decision(number, what)
  }
}

@Suite struct `Standing decisions` {
  @Test(arguments: 1...100)
  func `are as if what was undone had never been decided`(seed: Int) {
    let decisions = randomDecisions(seed: seed)
    let undone = StandingDecisions.undone(decisions)
    let kept = decisions.filter { decision in
      if case .undo = decision.what { return false }
      return !undone.contains(decision.number)
    }
    let standing = StandingDecisions(decisions)
    let plain = StandingDecisions(kept)

    #expect(standing.pins.mapValues(\.fixing) == plain.pins.mapValues(\.fixing))
    #expect(standing.overrides == plain.overrides)
    #expect(standing.cancelled == plain.cancelled)
    #expect(standing.displaced == plain.displaced)
    #expect(standing.newest == 30)
  }

  @Test(arguments: 1...100)
  func `leave nothing once each that stands is undone`(seed: Int) {
    var decisions = randomDecisions(seed: seed)
    for number in 1...30 {
      let undone = StandingDecisions.undone(decisions)
      guard !undone.contains(number), case let what = decisions[number - 1].what else { continue }
      if case .undo = what { continue }
      decisions.append(decision(decisions.count + 1, .undo(number)))
    }
    let standing = StandingDecisions(decisions)

    #expect(standing.pins.isEmpty && standing.cancelled.isEmpty && standing.blocks.isEmpty)
  }

  @Test func `are brought back by undoing what undid them`() {
    let standing = StandingDecisions([
      decision(1, .cancel("a")), decision(2, .undo(1)), decision(3, .undo(2)),
    ])
    #expect(Set(standing.cancelled.keys) == ["a"])
  }

  @Test func `are not pending once a later one took them back`() {
    let decisions = [
      decision(1, .move("a", to: elsewhere, fields: [.day], overrides: [])),
      decision(2, .pin("a", at: place, fields: [.venue])), decision(3, .cancel("b")),
      decision(4, .pin("c", at: place, fields: [.venue])), decision(5, .cancel("c")),
      decision(6, .unpin("a")), decision(7, .restore("b")), decision(8, .undo(5)),
    ]
    #expect(StandingDecisions.pending(decisions, after: 0).map(\.number) == [4, 6, 7, 8])
    #expect(StandingDecisions.pending(decisions, after: 6).map(\.number) == [7, 8])
  }

  @Test func `pin each field by itself`() {
    let standing = StandingDecisions([
      decision(1, .pin("a", at: place, fields: [.venue])),
      decision(2, .move("a", to: elsewhere, fields: [.day, .start], overrides: [])),
    ])
    let fixing = standing.pins["a"]?.fixing
    #expect(fixing?.fields == [.day, .start, .venue])
    #expect(fixing?.admits(Placement(day: elsewhere.day, start: 600, venue: "square")) == true)
    #expect(fixing?.admits(elsewhere) == false)
  }

  @Test func `give a reason that both languages have a word for`() {
    for code in ReasonCode.allCases {
      #expect(ReasonCode(word: code.rawValue) == code)
      for language in Language.allCases {
        #expect(ReasonCode(word: code.word(in: language)) == code)
      }
    }
    #expect(ReasonCode(word: "light rain") == nil)
    #expect(ReasonCode.allCases.filter(\.needsWords) == [.other])
  }
}
