import Drills
import Testing

@testable import Feeds

/// What must hold whatever an office does in a month.
@Suite struct `Feeds of a month of changes` {
  @Test(arguments: 1...100)
  func `obey every law`(seed: Int) throws {
    var month = RandomMonth(seed: seed)
    var subscriber = Subscriber()
    month.office.publish()
    subscriber.read(try month.office.files(), on: month.office.source.today, month.secretClocks)

    for _ in 0..<12 {
      month.change()
      month.office.publish()
      subscriber.read(
        try month.office.files(), on: month.office.source.today, month.secretClocks)
      #expect(month.office.publish().isEmpty, "what is published needs no publishing")
    }

    #expect(subscriber.complaints == [])
    let files = try month.office.files()
    month.office.now += 60
    #expect(try month.office.files() == files, "unchanged feeds are the same bytes")
  }
}

/// A subscriber of a whole year, in which what was called off is forgotten and comes again.
@Suite struct `Feeds of a year of replanning` {
  @Test(arguments: [2024, 2025])
  func `obey every law over 200 revisions`(seed: Int) throws {
    var year = RandomMonth(seed: seed, days: 365)
    var subscriber = Subscriber()
    var rows = 0
    let begin = year.office.now
    for _ in 0..<200 {
      year.change()
      rows += year.office.publish().count
      subscriber.read(
        try year.office.files(), on: year.office.source.today, year.secretClocks)
    }

    #expect(subscriber.complaints == [])
    #expect(rows > 200)
    #expect(year.office.now - begin > 300 * 86_400)
  }
}

/// An office that places, moves, calls off, completes, forgets and remembers at random.
struct RandomMonth {
  var office = Office()
  /// Start times of sealed drills that the public must not know, as 09:07.
  private(set) var secretClocks: Set<String> = []
  private var random: SplitMix64
  private let everything: [Requirement]
  private var clocks = 0
  private let days: Int

  /// - Parameters:
  ///   - seed: Where the random numbers start.
  ///   - days: How many days from 1 June on something may be placed.
  init(seed: Int, days: Int = 30) {
    self.days = days
    random = SplitMix64(seed: seed)
    everything = office.program.requirements.elements
    for _ in 0..<12 { place() }
  }

  mutating func change() {
    if random.flip(0.7) { office.now += random.pick([0, 1, 3600, 86_400, 20 * 86_400]) }
    if random.flip(0.05) { office.now += -86_400 }
    office.moved = [:]
    for _ in 0..<random.pick([1, 1, 3]) { step() }
    guardHours()
  }

  private mutating func step() {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: place()
    case 4: forgetPlacement()
    case 5: callOff()
    case 6: complete()
    case 7: changeRequirements()
    case 8:
      if let id = office.plan.placements.keys.sorted().randomElement(using: &random) {
        office.revealed.formSymmetricDifference([id])
      }
    default: office.cancelled = [:]
    }
  }

  private func ids() -> [DutyID] {
    Agenda(office.program).activities.elements.map(\.id)
  }

  private mutating func place() {
    let ids = ids()
    guard !ids.isEmpty else { return }
    let id = random.pick(ids)
    let isSealed = id.text.hasSuffix("/sealed")
    let first = day("2024-06-01")
    // Never on the half hour, where all others are, nor, ten hours later, another's start.
    clocks += 1
    let start =
      isSealed
      ? 481 + clocks % 29 + 30 * (clocks / 29 % 10) : 30 * Int.random(in: 0..<16, using: &random)
    office.plan[id] = Placement(
      day: first + Int.random(in: 0..<days, using: &random),
      start: id.text.hasSuffix("/quiz") ? 0 : start,
      venue: random.pick([nil, "h1", "h2", "sq"]),
      teams: random.flip() ? ["fire": random.pick(["fire1", "fire2"])] : [:])
    office.moved[id] = Reason(kind: random.pick(["", "天气"]), words: "secretwords")
    office.overrides[id] = random.pick([nil, nil, [.team], [.order, .venue]])
    if isSealed { office.salts[id] = String(repeating: "0", count: 28) + String(1000 + clocks) }
  }

  private mutating func forgetPlacement() {
    if let id = office.plan.placements.keys.sorted().randomElement(using: &random) {
      office.plan[id] = nil
    }
  }

  private mutating func callOff() {
    let tracked: [DutyID] = ["u1/push", "organizer/tour", "u2/weekly/2024-06-06"]
    let id = random.pick(ids() + tracked)
    office.cancelled[id] = Reason(kind: random.pick(["", "天气"]), words: "secretwords")
  }

  private mutating func complete() {
    let id = random.pick(ids() + ["u1/weekly/2024-06-06", "u1/summary/2024-06-25"])
    if office.completions.removeValue(forKey: id) == nil {
      office.done(id, on: office.plan[id]?.day ?? office.source.today)
    }
  }

  private mutating func changeRequirements() {
    let kept = everything.filter { _ in random.flip(0.8) }
    office.program.requirements = Table(kept.isEmpty ? everything : kept)
  }

  /// Every start that a sealed drill ever had, but for one that is open now.
  private mutating func guardHours() {
    for (id, placement) in office.plan.placements where id.text.hasSuffix("/sealed") {
      secretClocks.insert(clock(placement.start))
    }
    for (id, placement) in office.plan.placements where id.text.hasSuffix("/sealed") {
      let isOpen = office.revealed.contains(id) || office.completions[id] != nil
      if isOpen { everOpen.insert(clock(placement.start)) }
    }
    secretClocks.subtract(everOpen)
  }

  private var everOpen: Set<String> = []
}
