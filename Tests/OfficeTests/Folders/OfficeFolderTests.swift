import Drills
import Feeds
import Foundation
import Office
import Record
import Testing
import Workspace

@Suite struct `An office over the years` {
  private func withYears(_ years: [Int], _ body: (URL) throws -> Void) throws {
    let home = URL.temporaryDirectory.appending(path: "folder-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    for year in years {
      let folder = home.appending(path: "\(year)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(
        """
        muster: 1
        id: town-\(year)
        organizer: { name: 应急办 }
        period: { from: \(year)-06-01, to: \(year)-06-30 }

        """.utf8
      ).write(to: folder.appending(path: "plan.yaml"))
    }
    try Data().write(to: home.appending(path: "office.yaml"))
    try body(home)
  }

  @Test func `has its years, newest first, and what outlives them above`() throws {
    try withYears([2023, 2025, 2024]) { home in
      let folder = try OfficeFolder(home.path)
      #expect(folder.years.map(\.plan.id) == ["town-2025", "town-2024", "town-2023"])
      #expect(folder.id == "town" && folder.name == "应急办" && folder.isOfYears)
      #expect(folder.directoryPath == home.appending(path: "office.sqlite").path)

      let year = try OfficeFolder(home.appending(path: "2024").path)
      #expect(year.years.map(\.plan.id) == ["town-2024"])
      #expect(year.directoryPath == folder.directoryPath)
    }
  }

  @Test func `refuses two workspaces of one plan, and to be without any`() throws {
    try withYears([2024, 2025]) { home in
      let file = home.appending(path: "2025/plan.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("town-2025", with: "town-2024").utf8).write(to: file)
      let folders = ["2024", "2025"].map { home.appending(path: $0).path }
      #expect(throws: Refusal.access(.samePlan("town-2024", folders))) {
        try OfficeFolder(home.path)
      }
    }
    try withYears([]) { home in
      #expect(throws: Refusal.access(.noWorkspaces(home.path))) { try OfficeFolder(home.path) }
    }
  }

  @Test func `goes by the newest revision while a planner's file is broken`() throws {
    try withOffice { office in
      let before = try OfficeFolder(office.folder)
      try edit(office, "id: disrupted", "id: [")
      let after = try OfficeFolder(office.folder)
      #expect(after.id == before.id && after.years[0].plan == before.years[0].plan)
      #expect(try office.publicPlan(of: "disrupted", at: morning)?.revision == 1)
    }
  }
}

@Suite struct `A workspace that an office folder takes in` {
  private func withOfficeAbove(_ body: (OfficeFolder, URL) throws -> Void) throws {
    try withOffice { office in
      let above = URL(filePath: office.folder).deletingLastPathComponent()
        .appending(path: "above-\(UUID().uuidString)")
      let workspace = above.appending(path: "2024")
      try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: above) }
      try FileManager.default.copyItem(atPath: office.folder, toPath: workspace.path)
      try body(try OfficeFolder(workspace.path), above)
    }
  }

  @Test func `brings its links, whose addresses hold on`() throws {
    try withOfficeAbove { alone, above in
      let feeds = try alone.newestPlanned(at: morning).feeds().filter { $0.edition == .private }
      let made = try alone.makeLinks(
        to: Array(feeds.prefix(2)), label: "", by: "甲", at: morning)
      #expect(throws: Refusal.access(.noOfficeFolder(alone.path))) {
        try OfficeFolder.adopt(alone.path)
      }

      try Data().write(to: above.appending(path: "office.yaml"))
      let target = try OfficeFolder.adopt(alone.path)

      let folder = try OfficeFolder(above.path)
      #expect(target == folder.directoryPath)
      #expect(try folder.links() == made)
      #expect(try folder.revoke(1, by: "乙", at: morning).revoked != nil)
      let own = alone.directoryPath
      #expect(
        ["", "-wal", "-shm"].allSatisfy { !FileManager.default.fileExists(atPath: own + $0) })
      #expect(throws: Refusal.access(.noDirectory(own))) { try OfficeFolder.adopt(alone.path) }
    }
  }

  @Test func `never takes the place of links that are there`() throws {
    try withOfficeAbove { alone, above in
      try alone.keep([.public("all"): Fetch(at: morning, family: "iOS")])
      try Data().write(to: above.appending(path: "office.yaml"))
      let folder = try OfficeFolder(above.path)
      try folder.keep([.public("all"): Fetch(at: morning + 7200, family: "curl")])
      #expect(throws: Refusal.access(.hasDirectory(folder.directoryPath))) {
        try OfficeFolder.adopt(alone.path)
      }
      #expect(try folder.fetches().values.map(\.family) == ["curl"])
    }
  }
}

@Suite struct `Links` {
  @Test func `are made for feeds, listed and given up, each by somebody`() throws {
    try withOffice { office in
      let folder = try OfficeFolder(office.folder)
      let feeds = try office.standing(at: morning).feeds().filter { $0.edition == .private }
      let chosen = feeds.filter { ["communities/u1", "teams/fire-1"].contains($0.id) }
      let made = try folder.makeLinks(to: chosen, label: "手机", by: "甲", at: morning)

      #expect(made.map(\.feed).sorted() == ["communities/u1", "teams/fire-1"])
      #expect(made.map(\.number) == [1, 2])
      #expect(Set(made.map(\.token)).count == 2)
      let revoked = try folder.revoke(1, by: "乙", at: morning + 60)
      #expect(revoked.revoked == Link.Revocation(by: "乙", at: morning + 60))
      #expect(try folder.links() == [revoked, made[1]])
      #expect(throws: Refusal.access(.isRevoked(1, Link.Revocation(by: "乙", at: morning + 60)))) {
        try folder.revoke(1, by: "丙", at: morning + 120)
      }
      #expect(throws: Refusal.access(.noSuchLink(9))) {
        try folder.revoke(9, by: "丙", at: morning)
      }
    }
  }
}
