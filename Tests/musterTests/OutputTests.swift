import Foundation
import Testing

@Suite struct `What is written` {
  /// Runs a line of shell with the program as `$0` and the workspace as `$1`.
  private func shell(_ line: String, _ folder: URL) throws -> Answer {
    try run(
      URL(filePath: "/bin/bash"),
      ["-c", line, program.path, folder.path, smallNow])
  }

  @Test(arguments: [
    "done --form", "report weekly", "report weekly --format csv", "show --format json",
    "status --format html", "history", "check", "feeds", "--help",
  ])
  func `to a full or closed output is no success`(command: String) throws {
    try withSmallPlan { (folder: URL) throws in
      let words = command == "--help" ? command : "\(command) -C \"$1\" --now \"$2\""
      let full = try shell("\"$0\" \(words) > /dev/full", folder)
      #expect(full.status == 74, "\(full.errors)")
      #expect(full.errors.contains("the disk is full"))
      #expect(try shell("\"$0\" \(words) >&-", folder).status == 74)
      // Whoever reads only the beginning has read what they wanted.
      let head = try shell("\"$0\" \(words) | head -1 >/dev/null; exit ${PIPESTATUS[0]}", folder)
      #expect([0, 1].contains(head.status), "\(head.status)")
    }
  }

  @Test func `shows control characters of people's words, and forges no line`() throws {
    try withSmallPlan { (folder: URL) throws in
      let table = folder.appending(path: "plan.yaml")
      let plan = try String(contentsOf: table, encoding: .utf8)
      try Data(plan.replacing("name: 疏散演练", with: "name: \"疏散\\u202E演练\\e]0;X\\a\"").utf8)
        .write(to: table)
      for command in [["show", "--list"], ["check"], ["show", "--format", "json"]] {
        let answer = try muster(command + ["-C", folder.path, "--now", smallNow])
        let text = answer.output + answer.errors
        #expect(!text.unicodeScalars.contains { [0x1B, 0x07, 0x202E].contains($0.value) })
      }
      let note = "ok\n2024-06-20 08:00  boss  done  9"
      #expect(
        try small(folder, "done", "u1/drill", "--people", "20", "--note", note).status == 0)
      let lines = try small(folder, "history").output.split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("2024-06-20 08:00  boss") })
      let odd = try small(folder, "done", "u2/drill", "--people", "20", "--note", "\u{1B}[2J")
      #expect(odd.status == 64 && odd.errors.contains("--note"))
    }
  }

  @Test func `never lands on what the workspace holds`() throws {
    try withSmallPlan { (folder: URL) throws in
      let before = try tree(folder)
      for name in ["plan.yaml", "communities.csv", "forms/附件.md", "feeds/all.ics"] {
        let out = folder.appending(path: name).path
        #expect(try small(folder, "report", "weekly", "--out", out).status == 73)
      }
      let record = folder.appending(path: "muster.sqlite").path
      #expect(
        try small(folder, "report", "weekly", "--format", "html", "--out", record).status == 73)
      #expect(try small(folder, "report", "weekly", "--files", folder.path).status == 73)
      #expect(
        try small(folder, "export", "--out", folder.appending(path: "feeds").path).status == 73)
      #expect(try tree(folder) == before)
      #expect(try small(folder, "history").status == 0)
    }
  }

  @Test func `as JSON obeys its filters, and has mistakes in it`() throws {
    try withSmallPlan { (folder: URL) throws in
      let one = try PlanJSON(
        try small(folder, "show", "--community", "u1", "--format", "json").output)
      #expect(one.activities.map(\.id) == ["u1/drill"])
      #expect(
        try small(folder, "show", "--community", "nosuch", "--format", "json").status == 66)
      #expect(try small(folder, "show", "--team", "nosuch", "--format", "json").status == 66)

      let table = folder.appending(path: "plan.yaml")
      let plan = try String(contentsOf: table, encoding: .utf8)
      try Data(plan.replacing("kind: meeting", with: "kind: mting").utf8).write(to: table)
      let bad = try small(folder, "check", "--format", "json")
      #expect(bad.status == 1)
      let document = try JSONSerialization.jsonObject(with: Data(bad.output.utf8))
      let errors = try #require((document as? [String: Any])?["errors"] as? [String])
      #expect(errors.count == 1 && errors[0].hasPrefix("plan.yaml:"))
    }
  }
}

@Suite struct `A record that is not where it was` {
  @Test func `is a fault of every command, and begun anew only where that is said`() throws {
    try withSmallPlan { (folder: URL) throws in
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
      where name.hasPrefix("muster.sqlite") {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      }
      let before = try tree(folder)
      for command in [
        ["plan"], ["plan", "--dry-run"], ["show"], ["status"], ["history"], ["feeds"],
        ["done", "u1/drill", "--people", "9"], ["undo", "u1/drill"], ["undo", "--count", "1"],
        ["count", "push.messages=1", "--community", "u1"], ["report", "weekly"], ["notices"],
        ["problem", "门坏", "--community", "u1", "--source", "drill"],
      ] {
        let answer = try muster(command + ["-C", folder.path, "--now", smallNow])
        #expect(answer.status == 65, "\(command): \(answer.errors)")
        #expect(answer.errors.contains("the record is gone or empty"))
      }
      #expect(try tree(folder) == before)
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "muster.sqlite").path))
      // By then some of it can no longer be placed, which is an answer.
      #expect(try [0, 1].contains(small(folder, "plan", "--begin-anew").status))
      #expect(try history(folder).count == 1)
      #expect(try [0, 1].contains(small(folder, "plan").status))
    }
  }

  /// Runs as nobody, which root alone can.
  @Test(.enabled(if: getuid() == 0))
  func `may be read by whoever may not write, who leaves nothing and locks nobody out`() throws {
    try withSmallPlan { (folder: URL) throws in
      #expect(try small(folder, "done", "u1/drill", "--people", "20").status == 0)
      func nobody(_ arguments: [String]) throws -> Answer {
        try run(
          URL(filePath: "/usr/bin/setpriv"),
          [
            "--reuid=65534", "--regid=65534", "--clear-groups",
            program.path,
          ] + arguments + ["-C", folder.path, "--now", smallNow])
      }
      var parent = folder
      while parent.path != "/" {
        chmod(parent.path, 0o755)
        parent = parent.deletingLastPathComponent()
        if parent.path == URL.temporaryDirectory.path { break }
      }
      for mode in [0o555, 0o777] as [mode_t] {
        chmod(folder.path, mode)
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        for command in [
          ["show"], ["status"], ["history"], ["report", "weekly"], ["plan", "--dry-run"], ["feeds"],
          ["notices"],
        ] {
          let answer = try nobody(command)
          #expect([0, 1].contains(answer.status), "\(command): \(answer.errors)")
        }
        #expect(try nobody(["history"]).output.contains("u1/drill"))
        let written = try nobody(["done", "u2/drill", "--people", "9"])
        #expect(written.status == 73, "\(written.errors)")
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
        #expect(try small(folder, "done", "u2/drill", "--people", "\(mode)").status != 73)
      }
    }
  }
}
