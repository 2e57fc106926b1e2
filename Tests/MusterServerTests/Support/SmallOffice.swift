import Drills
import Foundation
import Office
import Record
import Testing
import Workspace

/// Two communities; a drill everybody may know of, one whose hour is not told, one that nobody may know of,
/// a campaign and a task.
private func rules(_ year: Int) -> String {
  """
  muster: 1
  id: town-\(year)
  title: 演练月 \(year)
  theme: <b>人人讲安全</b>
  organizer: { name: 应急办, phone: "024-8888" }
  period: { from: \(year)-06-03, to: \(year)-06-28 }
  requirements:
    - { id: open, name: 疏散演练, scenario: fire, for: {}, duration: 60min, venue: [square],
        dates: \(year)-06-10..\(year)-06-28, hours: "09:00-11:00", teams: { fire: 1 } }
    - { id: sealed, name: 突击演练, for: {}, duration: 60min, venue: [square], announce: date-only,
        dates: \(year)-06-10..\(year)-06-28, hours: "13:00-18:00", teams: { fire: 1 } }
    - { id: covert, name: 秘密检查, for: {}, duration: 60min, announce: internal,
        dates: \(year)-06-10..\(year)-06-28, hours: "09:00-11:00" }
  campaigns:
    - { id: push, name: 每日推送, for: {}, to: 业主群 }
  deadlines:
    - { id: weekly, name: 报送周报, for: {}, every: thu }

  """
}
private let tables = [
  "communities.csv": """
  id,name,kind,area,population,contact,phone
  u1,一<社区>,urban,a1,900,张三丰,13900001111
  u2,二社区,urban,a1,800,李四光,13900002222

  """,
  "venues.csv": """
  id,name,types,community,contact,phone
  s1,一号广场,square,u1,王五,13900003333
  s2,二号广场,square,u2,,

  """,
  "teams.csv": "id,name,role,crews,contact,phone\nfire-1,消防站,fire,2,赵六,13900004444\n",
]

/// What no public page may say of that office.
let secrets = [
  "13900001111", "13900002222", "13900003333", "13900004444", "024-8888", "张三丰", "李四光", "王五",
  "赵六", "秘密检查", "covert", "报送周报", "13:30", "14:30", "1330", "053000Z",
]

/// The morning of 3 June 2024.
let morning: Instant = 1_717_372_800

/// Lends a folder of that office, planned for each of these years, in a folder of its own.
func withOffice<Result>(
  years: [Int] = [2024], _ body: (URL) async throws -> Result
) async throws -> Result {
  let home = URL.temporaryDirectory.appending(path: "server-test-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: home) }
  for year in years {
    let folder = years.count == 1 ? home : home.appending(path: "\(year)")
    try makeWorkspace(in: folder, year)
    try plan(Office(folder: folder.path), year)
  }
  if years.count > 1 {
    try Data("name: 白塔街道\n".utf8).write(to: home.appending(path: "office.yaml"))
  }
  return try await body(home)
}

func makeWorkspace(in folder: URL, _ year: Int) throws {
  try FileManager.default.createDirectory(
    at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  for (name, text) in tables.merging(["plan.yaml": rules(year)], uniquingKeysWith: { $1 }) {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }
}

/// Saves a plan: all of the first community on 12 June, of the second on 13 June; `at`: when the open
/// drills begin.
func plan(_ office: Office, _ year: Int, at start: Minute = 540) throws {
  let (reading, program) = try office.workspace()
  let agenda = Agenda(program)
  var placements: [DutyID: Placement] = [:]
  for (index, owner) in ["u1", "u2"].enumerated() {
    let day = try #require(Day(year: year, month: 6, day: 12 + index))
    let venue = "s\(index + 1)"
    placements[DutyID("\(owner)/open")] = Placement(
      day: day, start: start, venue: venue, teams: ["fire": "fire-1"])
    placements[DutyID("\(owner)/sealed")] = Placement(
      day: day, start: 810, venue: venue, teams: ["fire": "fire-1"])
    placements[DutyID("\(owner)/covert")] = Placement(day: day + 5, start: 570)
  }
  let plan = Plan(placements)
  let verdict = PlanChecker(agenda, in: Circumstances()).check(plan)
  try #require(verdict.isValid, "\(verdict.violations)")
  let record = try office.openOrCreateRecord(of: program.id)
  let base = try record.latestRevision()?.number
  let revision = Revision(
    number: 0, base: base, savedAt: morning, savedBy: "甲", seed: 1, now: morning,
    score: verdict.score, bound: Bound(unplaced: 0, cost: 0), plan: plan)
  _ = try record.save(
    revision, files: reading.files, roll: { DutyRoll(agenda) }, publications: [],
    ifUnchangedSince: record.token())
  try office.catchUp(with: program.id, at: morning)
}
