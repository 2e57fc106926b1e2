import Foundation
import Testing

/// Two communities with a drill whose hour is hidden, an open one, a meeting and a weekly report.
private let rules = """
  muster: 1
  id: small
  title: 演练计划
  organizer: { name: 应急办, phone: "024-0000" }
  publish: { base: "https://feeds.example.org/small" }
  period: { from: 2024-06-01, to: 2024-06-30 }
  requirements:
    - { id: sealed, name: 高层建筑疏散演练, scenario: high-rise, for: {}, duration: 90min, venue: [square],
        dates: 2024-06-12, hours: "09:00-10:30", teams: { fire: 1 }, announce: date-only }
    - { id: open, name: 防汛演练, scenario: flood, for: {}, duration: 60min, dates: 2024-06-18..2024-06-20,
        hours: "14:00-16:00" }
    - { id: hidden, kind: meeting, name: 部署会议, for: organizer, duration: 60min, dates: 2024-06-03,
        hours: "09:00-10:00", announce: internal }
  campaigns:
    - { id: push, name: 每日推送, for: {}, every: day }
  deadlines:
    - { id: weekly, name: 报送材料, for: {}, every: thu }

  """
private let files = [
  "plan.yaml": rules,
  "communities.csv": "id,name,kind,area,population\nu1,一社区,urban,a1,900\nu2,二社区,urban,a1,800\n",
  "venues.csv": "id,name,types,community\ns1,一号广场,square,u1\ns2,二号广场,square,u2\n",
  "teams.csv": "id,name,role,crews\nfire1,消防站,fire,2\n",
]

/// Lends a small workspace that was planned on 20 May 2024.
func withFeedPlan<Result>(_ body: (URL) throws -> Result) throws -> Result {
  try withTemporaryFolder { folder in
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let answer = try muster(
      "plan", folder.path, "--now", "2024-05-20T08:00:00+08:00", "--time-limit", "2s")
    try #require(answer.status == 0, "\(answer.errors)")
    return try body(folder)
  }
}

/// Replaces a text in the small workspace's rules.
func edit(_ workspace: URL, _ old: String, _ new: String) throws {
  let file = workspace.appending(path: "plan.yaml")
  let text = try String(contentsOf: file, encoding: .utf8)
  precondition(text.contains(old), "there is no '\(old)' to edit")
  try Data(text.replacing(old, with: new).utf8).write(to: file)
}

/// What lies at a path below `feeds`, or below the workspace if that is `feeds-private/all.ics`.
func feed(_ path: String, of workspace: URL) throws -> String {
  let place = path.hasPrefix("feeds-private/") ? path : "feeds/\(path)"
  return try String(contentsOf: workspace.appending(path: place), encoding: .utf8)
    .replacing("\r\n ", with: "")
}
