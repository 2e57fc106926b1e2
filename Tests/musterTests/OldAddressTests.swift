import Foundation
import Testing

private let june = "2024-06-20T12:00:00+08:00"
private let notice = "此订阅已停用，请向街道办索取新地址"

@Suite struct `Private feeds where Muster 1.0 wrote them` {
  /// Lends a workspace whose private feeds lie below `feeds/private`, and nowhere else.
  private func withOldFeeds(_ body: (URL) throws -> Void) throws {
    try withFeedPlan { workspace in
      try FileManager.default.moveItem(
        at: workspace.appending(path: "feeds-private"),
        to: workspace.appending(path: "feeds/private"))
      try body(workspace)
    }
  }

  private func feeds(_ workspace: URL, at now: String) throws {
    let answer = try muster("feeds", workspace.path, "--now", now)
    #expect(answer.status == 0, "\(answer.errors)")
  }

  private func below(_ workspace: URL) throws -> [String: Data] {
    try contents(of: workspace.appending(path: "feeds/private"))
  }

  @Test func `say where to ask for the new address, and nothing else`() throws {
    try withOldFeeds { workspace in
      let before = try below(workspace)

      try feeds(workspace, at: june)

      let after = try below(workspace)
      #expect(after.keys.sorted() == before.keys.sorted())
      for (path, bytes) in after {
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        #expect(text.contains("SUMMARY:\(notice)\r\n"), "\(path)")
        #expect(text.ranges(of: "\r\nUID:").count == 1, "\(path)")
        #expect(!text.contains("T090000") && !text.contains("024-0000"), "\(path)")
      }
      #expect(
        try contents(of: workspace.appending(path: "feeds-private")).mapValues(\.count)
          == before.mapValues(\.count))
    }
  }

  @Test func `are left alone for 90 days, and then go`() throws {
    try withOldFeeds { workspace in
      try feeds(workspace, at: june)
      let said = try below(workspace)

      for day in ["2024-06-21", "2024-09-18"] {
        try feeds(workspace, at: "\(day)T11:59:00+08:00")
        #expect(try below(workspace) == said)
      }
      try feeds(workspace, at: "2024-09-18T12:00:00+08:00")

      let folder = workspace.appending(path: "feeds/private").path
      #expect(!FileManager.default.fileExists(atPath: folder))
      #expect(try feed("all.ics", of: workspace).contains("BEGIN:VEVENT"))
    }
  }

  @Test func `change with whatever command writes feeds first`() throws {
    try withOldFeeds { workspace in
      let answer = try muster(
        "done", "u1/open", "-C", workspace.path, "--now", june, "--people", "30", "--confirm")
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(try feed("private/all.ics", of: workspace).contains(notice))
    }
  }

  @Test func `do not make new ones fall behind what they told`() throws {
    try withOldFeeds { workspace in
      let file = workspace.appending(path: "feeds/private/all.ics")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("SEQUENCE:0", with: "SEQUENCE:7").utf8).write(to: file)

      // The record is older than what it told: to go on with it is for a person to say.
      #expect(try muster("feeds", workspace.path, "--now", june).status == 65)
      let plan = try muster("plan", workspace.path, "--begin-anew", "--now", june)
      #expect(plan.status == 0, "\(plan.errors)")

      #expect(try feed("feeds-private/all.ics", of: workspace).contains("SEQUENCE:8"))
    }
  }

  @Test func `go with what a killed Muster left, but not with what others put there`() throws {
    try withOldFeeds { workspace in
      let folder = workspace.appending(path: "feeds/private")
      try Data("half".utf8).write(to: folder.appending(path: "communities/u1.ics.new"))
      try Data("BEGIN:VCALENDAR".utf8).write(to: folder.appending(path: "mine.ics"))
      try Data("note".utf8).write(to: folder.appending(path: "teams/note.txt"))

      try feeds(workspace, at: june)
      #expect(try below(workspace)["communities/u1.ics.new"] == nil)
      try feeds(workspace, at: "2024-12-01T12:00:00+08:00")

      #expect(try below(workspace).keys.sorted() == ["mine.ics", "teams/note.txt"])
    }
  }
}
