import Foundation
import Testing

/// Three communities, one drill each, a weekly task, a campaign, a contest and a form.
private let smallPlan = """
  muster: 1
  id: small
  title: 示例月
  organizer: { name: 示例办公室, office: 应急办 }
  departments: [ { id: party, name: 党建办 } ]
  period: { from: 2024-06-01, to: 2024-06-30 }
  requirements:
    - { id: drill, name: 疏散演练, scenario: fire, for: {}, duration: 60min, dates: 2024-06-03..2024-06-12,
        hours: "09:00-12:00", venue: [square], notices: [ { to: 消防站, workdays: 3 } ],
        counts-as: [evacuation-drill, series-drill] }
    - { id: late, name: 月末会议, kind: meeting, for: organizer, duration: 60min, dates: 2024-06-28 }
  campaigns:
    - { id: push, name: 每日推送, for: {}, every: day, counts-as: push }
    - { id: works, name: 作品征集, for: [ {}, departments ], made-since: 2023-01-01, stages: [街道, 区] }
  deadlines:
    - { id: weekly, name: 周材料, for: {}, every: thu, wants: [video, photos, text] }
  forms: [ { name: 附件, dates: 2024-06-01..2024-06-30 } ]
  lines:
    - { id: push, name: 推送, units: { messages: 条, groups: 个 }, adds: messages, stock: [groups] }

  """

private let smallForm = """
  # 统计表

  单位：{{form.unit}} 电话：{{form.phone}}

  | 项目 | 进展 |
  | --- | --- |
  | 演练 | 演练（{{evacuation-drill.sessions}}）场，参与（{{evacuation-drill.people}}）人次； |
  | | 推送（{{push.messages}}）条，群（{{push.groups}}）个；整改（{{reward-scheme.mended}}）项。 |

  """

let smallNow = "2024-06-20T08:00:00+08:00"

/// Lends a small workspace with its plan made.
func withSmallPlan<Result>(_ body: (URL) throws -> Result) throws -> Result {
  try withTemporaryFolder { root in
    let folder = root.appending(path: "small")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "forms"), withIntermediateDirectories: true)
    let files = [
      "plan.yaml": smallPlan, "forms/附件.md": smallForm,
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
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let plan = try muster("plan", folder.path, "--now", "2024-05-20T08:00:00+08:00")
    #expect(plan.status == 0, "\(plan.errors)")
    return try body(folder)
  }
}

/// Runs the program in a small workspace, on 20 June.
func small(_ folder: URL, _ arguments: String..., language: String = "C.UTF-8") throws -> Answer {
  try muster(
    [arguments[0], "-C", folder.path, "--now", smallNow] + arguments.dropFirst(),
    language: language)
}

/// What `history` tells, as plain values.
func history(_ folder: URL) throws -> [[String: Any]] {
  let answer = try small(folder, "history", "--format", "json")
  #expect(answer.status == 0, "\(answer.errors)")
  let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
  return try #require((document as? [String: Any])?["events"] as? [[String: Any]])
}

/// Everything in a folder by path, without the record, which `history` tells, and locks.
func tree(_ folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
    let url = folder.appending(path: path)
    if path.hasPrefix("muster.sqlite") || path.hasSuffix(".lock") { continue }
    if let data = try? Data(contentsOf: url) { files[path] = data }
  }
  return files
}
