import Documents
import Drills
import Office
import Record
import Reports
import SourceText
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

private let place = SourcePosition(file: "f")
private let column = SheetReason.Column(english: "people", chinese: "人数")
private let questions: [Question] = [
  .nobodyCame, .nobodyCameFrom("n"), .moreThanSeats(2, venue: "v", seats: 1),
  .moreThanResidents(2, party: "p", residents: 1),
  .longEvacuation(seconds: 100_000, plannedMinutes: 1),
  .sheetIsRecorded(on: day(1)), .emptyFile("f"), .earlyHeadcount(seconds: 1, evacuation: 2),
  .isDoneJointly(host: "h", people: 1), .wasCancelled,
  .wasUnplaced, .partnersNotNamed([choices[0]]),
]

/// At least one of each reason.
private let refusals: [Refusal] = [
  Refusal(.workspace(WorkspaceReader(.memory([:])).read().errors, warnings: [])),
  .naming(.noSuchNumber(9, of: 8)), .naming(.noSuchID("x", near: nil)),
  .naming(.noSuchID("x", near: "y")), .naming(.ambiguous(.venue, "x", choices, count: 12)),
  .naming(.unknown(.team, "x", among: choices)),
  .naming(.unknownID(.area, "x", among: ["a"])), .naming(.noSuchFeed("x.ics", among: choices)),
  .naming(.notOneOf(.team, "x", ["a"])),
  .planning(.noPlanYet(folder: "f")), .planning(.noSuchRevision(3)),
  .planning(.unreadableSnapshot), .planning(.brokenPlan([])),
  .planning(.recordIsLost(beside: ["feeds"])), .planning(.recordIsOlder(than: "feeds/all.ics")),
  .planning(.isOnlyDraft(1)), .planning(.noDraft),
  .planning(.draftIsStale(1, [.decided([]), .breaks([]), .lacks(2), .isNoLongerAsked(["i"])])),
  .deciding(.noReason), .deciding(.reasonNeedsWords), .deciding(.noLongerAsked("i")),
  .deciding(.notAnActivity("i")), .deciding(.isDone("i")), .deciding(.isCancelled("i")),
  .deciding(.isCancelledAlready("i")), .deciding(.isNotCancelled("i")),
  .deciding(.isNotPlaced("i")), .deciding(.isNotPinned("i")),
  .deciding(.breaks("i", at: moment, [])), .deciding(.blockIsOver(day(1), today: day(2))),
  .deciding(.noSuchDecision(3)), .deciding(.isUndoneAlready(3)),
  .deciding(.wishIsOver(moment, now: moment)), .deciding(.noSuchWish(3)),
  .deciding(.wishIsAnswered(3, by: "a")),
  .asking(.isFrozen("i")), .asking(.noSuchStart(moment, grid: 30)),
  .asking(.noSuchNotice("i", open: [])), .asking(.noSuchNotice("i", open: ["a", "b"])),
  .naming(.notAnID(.with, "x", among: choices)), .naming(.notAnID(.with, "n", among: choices)),
  .recording(.isToCome(day(2), today: day(1))), .recording(.isPlannedLater("i", day(1))),
  .recording(.startIsToCome(moment, now: moment)), .recording(.needsPeople("i")),
  .recording(.questioned(questions)), .recording(.rangeOfOneDay),
  .recording(.misplaced([.weather, .people], "i")), .recording(.menderWithoutProblem),
  .recording(.partExceedsWhole(.residents, 2, whole: 1)),
  .recording(.longerThanActivity(.evacuatedIn, seconds: 9999, minutes: 1)),
  .recording(.partnerTwice("u")), .recording(.unknownCounter("x", maybe: [])),
  .recording(.countedTwice(.mended)), .recording(.noSuchFile("f")),
  .recording(.nothingToUndo("i")), .recording(.isDoneJointly("i", host: "h")),
  .recording(.evidenceIsWithheld("f")), .recording(.keyIsTaken("k")),
  .recording(.badKey("", most: 9)),
  .publishing(.exists("f")), .publishing(.placeIsTaken("f", by: ["a", "b"])),
  .publishing(.anotherWorkspace("f", plan: "a", backup: "b")),
  .publishing(.evidenceStays("f", .readOnly)), .publishing(.noSuchEvidence("a")),
  .publishing(.ambiguousEvidence("a", ["ab", "ac"])),
  .accounts(.isBackwards(day(2), day(1))), .accounts(.noSuchProblem(1)),
  .accounts(.isEmptyProblem), .accounts(.mendedBeforeFound(found: day(2), mended: day(1))),
  .accounts(.isMendedAlready(1, day(1))), .accounts(.notInContest(owner: "u", campaign: "c")),
  .accounts(.madeTooEarly(day(1), since: day(2))), .accounts(.noSuchWork(1)),
  .accounts(.stageOutOfOrder(1, "s", next: "t")), .accounts(.stageOutOfOrder(1, "s", next: nil)),
  .accounts(.nothingToRetract(.mending, 1)), .accounts(.hasNoHiddenHour("i")),
  .accounts(.hasNoHourToOpen("i")), .accounts(.isNotOver("i", until: moment)),
  .accounts(.brokenForm(Form.Mistake(path: "f", line: 1, name: "x"))),
  .accounts(.document("f", .trackedChanges)), .accounts(.document("f", .archive(.oldFormat))),
  .accounts(.document("f", .archive(.notZip))), .accounts(.document("f", .archive(.tooLarge))),
  .accounts(.document("f", .damaged("p"))),
  .accounts(
    .formDiffers(
      form: "f", path: "p",
      [.extra(BlankContext(before: "a", after: "b"), next: nil)])),
  .accounts(.mapDiffers(form: "f", then: AgreedPair(line: "a\tb\tc"), now: nil)),
  .sheet(.mistakes([])), .sheet(.nothingFilledIn("f")),
  .sheet(.unknownColumn("x", at: place, among: [column])), .sheet(.noColumn(column, at: place)),
  .sheet(.unknownOwner(.notAnID(.community, "x", among: []), at: place)),
  .sheet(.ownerTwice("u", at: place)),
  .publishing(.cannotWrite("f", .full)), .publishing(.cannotWrite("f", .readOnly)),
  .publishing(.cannotWrite("f", .quota)), .publishing(.cannotWrite("f", .tooLarge)),
  .publishing(.cannotWrite("f", .nameTooLong)), .publishing(.cannotWrite("f", .inTheWay)),
  .publishing(.cannotWrite("f", .other(5))), .publishing(.isOwned("f")),
  .publishing(.feedsAreBehind(.publishing(.cannotWrite("f", .full)))),
  .publishing(.alteredEvidence("n", "f")), .planning(.recordIsLost(beside: ["feeds"])),
  .recording(.notAFile("f", .folder)), .recording(.notAFile("f", .device)),
  .recording(.notAFile("f", .noName)), .recording(.notAFile("f", .unreadable)),
  .recording(.outOfBounds(.people, 0, 1...2)), .recording(.unprintable(.note)),
  .publishing(.lostEvidence("n", "f")),
  .publishing(.unwritableFeed("bad")),
  .access(.noWorkspaces("f")), .access(.samePlan("p", ["f", "g"])), .access(.noSuchLink(3)),
  .access(.noOfficeFolder("f")), .access(.noDirectory("f")), .access(.hasDirectory("f")),
  .access(.isRevoked(3, Link.Revocation(by: "n", at: 0))),
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
    case .recording(let reason): 600 + reason.ordinal
    case .accounts(let reason): 700 + reason.ordinal
    case .sheet(let reason): 800 + reason.ordinal
    case .access(let reason): 900 + reason.ordinal
    }
  }
}

extension AccessReason {
  fileprivate var ordinal: Int {
    switch self {
    case .noWorkspaces: 0
    case .samePlan: 1
    case .noSuchLink: 2
    case .isRevoked: 3
    case .noOfficeFolder: 4
    case .noDirectory: 5
    case .hasDirectory: 6
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
    case .notAnID: 6
    case .noSuchFeed: 7
    }
  }
}

extension PlanningReason {
  fileprivate var ordinal: Int {
    switch self {
    case .noPlanYet: 0
    case .noSuchRevision: 1
    case .unreadableSnapshot: 2
    case .recordIsLost: 4
    case .recordIsOlder: 5
    case .brokenPlan: 3
    case .isOnlyDraft: 5
    case .noDraft: 6
    case .draftIsStale: 7
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
    case .wishIsOver: 14
    case .noSuchWish: 15
    case .wishIsAnswered: 16
    }
  }
}

extension PublishingReason {
  fileprivate var ordinal: Int {
    switch self {
    case .cannotWrite: 0
    case .unwritableFeed: 1
    case .lostEvidence: 2
    case .isOwned: 3
    case .feedsAreBehind: 4
    case .alteredEvidence: 5
    case .exists: 6
    case .placeIsTaken: 7
    case .anotherWorkspace: 8
    case .evidenceStays: 9
    case .noSuchEvidence: 10
    case .ambiguousEvidence: 11
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

extension RecordingReason {
  fileprivate var ordinal: Int {
    switch self {
    case .isToCome: 0
    case .isPlannedLater: 1
    case .startIsToCome: 2
    case .needsPeople: 3
    case .questioned: 4
    case .rangeOfOneDay: 5
    case .misplaced: 6
    case .menderWithoutProblem: 7
    case .partExceedsWhole: 8
    case .longerThanActivity: 9
    case .partnerTwice: 10
    case .unknownCounter: 11
    case .countedTwice: 12
    case .noSuchFile: 13
    case .nothingToUndo: 14
    case .isDoneJointly: 15
    case .notAFile: 16
    case .outOfBounds: 17
    case .unprintable: 18
    case .evidenceIsWithheld: 19
    case .keyIsTaken: 20
    case .badKey: 21
    }
  }
}

extension AccountsReason {
  fileprivate var ordinal: Int {
    switch self {
    case .isBackwards: 0
    case .noSuchProblem: 1
    case .isEmptyProblem: 2
    case .mendedBeforeFound: 3
    case .isMendedAlready: 4
    case .notInContest: 5
    case .madeTooEarly: 6
    case .noSuchWork: 7
    case .stageOutOfOrder: 8
    case .nothingToRetract: 9
    case .hasNoHiddenHour: 10
    case .hasNoHourToOpen: 11
    case .isNotOver: 12
    case .brokenForm: 13
    case .document: 14
    case .formDiffers: 15
    case .mapDiffers: 16
    }
  }
}

extension SheetReason {
  fileprivate var ordinal: Int {
    switch self {
    case .mistakes: 0
    case .nothingFilledIn: 1
    case .unknownColumn: 2
    case .noColumn: 3
    case .unknownOwner: 4
    case .ownerTwice: 5
    }
  }
}

@Suite struct `A refusal` {
  @Test func `is known for every reason`() {
    let counts = [1: 8, 2: 8, 3: 17, 4: 12, 5: 3, 6: 22, 7: 17, 8: 6, 9: 7]
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
