import Drills
import Office
import Record
import Testing
import Workspace

/// A front that marks what it is asked for, so that a sentence shows where it names what.
private struct Marks: Front {
  func name(of field: Field, in language: Language) -> String { "<\(field.rawValue)>" }
  func setting(_ field: Field, to value: String, in language: Language) -> String {
    "<\(field.rawValue)=\(value)>"
  }
  func name(of action: Action, in language: Language) -> String { "<\(action)>" }
}

private let moment = Moment(day: day(12), minute: 540)
private let choices = (1...12).map { NamingReason.Choice(number: $0, id: "i", name: "n") }

/// At least one of each reason.
private let refusals: [Refusal] = [
  Refusal(.workspace(WorkspaceReader(.memory([:])).read().errors, warnings: [])),
  .naming(.noSuchNumber(9, of: 8)), .naming(.noSuchID("x", near: nil)),
  .naming(.noSuchID("x", near: "y")), .naming(.ambiguous(.venue, "x", choices, count: 12)),
  .naming(.unknown(.team, "x", among: choices)),
  .naming(.unknownID(.area, "x", among: ["a"])), .naming(.notOneOf(.team, "x", ["a"])),
  .planning(.noPlanYet(folder: "f")), .planning(.noSuchRevision(3)),
  .planning(.unreadableSnapshot), .planning(.brokenPlan([])),
  .deciding(.noReason), .deciding(.reasonNeedsWords), .deciding(.noLongerAsked("i")),
  .deciding(.notAnActivity("i")), .deciding(.isDone("i")), .deciding(.isCancelled("i")),
  .deciding(.isCancelledAlready("i")), .deciding(.isNotCancelled("i")),
  .deciding(.isNotPlaced("i")), .deciding(.isNotPinned("i")),
  .deciding(.breaks("i", at: moment, [])), .deciding(.blockIsOver(day(1), today: day(2))),
  .deciding(.noSuchDecision(3)), .deciding(.isUndoneAlready(3)),
  .asking(.isFrozen("i")), .asking(.noSuchStart(moment, grid: 30)),
  .asking(.noSuchNotice("i", open: [])), .asking(.noSuchNotice("i", open: ["a", "b"])),
  .publishing(.cannotWrite("f")), .publishing(.unwritableFeed("bad")),
]

extension Refusal {
  /// Of each reason another; a new one does not compile before it is here, and then needs a refusal above.
  fileprivate var ordinal: Int {
    switch reason {
    case .workspace: 0
    case .record: 1
    case .naming(let reason): 100 + reason.ordinal
    case .planning(let reason): 200 + reason.ordinal
    case .deciding(let reason): 300 + reason.ordinal
    case .publishing(let reason): 400 + reason.ordinal
    case .asking(let reason): 500 + reason.ordinal
    }
  }
}

extension NamingReason {
  fileprivate var ordinal: Int {
    switch self {
    case .noSuchNumber: 0
    case .noSuchID: 1
    case .ambiguous: 2
    case .unknown: 3
    case .unknownID: 4
    case .notOneOf: 5
    }
  }
}

extension PlanningReason {
  fileprivate var ordinal: Int {
    switch self {
    case .noPlanYet: 0
    case .noSuchRevision: 1
    case .unreadableSnapshot: 2
    case .brokenPlan: 3
    }
  }
}

extension DecidingReason {
  fileprivate var ordinal: Int {
    switch self {
    case .noReason: 0
    case .reasonNeedsWords: 1
    case .noLongerAsked: 2
    case .notAnActivity: 3
    case .isDone: 4
    case .isCancelled: 5
    case .isCancelledAlready: 6
    case .isNotCancelled: 7
    case .isNotPlaced: 8
    case .isNotPinned: 9
    case .breaks: 10
    case .blockIsOver: 11
    case .noSuchDecision: 12
    case .isUndoneAlready: 13
    }
  }
}

extension PublishingReason {
  fileprivate var ordinal: Int {
    switch self {
    case .cannotWrite: 0
    case .unwritableFeed: 1
    }
  }
}

extension AskingReason {
  fileprivate var ordinal: Int {
    switch self {
    case .isFrozen: 0
    case .noSuchStart: 1
    case .noSuchNotice: 2
    }
  }
}

@Suite struct `A refusal` {
  @Test func `is known for every reason`() {
    let counts = [1: 6, 2: 4, 3: 14, 4: 2, 5: 3]
    let all = counts.flatMap { area, count in (0..<count).map { area * 100 + $0 } }
    #expect(Set(refusals.map(\.ordinal)) == Set(all).union([0]))
  }

  @Test(arguments: refusals.filter { $0.kind != .bug })
  func `has words of its own in both languages`(refusal: Refusal) {
    let chinese = refusal.text(in: .chinese, for: Marks())
    let english = refusal.text(in: .english, for: Marks())
    #expect(chinese != english)
    #expect(chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    #expect(!english.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
  }

  @Test func `names fields and actions by its front, and no flag of its own`() {
    for refusal in refusals {
      for language in Language.allCases {
        let text = refusal.text(in: language, for: Marks())
        #expect(!text.contains("--") && !text.contains("muster"), "\(text)")
      }
    }
    #expect(
      Refusal.deciding(.noReason).text(in: .english, for: Marks()).hasPrefix(
        "say why with <reason>"))
  }

  @Test func `is told at once in two languages`() {
    let refusal = Refusal.deciding(.isNotPinned("u1/drill"))
    #expect(refusal.text(in: .chinese, for: Marks()) == "u1/drill 没有锁定或改期")
    #expect(refusal.text(in: .english, for: Marks()) == "u1/drill is neither pinned nor moved")
  }
}
