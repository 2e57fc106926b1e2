import Drills
import Testing

@testable import Feeds

/// What happens to one drill: how it is announced, what is decided, what is recorded of it.
struct Story: Hashable, CustomTestStringConvertible {
  enum Deed: CaseIterable {
    case nothing, otherHour, otherDay, thereAndBack, otherTeam, otherVenue, unplaced, cancelled
    case cancelledAndRestored, overriding, overriddenBeside, withoutRequirement
  }
  enum Account: CaseIterable {
    case none, done, doneElsewhere, doneAndUndone, revealed, revealedAndMoved
  }
  enum Timing: CaseIterable {
    case beforeTheChange, afterTheChange, atOnce
  }

  /// At first, then as it was changed.
  let announcements: [Requirement.Announcement]
  let deed: Deed
  let timing: Timing
  let account: Account

  var testDescription: String {
    "\(announcements.map(\.rawValue)) \(deed) \(timing) \(account)"
  }

  /// Each announcement, changed to each, and changed back.
  static let announcements: [[Requirement.Announcement]] =
    Requirement.Announcement.allCases.flatMap { first in
      [[first]]
        + Requirement.Announcement.allCases.filter { $0 != first }.flatMap {
          [[first, $0], [first, $0, first]]
        }
    }

  /// Every deed with every account of it, each at one of the timings in turn; or at all of them.
  static func all(announced: [Requirement.Announcement], atEveryTiming: Bool) -> [Story] {
    Deed.allCases.enumerated().flatMap { row, deed in
      Account.allCases.enumerated().flatMap { column, account in
        let timings = Timing.allCases
        return (atEveryTiming ? timings : [timings[(row + column + announced.count) % 3]]).map {
          Story(announcements: announced, deed: deed, timing: $0, account: account)
        }
      }
    }
  }
}

/// What nobody outside may know, in one of two worlds that they must not be able to tell apart.
struct World {
  let day: Day
  let hour: Minute
  let laterHour: Minute
  let teams: [String: String]
  let laterTeams: [String: String]
  let venue: String
  let overrides: Set<HardRule>
  /// What is decided while nobody may know of the drill at all is decided in one world alone.
  let decidesInside: Bool

  static let one = World(
    day: date("2024-06-12"), hour: 547, laterHour: 613, teams: ["fire": "fire1"],
    laterTeams: ["fire": "fire2"], venue: "h2", overrides: [.community, .placement],
    decidesInside: true)
  static let other = World(
    day: date("2024-06-19"), hour: 907, laterHour: 1003, teams: ["fire": "fire2"],
    laterTeams: ["fire": "fire1"], venue: "h1", overrides: [.team, .venue, .order],
    decidesInside: false)
}

/// The office in one world, as a story goes on: a talk, the drill after it, a fair after the drill.
struct Stage {
  static let drill: DutyID = "u1/watched"
  static let talk: DutyID = "u1/talk"
  static let fair: DutyID = "u1/fair"

  private(set) var office: Office
  let world: World
  private(set) var announcement: Requirement.Announcement
  /// The public feeds as they were published last, by path.
  private(set) var outside: [String: [UInt8]] = [:]
  private var announced: Requirement.Announcement
  /// Whether anything of this world alone hangs on the day or on whether it is held, or on the hour.
  private(set) var hasOwnDay = false
  private(set) var hasOwnHour = false
  private var salts = 0

  init(_ world: World, announced announcement: Requirement.Announcement) {
    self.world = world
    self.announcement = announcement
    announced = announcement
    office = Office(storyProgram())
    office.plan[Stage.talk] = Placement(day: day("2024-06-12"), start: 540)
    office.plan[Stage.fair] = Placement(day: day("2024-06-12"), start: 1200)
    announce(announcement)
    place(on: ownDay("2024-06-12"), at: ownHour(547, world.hour))
  }

  var placement: Placement? { office.plan[Stage.drill] }

  /// Whether the plan still has its requirement.
  var isPlannedFor: Bool { office.program.requirements.row(of: "watched") != nil }

  mutating func announce(_ announcement: Requirement.Announcement) {
    guard isPlannedFor else { return }
    self.announcement = announcement
    var requirements = office.program.requirements.elements
    for index in requirements.indices where requirements[index].id == "watched" {
      requirements[index].announcement = announcement
    }
    office.program.requirements = Table(requirements)
  }

  mutating func publish() throws {
    office.pass(days: 1)
    let publisher = Publisher(office.source)
    for row in publisher.changed(since: office.record) { office.record[row.key] = row }
    // No feed needs rows of the other edition, and without them it takes half the time.
    let rows = office.record.filter { $0.key.edition == .public }
    outside = [:]
    try publisher.forEachFile(rows) { file in
      if file.edition == .public { outside[file.path] = file.bytes }
    }
    office.moved = [:]
    announced = announcement
  }

  /// The steps of a deed; each is published.
  func steps(of deed: Story.Deed) -> [@Sendable (inout Stage) -> Void] {
    switch deed {
    case .nothing: []
    case .otherHour: [{ $0.move(to: nil) }]
    case .otherDay: [{ $0.move(to: "2024-06-20") }]
    case .thereAndBack: [{ $0.move(to: "2024-06-20") }, { $0.move(to: "2024-06-12") }]
    case .otherTeam: [{ $0.change(teams: $0.laterTeams, venue: nil) }]
    case .otherVenue: [{ $0.change(teams: nil, venue: $0.ownVenue) }]
    case .unplaced: [{ stage in stage.decide { $0.office.plan[watched] = nil } }]
    case .cancelled: [{ $0.cancel() }]
    case .cancelledAndRestored: [{ $0.cancel() }, { $0.restore() }]
    case .overriding:
      [
        { stage in
          stage.override()
          stage.move(to: "2024-06-13")
        }, { $0.move(to: "2024-06-12") },
      ]
    case .overriddenBeside: [{ $0.office.overrides[Stage.talk] = Set(HardRule.allCases) }]
    case .withoutRequirement:
      [
        { stage in
          // Nobody ever read how it was to be announced since.
          stage.announcement = stage.announced
          stage.office.plan[watched] = nil
          stage.office.program.requirements = Table(
            stage.office.program.requirements.elements.filter { $0.id != "watched" })
        }
      ]
    }
  }

  func steps(of account: Story.Account) -> [@Sendable (inout Stage) -> Void] {
    let isSealed = announcement == .dateOnly && placement != nil
    switch account {
    case .none: return []
    case .done:
      return [{ $0.office.done(watched, on: $0.placement?.day ?? day("2024-06-12")) }]
    case .doneElsewhere: return [{ $0.holdElsewhere() }]
    case .doneAndUndone: return [{ $0.holdElsewhere() }, { $0.office.completions = [:] }]
    case .revealed: return isSealed ? [{ $0.office.revealed = [watched] }] : []
    case .revealedAndMoved:
      return isSealed ? [{ $0.office.revealed = [watched] }, { $0.move(to: nil) }] : []
    }
  }

  /// What is decided at last, whatever has become of it.
  mutating func cancelAtLast() {
    office.plan[Stage.drill] = nil
    office.cancelled[Stage.drill] = Reason(kind: "考试", words: "secretwords")
  }

  // MARK: Decisions

  private mutating func decide(_ change: (inout Stage) -> Void) {
    guard announcement != .internal || world.decidesInside else { return }
    change(&self)
    if announcement == .internal { hasOwnDay = true }
    if announcement != .public { hasOwnHour = true }
  }

  private mutating func move(to date: String?) {
    decide { stage in
      let day = date.map { stage.ownDay($0) } ?? stage.placement?.day
      guard let day, stage.placement != nil else { return }
      stage.place(on: day, at: stage.ownHour(613, stage.world.laterHour))
      stage.office.moved[Stage.drill] = Reason(kind: "天气", words: "secretwords")
      stage.office.revealed = []
    }
  }

  private mutating func change(teams: [String: String]?, venue: String?) {
    decide { stage in
      if let teams { stage.office.plan[watched]?.teams = teams }
      if let venue { stage.office.plan[watched]?.venue = venue }
    }
  }

  private mutating func override() {
    decide { stage in
      stage.office.overrides[watched] =
        stage.announcement == .public ? [.community] : stage.world.overrides
    }
  }

  private mutating func cancel() {
    decide { stage in
      stage.office.plan[Stage.drill] = nil
      stage.office.cancelled[Stage.drill] = Reason(
        kind: stage.announcement == .internal ? "考试" : "天气", words: "secretwords")
    }
  }

  private mutating func restore() {
    decide { stage in
      stage.office.cancelled = [:]
      stage.place(on: stage.ownDay("2024-06-12"), at: stage.ownHour(613, stage.world.laterHour))
    }
  }

  private mutating func holdElsewhere() {
    office.done(Stage.drill, on: day("2024-06-14"))
    office.completions[Stage.drill]?.start = 961
    office.completions[Stage.drill]?.minutes = 45
  }

  private mutating func place(on day: Day, at hour: Minute) {
    salts += 1
    hasOwnHour = hasOwnHour || announcement != .public
    hasOwnDay = hasOwnDay || announcement == .internal
    office.plan[Stage.drill] = Placement(
      day: day, start: hour, venue: "h1",
      teams: announcement == .public ? ["fire": "fire1"] : world.teams)
    office.salts[Stage.drill] = String(repeating: "0", count: 28) + String(1000 + salts)
  }

  private var laterTeams: [String: String] {
    announcement == .public ? ["fire": "fire2"] : world.laterTeams
  }
  private var ownVenue: String { announcement == .internal ? world.venue : "h2" }
  private func ownDay(_ date: String) -> Day {
    announcement == .internal ? world.day : day(date)
  }
  private func ownHour(_ known: Minute, _ own: Minute) -> Minute {
    announcement == .public ? known : own
  }
}

private let watched = Stage.drill

private func date(_ text: String) -> Day { day(text) }

/// One community with two venues and two fire stations.
private func storyProgram() -> Program {
  var program = smallProgram()
  program.communities = Table([program.communities.elements[0]])
  program.campaigns = []
  program.deadlines = []
  var talk = Requirement(id: "talk", name: "消防宣讲", duration: .minutes(60))
  talk.kind = .meeting
  var watched = Requirement(id: "watched", name: "疏散演练", duration: .minutes(90))
  watched.scenario = .fire
  watched.crews = [CrewNeed(role: "fire", crews: 1)]
  watched.predecessors = [Predecessor(requirement: "talk", days: 0)]
  watched.notices = [NoticeRule(to: "secretnotified", workdays: 3)]
  var fair = Requirement(id: "fair", name: "安全集市", duration: .minutes(60))
  fair.kind = .event
  fair.predecessors = [Predecessor(requirement: "watched", days: 0)]
  program.requirements = Table([talk, watched, fair])
  return program
}
