import Foundation
import Testing

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

/// Lends that workspace as it was planned on 3 June 2024.
func withDisruptedPlan<Result>(_ body: (URL) throws -> Result) throws -> Result {
  try withTemporaryFolder { folder in
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let answer = try decide(folder, "plan", "--time-limit", "5s")
    try #require(answer.status == 0, "\(answer.errors)")
    return try body(folder)
  }
}

/// Runs a command in that workspace, on the morning of 3 June unless `now` says otherwise.
@discardableResult
func decide(
  _ folder: URL, _ arguments: String..., now: String = "2024-06-03T08:00:00+08:00"
) throws -> Answer {
  try muster([arguments[0], "-C", folder.path, "--now", now] + arguments.dropFirst())
}

/// What a command prints as JSON.
func document(_ answer: Answer) throws -> [String: Any] {
  let value = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
  return try #require(value as? [String: Any], "\(answer.errors)")
}

/// The day and hour of an activity in the newest plan; nothing if it has none.
func start(of id: String, in folder: URL) throws -> String? {
  let plan = try document(decide(folder, "show", "--format", "json"))
  let activities = try #require(plan["activities"] as? [[String: Any]])
  let found = try #require(activities.first { $0["id"] as? String == id })
  return (found["start"] as? String).map { String($0.prefix(16)) }
}
