import Foundation
import Testing

/// How often the slow tests try; CI tries less often than a person with an evening.
private func rounds(_ variable: String, else count: Int) -> String {
  ProcessInfo.processInfo.environment[variable] ?? String(count)
}

@Suite struct `What was recorded` {
  @Test func `has happened wholly or not at all, at whatever instant the program is killed`() throws
  {
    try withSmallPlan { (folder: URL) throws in
      let script = checkout.appending(path: "Tests/Clients/Trust/kill.py").path
      let answer = try python(script, program.path, folder.path, rounds("MUSTER_KILLS", else: 40))
      #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
      #expect(answer.output.contains("nothing half done"))
    }
  }

  @Test func `is all there when many processes record at once`() throws {
    try withSmallPlan { (folder: URL) throws in
      let script = checkout.appending(path: "Tests/Clients/Trust/crowd.py").path
      let answer = try python(
        script, program.path, folder.path, "16", rounds("MUSTER_CROWD", else: 64))
      #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
      #expect(answer.output.contains("all there, none twice"))
    }
  }

  @Test func `stays when the disk is full, in evidence and in the record`() throws {
    try withSmallPlan { (folder: URL) throws in
      _ = try small(folder, "done", "u1/drill", "--people", "20")
      let before = try tree(folder)
      // No file may grow, as on a full disk; the signal that comes with it is ignored.
      let full = "(trap '' XFSZ; ulimit -f 0; exec \"$@\" 2>&1) | cat"
      let photo = folder.deletingLastPathComponent().appending(path: "p.jpg")
      try Data(repeating: 1, count: 100_000).write(to: photo)
      for options in [["--note", "x"], ["--file", photo.path]] {
        let answer = try run(
          URL(filePath: "/bin/bash"),
          [
            "-o", "pipefail", "-c", full, "bash", program.path, "done", "-C", folder.path, "--now",
            smallNow,
          ]
            + ["u2/drill", "--people", "30"] + options)
        #expect([73, 74].contains(answer.status), "\(answer.status) \(answer.output)")
        #expect(answer.output.contains("Error: "), "\(answer.output)")
        #expect(answer.output.contains("the disk is full"), "\(answer.output)")
      }
      #expect(try history(folder).count == 2)
      #expect(try tree(folder) == before)
      #expect(try small(folder, "done", "u2/drill", "--people", "30").status == 0)
    }
  }

  @Test func `stays when the record is damaged, foreign, newer or somebody else's`() throws {
    try withSmallPlan { (folder: URL) throws in
      _ = try small(folder, "done", "u1/drill", "--people", "20")
      let path = folder.appending(path: "muster.sqlite")
      func forgetLog() {
        for end in ["-wal", "-shm"] {
          try? FileManager.default.removeItem(atPath: path.path + end)
        }
      }
      func sql(_ statements: String) throws {
        let made = try python(
          "-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2])",
          path.path, statements)
        #expect(made.status == 0, "\(made.errors)")
      }
      func replaceRecord(with bytes: Data) throws {
        forgetLog()
        try bytes.write(to: path)
      }
      func expectRefused(_ status: Int32, _ words: String) throws {
        let before = try Data(contentsOf: path)
        for command in [["done", "u2/drill", "--people", "3"], ["status"], ["report", "weekly"]] {
          let answer = try run(
            program, [command[0], "-C", folder.path, "--now", smallNow] + command.dropFirst())
          #expect(answer.status == status, "\(command[0]): \(answer.status) \(answer.errors)")
          #expect(answer.errors.contains(words), "\(answer.errors)")
        }
        #expect(try Data(contentsOf: path) == before, "changed what was refused: \(words)")
      }

      try sql("PRAGMA wal_checkpoint(TRUNCATE)")
      let good = try Data(contentsOf: path)
      try sql("INSERT INTO grdb_migrations VALUES ('9 from the future')")
      try expectRefused(65, "newer Muster")
      try replaceRecord(with: Data("no database at all, but a text that is long enough".utf8))
      try expectRefused(65, "this is no database")
      forgetLog()
      try FileManager.default.removeItem(at: path)
      try sql("CREATE TABLE photos (id INTEGER)")
      try expectRefused(65, "another program")
      var damaged = good
      damaged.replaceSubrange(
        4096..<damaged.count, with: Data(repeating: 0xA5, count: damaged.count - 4096))
      try replaceRecord(with: damaged)
      try expectRefused(65, "damaged")
      try replaceRecord(with: good)
      #expect(try history(folder).count == 2)
      let plan = folder.appending(path: "plan.yaml")
      let text = try String(contentsOf: plan, encoding: .utf8)
      try Data(text.replacing("id: small", with: "id: other").utf8).write(to: plan)
      try expectRefused(65, "the plan 'small'")
    }
  }

  @Test func `is kept with a warning when the clock was set back`() throws {
    try withSmallPlan { (folder: URL) throws in
      _ = try small(folder, "done", "u1/drill", "--people", "20")
      let answer = try muster(
        "done", "-C", folder.path, "--now", "2024-06-19T08:00:00+08:00", "u2/drill", "--people",
        "30")
      #expect(answer.status == 0)
      #expect(answer.errors.contains("the clock is 1 d behind"))
      let undone = try muster(
        "undo", "-C", folder.path, "--now", "2024-06-19T09:00:00+08:00", "u2/drill")
      #expect(undone.errors.contains("behind the newest entry"))
      let again = try muster("plan", folder.path, "--now", "2024-06-19T09:00:00+08:00")
      #expect(again.status == 0 && again.errors.contains("behind the newest entry"))
      let kinds = try history(folder).compactMap { $0["kind"] as? String }
      #expect(kinds.sorted() == ["completion", "completion", "revision", "revision", "withdrawal"])
    }
  }

  @Test func `cannot be added to where nobody may write, and says so`() throws {
    try withSmallPlan { (folder: URL) throws in
      // Root may write anywhere, so somebody else tries.
      guard getuid() == 0 else { return }
      let everybody: [FileAttributeKey: Any] = [.posixPermissions: 0o755]
      for path in [folder.deletingLastPathComponent().path, folder.path] {
        try FileManager.default.setAttributes(everybody, ofItemAtPath: path)
      }
      let answer = try run(
        URL(filePath: "/usr/bin/setpriv"),
        [
          "--reuid=65534", "--regid=65534", "--clear-groups", program.path, "done", "-C",
          folder.path, "--now", smallNow, "u1/drill", "--people", "20",
        ])
      #expect(answer.status == 73, "\(answer.status) \(answer.errors)")
      #expect(answer.errors.contains("muster.sqlite: the folder or the file is read-only"))
      #expect(try history(folder).count == 1)
    }
  }
}
