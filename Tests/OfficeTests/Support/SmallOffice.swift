import Drills
import Foundation
import Office
import Record
import Scheduling
import Workspace
import Testing

/// Three communities, one drill each, a weekly task, a campaign, a contest and a form.
private let files = [
  "plan.yaml": """
  muster: 1
  id: small
  title: 示例月
  organizer: { name: 示例办公室, office: 应急办 }
  departments: [ { id: party, name: 党建办 } ]
  period: { from: 2024-06-01, to: 2024-06-30 }
  requirements:
    - { id: drill, name: 疏散演练, scenario: fire, for: {}, duration: 60min, dates: 2024-06-03..2024-06-12,
        hours: "09:00-12:00", venue: [square], counts-as: [evacuation-drill, series-drill] }
    - { id: late, name: 月末会议, kind: meeting, for: organizer, duration: 60min, dates: 2024-06-28 }
    - { id: sealed, name: 夜间演练, for: organizer, duration: 60min, dates: 2024-06-21, announce: date-only }
  campaigns:
    - { id: push, name: 每日推送, for: {}, every: day, counts-as: push }
    - { id: works, name: 作品征集, for: [ {}, departments ], made-since: 2023-01-01, stages: [街道, 区] }
  deadlines:
    - { id: weekly, name: 周材料, for: {}, every: thu, wants: [video, photos, text] }
  forms: [ { name: 附件, dates: 2024-06-01..2024-06-30 } ]
  lines:
    - { id: push, name: 推送, units: { messages: 条, groups: 个 }, adds: messages, stock: [groups] }

  """,
  "forms/附件.md": "推送（{{push.messages}}）条，群（{{push.groups}}）个；演练（{{evacuation-drill.sessions}}）场\n",
  "forms/坏.md": "{{nothing.here}}\n",
  "communities.csv": """
  id,name,kind,population,phone
  u1,甲社区,urban,3000,024-1
  u2,乙社区,urban,2000,
  v1,丙村,rural,500,

  """,
  "venues.csv": """
  id,name,types,community,capacity
  s1,甲广场,square,u1,400
  s2,乙广场,square,u2,400
  s3,丙广场,square,v1,400

  """,
]

/// The morning of 20 June 2024.
let smallNow: Instant = 1_718_841_600

/// Lends a small office with a plan that was saved as revision 1.
@discardableResult
func withSmallOffice<Result>(_ body: (Office) throws -> Result) throws -> Result {
  let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(
    at: folder.appending(path: "forms"), withIntermediateDirectories: true)
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  let office = Office(folder: folder.path)
  let (reading, program) = try office.workspace()
  let agenda = Agenda(program)
  let plan = Plan([
    "u1/drill": Placement(day: day(5), start: 540, venue: "s1"),
    "u2/drill": Placement(day: day(6), start: 540, venue: "s2"),
    "v1/drill": Placement(day: day(7), start: 540, venue: "s3"),
    "organizer/late": Placement(day: day(28), start: 540),
    "organizer/sealed": Placement(day: day(21), start: 540),
  ])
  let verdict = PlanChecker(agenda, in: Circumstances()).check(plan)
  try #require(verdict.isValid, "\(verdict.violations)")
  let record = try office.openOrCreateRecord(of: program.id)
  let revision = Revision(
    number: 0, base: nil, savedAt: morning, savedBy: "甲", seed: 1, now: morning,
    score: verdict.score, bound: Bound(unplaced: 0, cost: 0), plan: plan)
  _ = try record.save(
    revision, files: reading.files, roll: { DutyRoll(agenda) }, publications: [],
    ifUnchangedSince: record.token())
  return try body(office)
}

extension Office {
  /// Records it as 甲 on the morning of 20 June.
  @discardableResult
  func done(_ id: String, _ fill: (inout CompletionReport) -> Void) throws -> Recorded {
    var report = CompletionReport()
    fill(&report)
    return try record(report, of: id, in: register(), by: "甲", at: smallNow)
  }

  /// Writes a file into its folder; returns its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = URL(filePath: folder).appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// Everything that the record tells, by kind.
  var recorded: Accounts {
    get throws { try books(at: smallNow).accounts }
  }
}
