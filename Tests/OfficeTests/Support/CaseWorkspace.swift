import Drills
import Foundation
import Office
import Scheduling

/// Two weeks of June 2024 that a case is tried in, as a planner writes it.
struct Workspace {
  var communities = 2
  var teams = "f,消防站,fire,1"
  var venues = ""
  var settings = ""
  let requirements: String

  init(_ requirements: String, communities: Int = 2, teams: String = "f,消防站,fire,1") {
    self.requirements = requirements
    self.communities = communities
    self.teams = teams
  }

  @discardableResult
  func open<Result>(_ body: (Office) async throws -> Result) async throws -> Result {
    let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [
      "plan.yaml": """
      muster: 1
      id: case
      title: 演练月
      organizer: { name: 应急办 }
      period: { from: 2024-06-03, to: 2024-06-14 }
      \(settings)
      requirements:
      \(requirements)

      """,
      "communities.csv": "id,name,kind,area,population\n"
        + (1...communities).map { "c\($0),社区\($0),urban,a,1000\n" }.joined(),
      "teams.csv": "id,name,role,crews\n\(teams)\n",
      "venues.csv": "id,name,types,community,capacity,concurrent\n\(venues)\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try await body(Office(folder: folder.path))
  }

  /// With a first plan.
  @discardableResult
  func planned<Result>(
    at instant: Instant = may, _ body: (Office) async throws -> Result
  ) async throws -> Result {
    try await open { office in
      _ = try await office.standing(at: instant).plan(planning)
      return try await body(office)
    }
  }
}

let planning = Planning(SearchOptions(timeLimitSeconds: 20), by: "甲")

/// The morning of 20 May.
let may = morning + -14 * 86_400

extension Standing {
  /// Ids of what the newest plan leaves out.
  var unplaced: [DutyID] {
    get throws {
      let plan = try published().plan.revision.plan
      return agenda.activities.elements.map(\.id).filter { plan[$0] == nil }
    }
  }
}
