import Drills
import Foundation
import Office
import Record
import Workspace

/// A month of an office in which communities, departments, requirements, problems and campaigns come and go
/// while people record, drill together and take back; drawn from a seed.
struct RandomOffice {
  /// What stands in plan.yaml and the tables of the moment.
  private struct Rules {
    /// By community, whether it is exposed to floods.
    var communities: [String: Bool] = ["c1": true, "c2": false, "c3": true]
    var departments: Set<String> = ["d1"]
    var requirements: Set<String> = ["fire", "flood", "talk"]
    var campaigns: Set<String> = ["push"]
  }

  static let communities = ["c1", "c2", "c3", "c4"]
  static let requirements = [
    "fire": "kind: drill, scenario: fire, for: {}, counts-as: [drill, media]",
    "flood": "kind: drill, scenario: flood, for: { hazards: flood }, counts-as: [drill]",
    "talk": "kind: meeting, for: [ organizer, {} ], counts-as: [media]",
  ]
  static let campaigns = ["push": "drill", "poster": "media"]

  let office: Office
  private var rules = Rules()
  private var state: UInt64
  /// Later with every step, so that no two records tie.
  private(set) var instant = smallNow
  /// What was ever recorded as done.
  private var done: [String] = []
  private(set) var departures = 0
  private(set) var joint = 0
  private(set) var undone = 0

  init(_ office: Office, seed: Int) throws {
    self.office = office
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    try plan()
    for _ in 0..<4 {
      for _ in 0..<8 { try step() }
      try change()
      try plan()
    }
    try step()
  }

  private mutating func draw(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func draw<Element>(from elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[draw(elements.count)]
  }

  private mutating func drawDay() -> Day { day(1) + draw(20) }

  // MARK: The workspace

  private mutating func change() throws {
    func toggle(_ id: String, in set: inout Set<String>) {
      if set.remove(id) == nil { set.insert(id) }
    }
    departures += 1
    switch draw(5) {
    case 0:
      let id = draw(from: Self.communities) ?? "c1"
      if rules.communities.removeValue(forKey: id) == nil || rules.communities.isEmpty {
        rules.communities[id] = draw(2) == 0
      }
    case 1:
      if let id = draw(from: rules.communities.keys.sorted()) { rules.communities[id]?.toggle() }
    case 2: toggle(draw(2) == 0 ? "d1" : "d2", in: &rules.departments)
    case 3: toggle(draw(from: ["fire", "flood", "talk"]) ?? "", in: &rules.requirements)
    default: toggle(draw(2) == 0 ? "push" : "poster", in: &rules.campaigns)
    }
    if rules.requirements.isEmpty { rules.requirements = ["talk"] }
  }

  private func write() throws {
    let requirements = rules.requirements.sorted().map {
      "  - { id: \($0), name: 项目\($0), duration: 60min, \(Self.requirements[$0] ?? "") }"
    }
    let campaigns = rules.campaigns.sorted().map {
      "  - { id: \($0), name: 活动\($0), for: [ {}, departments ], counts-as: \(Self.campaigns[$0] ?? "") }"
    }
    let text = """
      muster: 1
      id: random
      title: 月
      organizer: { name: 办公室 }
      departments: [ \(rules.departments.sorted().map { "{ id: \($0), name: 科室\($0) }" }.joined(separator: ", ")) ]
      period: { from: 2024-06-01, to: 2024-06-30 }
      requirements:
      \(requirements.joined(separator: "\n"))
      campaigns:\(campaigns.isEmpty ? " []" : "\n" + campaigns.joined(separator: "\n"))
      lines:
        - { id: drill, name: 演练, units: { sessions: 场, people: 人次 }, adds: sessions, people: people }
        - { id: media, name: 专栏, units: { columns: 个, talks: 次, airings: 次 }, adds: talks, stock: [columns] }

      """
    let rows = rules.communities.sorted { $0.key < $1.key }.map { id, isExposed in
      "\(id),社区\(id),urban,500,\(isExposed ? "flood" : "")"
    }
    let table = (["id,name,kind,population,hazards"] + rows).joined(separator: "\n") + "\n"
    for (name, content) in [("plan.yaml", text), ("communities.csv", table)] {
      try Data(content.utf8).write(to: URL(filePath: office.folder).appending(path: name))
    }
  }

  /// Saves a plan without a search: what is asked for stands somewhere.
  private mutating func plan() throws {
    instant += 1
    try write()
    let (reading, program) = try office.workspace()
    let agenda = Agenda(program)
    let record = try office.openOrCreateRecord(of: program.id)
    let places = agenda.activities.elements.map { ($0.id, Placement(day: day(2), start: 540)) }
    let revision = Revision(
      number: 0, base: nil, savedAt: instant, savedBy: "甲", seed: 1, now: instant, score: Score(),
      bound: Bound(unplaced: 0, cost: 0), plan: Plan(Dictionary(uniqueKeysWithValues: places)))
    _ = try record.save(
      revision, files: reading.files, roll: { DutyRoll(agenda) }, publications: [],
      ifUnchangedSince: record.token())
  }

  // MARK: The record

  private mutating func step() throws {
    instant += 1
    switch draw(10) {
    case 0...3: try hold()
    case 4: try run()
    case 5...6: try count()
    case 7: try find()
    default: try takeBack()
    }
  }

  private mutating func hold() throws {
    let register = try office.register()
    let activities = try register.ids().map(\.text).filter { id in
      Self.requirements.keys.contains { id.hasSuffix("/\($0)") }
    }
    // Now and then what left already is reported once more.
    let ids =
      draw(4) == 0 ? done.filter { !$0.hasSuffix("push") && !$0.hasSuffix("poster") } : activities
    guard let id = draw(from: ids) else { return }
    var report = CompletionReport()
    let held = drawDay()
    report.days = held...held
    report.people = draw(300)
    report.isConfirmed = true
    let others = rules.communities.keys.sorted().filter { !id.hasPrefix("\($0)/") }
    if draw(3) == 0, let partner = draw(from: others) {
      report.partners = [Assignment(partner, draw(90))]
      joint += 1
    }
    if draw(4) == 0 { report.counts = [Assignment("drill.sessions", draw(4))] }
    if draw(4) == 0 { report.counts.append(Assignment("media.columns", draw(9))) }
    do {
      _ = try office.record(report, of: id, in: register, by: "甲", at: instant)
      done.append(id)
    } catch {
      // What was taken back wholly and left is nothing any more.
      guard case .naming(.noSuchID) = error.reason else { throw error }
    }
  }

  private mutating func run() throws {
    let register = try office.register()
    let runs = try register.ids().filter { $0.rule == "push" || $0.rule == "poster" }
      .map(\.text)
    guard let id = draw(from: runs) else { return }
    var report = CompletionReport()
    let held = drawDay()
    report.days = held...held + draw(3)
    if (report.days?.upperBound ?? held) > day(20) { report.days = held...held }
    report.people = draw(2) * draw(50)
    if draw(2) == 0 { report.counts = [Assignment("media.talks", draw(8))] }
    _ = try office.record(report, of: id, in: register, by: "甲", at: instant)
    done.append(id)
  }

  private mutating func count() throws {
    let books = try office.books(at: instant)
    let counters = [
      "drill.sessions", "drill.people", "media.columns", "media.talks", "media.airings",
    ]
    guard let owner = draw(from: books.program.owners), let counter = draw(from: counters) else {
      return
    }
    var request = CountRequest(of: owner.text, [Assignment(counter, draw(20))])
    request.day = drawDay()
    _ = try books.record(request, by: "甲")
  }

  private mutating func find() throws {
    let books = try office.books(at: instant)
    guard let owner = draw(from: books.program.owners) else { return }
    var report = ProblemReport(
      "问题\(instant.seconds)", of: owner.text, from: draw(2) == 0 ? .resident : .drill)
    report.day = day(1)
    let number = try books.record(report, by: "甲")
    guard draw(3) > 0 else { return }
    instant += 1
    var mending = MendingReport(number)
    mending.day = drawDay()
    _ = try office.books(at: instant).record(mending, by: "甲")
  }

  private mutating func takeBack() throws {
    if draw(3) == 0 {
      do {
        try office.retract(
          draw(from: [.count, .problem, .mending]) ?? .count, 1 + draw(6), by: "甲", at: instant
        ) { _ in }
      } catch {
        guard case .accounts(.nothingToRetract) = error.reason else { throw error }
      }
      return
    }
    guard let id = draw(from: done) else { return }
    do {
      _ = try office.undo(id, in: office.register(), by: "甲", at: instant)
      undone += 1
    } catch {
      switch error.reason {
      // Taken back before, or done by another's joint drill.
      case .recording(.nothingToUndo), .recording(.isDoneJointly), .naming(.noSuchID): break
      default: throw error
      }
    }
  }
}
