import Drills
import Foundation
import Office
import Record
import Scheduling
import Testing
import Workspace

/// Four communities share one fire station; each drills once and studies once.
private let rules = """
  muster: 1
  id: disrupted
  title: 演练月
  organizer: { name: 应急办, phone: "024-0000" }
  period: { from: 2024-06-03, to: 2024-06-28 }
  make-up-within: 5
  requirements:
    - { id: drill, name: 疏散演练, scenario: fire, for: {}, duration: 60min, venue: [square],
        dates: 2024-06-10..2024-06-28, days: workdays, hours: "09:00-11:00", teams: { fire: 1 },
        prefer: [ { dates: 2024-06-12, weight: 3 } ], notices: [ { to: 消防站, workdays: 3 } ] }
    - { id: study, kind: meeting, name: 专题学习, for: {}, duration: 60min, dates: 2024-06-10..2024-06-28,
        hours: "14:00-16:00" }

  """
private let files = [
  "plan.yaml": rules,
  "communities.csv": """
  id,name,kind,area,population
  u1,一社区,urban,a1,900
  u2,二社区,urban,a1,800
  u3,三社区,urban,a1,700
  v1,四村,rural,a1,600

  """,
  "venues.csv": """
  id,name,types,community
  s1,一号广场,square,u1
  s2,二号广场,square,u2
  s3,三号广场,square,u3
  s4,四号广场,square,v1

  """,
  "teams.csv": "id,name,role,crews,turnaround\nfire-1,消防站,fire,1,60\n",
]

/// The morning of 3 June 2024, when that office planned.
let morning: Instant = 1_717_372_800

/// Lends the folder of that office, without a plan.
@discardableResult
func withUnplannedOffice<Result>(
  _ body: (Office) async throws -> Result
) async throws -> Result {
  let office = try makeOffice()
  defer { try? FileManager.default.removeItem(atPath: office.folder) }
  return try await body(office)
}

@discardableResult
func withUnplannedOffice<Result>(_ body: (Office) throws -> Result) throws -> Result {
  let office = try makeOffice()
  defer { try? FileManager.default.removeItem(atPath: office.folder) }
  return try body(office)
}

/// Lends that office with a plan of its own, saved as revision 1.
@discardableResult
func withOffice<Result>(_ body: (Office) async throws -> Result) async throws -> Result {
  try await withUnplannedOffice { office in
    try publish(in: office)
    return try await body(office)
  }
}

/// The same; `without`: what the plan leaves unplaced.
@discardableResult
func withOffice<Result>(
  without unplaced: [DutyID] = [], _ body: (Office) throws -> Result
) throws -> Result {
  try withUnplannedOffice { office in
    try publish(in: office, without: unplaced)
    return try body(office)
  }
}

private func makeOffice() throws -> Office {
  let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  return Office(folder: folder.path)
}

/// Where everything is published: a drill a day, all studies on one.
private let published: [DutyID: Placement] = Dictionary(
  uniqueKeysWithValues: ["u1", "u2", "u3", "v1"].enumerated().flatMap { index, owner in
    [
      (
        DutyID("\(owner)/drill"),
        Placement(
          day: day(17 + index), start: 540, venue: "s\(index + 1)", teams: ["fire": "fire-1"])
      ),
      (DutyID("\(owner)/study"), Placement(day: day(24), start: 840 + 60 * (index % 2))),
    ]
  })

/// A day of June 2024.
func day(_ day: Int) -> Day { Day(number: Int32(19_874 + day)) }

/// Saves that plan as the next revision.
func publish(in office: Office, without unplaced: [DutyID] = []) throws {
  let (reading, program) = try office.workspace()
  let agenda = Agenda(program)
  let plan = Plan(published.filter { !unplaced.contains($0.key) })
  let record = try office.openOrCreateRecord(of: program.id)
  let verdict = PlanChecker(agenda, in: Circumstances()).check(plan)
  try #require(verdict.isValid, "\(verdict.violations)")
  let revision = Revision(
    number: 0, base: nil, savedAt: morning, savedBy: "甲", seed: 1, now: morning,
    score: verdict.score, bound: Bound(unplaced: 0, cost: 0), plan: plan)
  _ = try record.save(
    revision, files: reading.files, roll: { DutyRoll(agenda) }, publications: [],
    ifUnchangedSince: record.token())
}

/// Records that an activity was done on a day of June.
func complete(_ id: DutyID, on number: Int, in office: Office) throws {
  let record = try #require(try office.record(of: "disrupted"))
  _ = try record.complete(
    Completion(
      of: id, day: day(number), people: 100, recordedBy: "甲", recordedAt: morning))
}

/// Replaces a text in the rules.
func edit(_ office: Office, _ old: String, _ new: String) throws {
  let file = URL(filePath: office.folder).appending(path: "plan.yaml")
  let text = try String(contentsOf: file, encoding: .utf8)
  try #require(text.contains(old), "there is no '\(old)' to edit")
  try Data(text.replacing(old, with: new).utf8).write(to: file)
}
