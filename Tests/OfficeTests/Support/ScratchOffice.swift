import Drills
import Foundation
import Office
import Reports
import Scheduling
import Testing

/// The morning of 20 May 2024.
let may20: Instant = 1_716_163_200

/// Lends an office of communities `c1` … in area `a`, with one fire crew `f` and what `rules` asks for.
///
/// - Parameters:
///   - rules: What stands in plan.yaml beside its head, from 3 to 14 June 2024.
///   - communities: How many.
///   - tables: Other tables by their names, and in place of ours.
///   - body: What is done with it; the folder then goes.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws.
@discardableResult
func withScratchOffice<Result>(
  _ rules: String, communities: Int = 3, tables: [String: String] = [:],
  _ body: (Office) async throws -> Result
) async throws -> Result {
  let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  var files = [
    "plan.yaml": """
    muster: 1
    id: scratch
    title: 草稿
    organizer: { name: 办公室 }
    period: { from: 2024-06-03, to: 2024-06-14 }
    \(rules)

    """,
    "communities.csv": "id,name,kind,area,population\n"
      + (1...communities).map { "c\($0),\($0)社区,urban,a,1000\n" }.joined(),
    "teams.csv": "id,name,role,crews\nf,消防站,fire,1\n",
  ]
  files.merge(tables) { $1 }
  for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  return try await body(Office(folder: folder.path))
}

extension Office {
  /// Plans as `plan` does, quietly.
  @discardableResult
  func planned(
    at instant: Instant = may20, _ adjust: (inout Planning) -> Void = { _ in }
  ) async throws -> Planned {
    var planning = Planning(SearchOptions(timeLimitSeconds: 30), by: "甲")
    adjust(&planning)
    return try await standing(at: instant).plan(planning)
  }

  @discardableResult
  func draft(at instant: Instant = may20) async throws -> Planned {
    try await planned(at: instant) { $0.isDraft = true }
  }

  @discardableResult
  func decide(_ request: some DecisionRequest, at instant: Instant = may20) throws -> Decided {
    try standing(at: instant).decide(request, on: Grounds(.orderedFromAbove, by: "甲"))
  }

  /// What the next plan would make of it.
  func rehearse(
    _ request: some DecisionRequest, at instant: Instant = may20
  ) async throws -> Rehearsal {
    try await standing(at: instant).trying(request, on: Grounds(.orderedFromAbove, by: "甲"))
      .standing.rehearsal(SearchOptions(timeLimitSeconds: 30))
  }

  /// What lies there; nothing if nothing does.
  func text(of path: String) -> String? {
    try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8).replacing("\r\n ", with: "")
  }
}

/// An hour of a day in June 2024.
func june(_ number: Int, _ hour: Int, _ minute: Int = 0) -> Moment {
  Moment(day: day(number), minute: hour * 60 + minute)
}
