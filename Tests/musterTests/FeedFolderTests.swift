import Foundation
import Testing

private let june = "2024-06-20T12:00:00+08:00"

@Suite struct `The feeds beside the record` {
  private func done(_ workspace: URL, _ id: String, _ more: String..., at now: String = june) throws
    -> Answer
  {
    try muster(["done", id, "-C", workspace.path, "--now", now] + people(at: id) + more)
  }

  /// SEQUENCE of each event of a feed, by UID without the domain.
  private func sequences(_ path: String, of workspace: URL) throws -> [String: Int] {
    let text = try feed(path, of: workspace)
    let found = text.matches(of: #/UID:(.+?)@small[\s\S]+?SEQUENCE:(\d+)/#).map {
      (String($0.1), Int($0.2) ?? -1)
    }
    return Dictionary(found, uniquingKeysWith: max)
  }

  @Test(arguments: [
    ("all.ics", "u1/open"), ("feeds-private/all.ics", "u1/weekly/2024-06-13-due"),
    ("feeds-private/tasks/all.ics", "u1/weekly/2024-06-13"),
  ])
  func `never fall behind what was told when a backup is restored`(
    path: String, event: String
  ) throws {
    try withFeedPlan { workspace in
      let record = workspace.appending(path: "muster.sqlite")
      let backup = try Data(contentsOf: record)
      #expect(try done(workspace, "u1/open").status == 0)
      #expect(try done(workspace, "u1/weekly/2024-06-13").status == 0)
      let told = try #require(try sequences(path, of: workspace)[event])
      for suffix in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: record.path + suffix)
      }
      try backup.write(to: record)

      #expect(try muster("feeds", workspace.path, "--now", june).status == 65)
      let plan = try muster("plan", workspace.path, "--begin-anew", "--now", june)
      #expect(plan.status == 0, "\(plan.errors)")

      let after = try #require(try sequences(path, of: workspace)[event])
      #expect(after > told)
    }
  }

  @Test func `hold what every one of several writers recorded`() throws {
    try withFeedPlan { workspace in
      let ids =
        ["u1/open", "u2/open", "u1/sealed", "u2/sealed"]
        + ["06", "13", "20"].flatMap { day in ["u1", "u2"].map { "\($0)/weekly/2024-06-\(day)" } }
      let processes = try ids.map { id in
        let process = Process()
        process.executableURL = program
        process.arguments = ["done", id, "-C", workspace.path, "--now", june] + people(at: id)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }

      for process in processes { process.waitUntilExit() }

      #expect(processes.map(\.terminationStatus) == ids.map { _ in 0 })
      let activities = try feed("feeds-private/all.ics", of: workspace)
      let tasks = try feed("feeds-private/tasks/all.ics", of: workspace)
      // Four activities, and a deadline's event for each of the tasks.
      #expect(activities.matches(of: #/SUMMARY:【已完成】/#).count == ids.count)
      #expect(tasks.matches(of: #/STATUS:COMPLETED/#).count == 6)
      let before = try contents(of: workspace.appending(path: "feeds"))
      #expect(try muster("feeds", workspace.path, "--now", june).status == 0)
      #expect(try contents(of: workspace.appending(path: "feeds")) == before)
    }
  }

  @Test func `tell of a changed time zone as a move of all, once`() throws {
    try withFeedPlan { workspace in
      let before = try sequences("all.ics", of: workspace)
      try edit(workspace, "id: small\n", "id: small\ntime-zone: Europe/Berlin\n")
      let planned = try muster("plan", workspace.path, "--now", "2024-05-21T08:00:00+08:00")
      #expect(planned.status == 0, "\(planned.errors)")
      #expect(planned.output.contains("time zone changed from Asia/Shanghai to Europe/Berlin"))
      #expect(!planned.output.contains("nothing changed"))
      let after = try sequences("all.ics", of: workspace)
      #expect(after["u1/open"] == before["u1/open", default: 0] + 1)
      let text = try feed("communities/u1.ics", of: workspace)
      #expect(text.contains("DTSTART;TZID=Europe/Berlin:202406"))
      #expect(text.contains("（Asia/Shanghai）"))

      let again = try muster("plan", workspace.path, "--now", "2024-05-22T08:00:00+08:00")
      #expect(again.output.contains("nothing changed"), "\(again.output)")
      #expect(try sequences("all.ics", of: workspace) == after)
    }
  }

  @Test func `are all in place after a command, and nothing else is`() throws {
    try withFeedPlan { workspace in
      try edit(workspace, "title: 演练计划", "title: 新的演练计划")
      #expect(
        try muster("plan", workspace.path, "--now", "2024-05-21T08:00:00+08:00").status == 0)

      let files = try contents(of: workspace.appending(path: "feeds"))
      let inside = try contents(of: workspace.appending(path: "feeds-private"))

      #expect(files.keys.allSatisfy { $0.hasSuffix(".ics") || $0 == ".lock" })
      #expect(inside.keys.allSatisfy { $0.hasSuffix(".ics") })
      #expect(files.count == 7 + 1)
      #expect(inside.count == 8 + 5)
      #expect(try feed("all.ics", of: workspace).contains("新的演练计划"))
    }
  }

  @Test func `cannot be written where something else has their place`() throws {
    try withFeedPlan { workspace in
      let taken = workspace.appending(path: "feeds/venues/s1.ics")
      try FileManager.default.removeItem(at: taken)
      try FileManager.default.createDirectory(
        at: taken.appending(path: "inside"), withIntermediateDirectories: true)

      let answer = try muster("feeds", workspace.path, "--now", "2024-05-21T08:00:00+08:00")

      #expect(answer.status == 73)
      #expect(answer.errors.contains("venues/s1.ics"))
    }
  }

  @Test func `tell a cancellation for 30 days when a requirement leaves the plan`() throws {
    try withFeedPlan { workspace in
      try edit(workspace, "id: open,", "id: other,")
      #expect(
        try muster("plan", workspace.path, "--now", "2024-05-21T08:00:00+08:00").status == 0)
      #expect(
        try feed("communities/u1.ics", of: workspace).contains("SUMMARY:【取消】【演练】防汛演练"))

      let late = "2024-07-18T12:00:00+08:00"
      #expect(try muster("feeds", workspace.path, "--now", late).status == 0)
      #expect(try feed("communities/u1.ics", of: workspace).contains("【取消】"))
      let later = "2024-07-21T12:00:00+08:00"
      #expect(try muster("feeds", workspace.path, "--now", later).status == 0)
      #expect(!(try feed("communities/u1.ics", of: workspace)).contains("【取消】"))
    }
  }
}

/// An activity has people, a task has none.
private func people(at id: String) -> [String] {
  id.contains("/weekly/") ? [] : ["--people", "30", "--confirm"]
}
