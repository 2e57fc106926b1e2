import Foundation
import Testing

@Suite struct `A decision` {
  @Test func `moves an activity with the next plan, and is told everywhere`() throws {
    try withDisruptedPlan { folder in
      let move = try decide(
        folder, "move", "u1/drill", "--to", "2024-06-18T10:00", "--reason", "heat", "--words", "高温")
      #expect(move.status == 0, "\(move.errors)")
      #expect(try start(of: "u1/drill", in: folder) != "2024-06-18T10:00")
      #expect(try decide(folder, "plan", "--time-limit", "5s").status == 0)
      #expect(try start(of: "u1/drill", in: folder) == "2024-06-18T10:00")
      let feed = try feed("communities/u1.ics", of: folder)
      #expect(feed.contains("原因：高温") && feed.contains("【改期】"))
      #expect(try decide(folder, "history").output.contains("move"))
      let diff = try decide(folder, "diff")
      #expect(diff.output.contains("一社区") && diff.output.contains("heat"), "\(diff.output)")
    }
  }

  @Test func `that breaks a rule is refused, said why, and marked where it is insisted on`() throws
  {
    try withDisruptedPlan { folder in
      func move(_ extra: String...) throws -> Answer {
        try muster(
          [
            "move", "u1/drill", "-C", folder.path, "--now", "2024-06-03T08:00:00+08:00", "--to",
            "2024-06-18T19:00", "--reason", "exam",
          ] + extra)
      }
      let refused = try move()
      #expect(refused.status == 1)
      #expect(refused.errors.contains("not in its hours"))
      #expect(refused.errors.contains("--override placement"))
      #expect(try move("--override", "team").status == 1)
      #expect(try !decide(folder, "history").output.contains("move"))

      let insisted = try move("--override", "placement", "--override", "order")
      #expect(insisted.status == 0, "\(insisted.errors)")
      #expect(insisted.output.contains("not broken, so not overridden: order"))
      #expect(try decide(folder, "plan", "--time-limit", "5s").status == 0)
      #expect(try start(of: "u1/drill", in: folder) == "2024-06-18T19:00")
      for command in [["show", "--list"], ["diff"], ["history"], ["status"]] {
        let answer = try muster(
          command + ["-C", folder.path, "--now", "2024-06-14T08:00:00+08:00"])
        #expect(answer.output.contains("overrides"), "\(command): \(answer.output)")
      }
      let plan = try document(decide(folder, "show", "--format", "json"))
      let activities = try #require(plan["activities"] as? [[String: Any]])
      #expect(activities.filter { !(($0["overrides"] as? [String]) ?? []).isEmpty }.count == 1)
      // Again on top of it: it stays.
      #expect(try decide(folder, "plan", "--time-limit", "5s").status == 0)
      #expect(try start(of: "u1/drill", in: folder) == "2024-06-18T19:00")
    }
  }

  @Test func `needs a reason from the list, and words for another`() throws {
    try withDisruptedPlan { folder in
      for extra in [[], ["--reason", "rain"], ["--reason", "other"]] {
        let answer = try muster(["cancel", "u1/drill", "-C", folder.path] + extra)
        #expect(answer.status == 64, "\(extra)")
      }
      #expect(try decide(folder, "cancel", "u1/drill", "--reason", "暴雨雷电").status == 0)
      let typhoon = try decide(
        folder, "cancel", "u2/drill", "--reason", "台风", "--format", "json")
      #expect(typhoon.output.contains("\"storm\""))
    }
  }

  @Test func `that is taken back has who, when and why like any other`() throws {
    try withDisruptedPlan { folder in
      try decide(folder, "cancel", "u1/drill", "--reason", "storm")
      let undo = ["undo", "--decision", "1"]
      let refused = try decided(folder, undo)
      #expect(refused.status == 64 && refused.errors.contains("--reason"), "\(refused.errors)")
      #expect(try decided(folder, undo + ["--words", "晴了"]).status == 64)
      let tried = try document(
        decided(folder, undo + ["--reason", "storm", "--dry-run", "--format", "json"]))
      #expect((tried["changes"] as? [Any])?.isEmpty ?? false)
      let answer = try decided(
        folder, undo + ["--reason", "storm", "--words", "晴了", "--by", "甲", "--format", "json"])
      let events = try #require(document(answer)["events"] as? [[String: Any]])
      #expect(events.first?["reason"] as? String == "storm")
      #expect(events.first?["text"] as? String == "晴了")
      #expect(events.first?["by"] as? String == "甲")
      #expect(try decide(folder, "history").output.contains("晴了"))
      // What takes back no decision has no reason to give.
      #expect(try decided(folder, ["undo", "u1/drill", "--reason", "storm"]).status == 64)
    }
  }

  @Test func `about what nobody knows is refused, and nothing is written`() throws {
    try withDisruptedPlan { folder in
      let history = try decide(folder, "history").output
      let mistakes: [([String], Int32)] = [
        (["block", "--dates", "2024-06-12", "--team", "fire1", "--reason", "storm"], 66),
        (["block", "--dates", "2024-06-31", "--reason", "storm"], 64),
        (["block", "--dates", "2024-06-12", "--hours", "18:00-08:00", "--reason", "storm"], 64),
        (["block", "--dates", "2024-05-12", "--reason", "storm"], 64),
        (["move", "u1/drill", "--to", "2024-06-18", "--reason", "storm"], 64),
        (
          ["move", "u1/drill", "--to", "2024-06-18T10:00", "--venue", "x", "--reason", "storm"], 66
        ),
        (
          ["move", "u1/drill", "--to", "2024-06-18T10:00", "--team", "med=x", "--reason", "heat"],
          64
        ),
        (["move", "u9/drill", "--to", "2024-06-18T10:00", "--reason", "storm"], 66),
        (["options", "u9/drill"], 66), (["diff", "7"], 66), (["notices", "--sent", "team/x"], 1),
      ]
      for (arguments, status) in mistakes {
        let answer = try muster(
          arguments + ["-C", folder.path, "--now", "2024-06-03T08:00:00+08:00"])
        #expect(answer.status == status, "\(arguments): \(answer.errors)")
        #expect(!answer.errors.isEmpty)
      }
      #expect(try decide(folder, "history").output == history)
    }
  }
}

/// Runs a command whose words are in a list.
private func decided(_ folder: URL, _ words: [String]) throws -> Answer {
  try muster(words + ["-C", folder.path, "--now", "2024-06-03T08:00:00+08:00"])
}

@Suite struct `What follows from a decision` {
  @Test func `costs what is told once, before and after`() throws {
    try withDisruptedPlan { folder in
      try decide(folder, "cancel", "u1/drill", "--reason", "storm")
      for extra in [["--dry-run"], []] {
        let answer = try muster(
          [
            "plan", "-C", folder.path, "--now", "2024-06-03T08:00:00+08:00", "--time-limit", "5s",
          ] + extra)
        let lines = answer.output.split(separator: "\n")
        #expect(lines.count { $0.contains("placement ") } == 1, "\(answer.output)")
        #expect(lines.count { $0.hasPrefix("in all") } == 1)
        #expect(lines.count { $0.hasPrefix("cost ") } == 1, "the head of the table alone")
        #expect(lines.count { $0.hasPrefix("bound ") && $0.contains("(proven optimal)") } == 1)
      }
    }
  }

  /// What is printed holds every number: before, after, bounds, what is lost, who must be told.
  @Test func `is printed the same, to the last number, when it is tried as when it is done`() throws
  {
    try withDisruptedPlan { folder in
      let commands = [
        "block --dates 2024-06-10..2024-06-28 --community u2 --reason storm",
        "block --dates 2024-06-12 --team fire-1 --reason team-called-away",
        "move v1/drill --to 2024-06-20T09:00 --reason ordered-from-above",
        "cancel u3/study --reason health",
      ]
      let file = folder.appending(path: "try.txt")
      try Data(commands.joined(separator: "\n").utf8).write(to: file)
      let tried = try decide(folder, "what-if", file.path, "--time-limit", "20s")
      for command in commands {
        let words = command.split(separator: " ").map(String.init)
        #expect(try decided(folder, words).status == 0, "\(command)")
      }
      let done = try decide(folder, "plan", "--time-limit", "20s")

      // Before it the trial notes what each decision does; each ends by what was written.
      let plan = done.output.split(separator: "\n").dropLast()
      let trial = tried.output.split(separator: "\n").dropLast()
      #expect(plan.contains { $0.contains("lost") } && plan.contains { $0.hasPrefix("in all") })
      #expect(plan.contains { $0.contains("must be told") })
      #expect(Array(trial.suffix(plan.count)) == Array(plan))
      #expect(trial.count - plan.count <= 2 * commands.count)
    }
  }

  @Test func `is not tried where a line is wrong, which is told with its place`() throws {
    try withDisruptedPlan { folder in
      let file = folder.appending(path: "try.txt")
      let lines = [
        "cancel u1/drill --reason storm", "frob u1", "move u1/drill --to soon --reason heat",
        "pin \"u2/drill",
      ]
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
      let answer = try decide(folder, "what-if", file.path)
      #expect(answer.status == 65)
      for line in 2...4 { #expect(answer.errors.contains("try.txt:\(line): "), "\(line)") }
      #expect(try decide(folder, "what-if", folder.path + "/none").status == 66)
    }
  }

  @Test func `is said where the published plan no longer holds`() throws {
    try withDisruptedPlan { folder in
      #expect(try decide(folder, "show").errors.isEmpty)
      try edit(folder, "days: workdays", "days: [sat]")
      for command in ["show", "status", "notices", "diff", "history"] {
        let told = try decide(folder, command).errors
        #expect(told.contains("no longer holds") == (command != "history"), "\(command): \(told)")
      }
      try edit(folder, "days: [sat]", "days: workdays")
      try decide(folder, "cancel", "u1/drill", "--reason", "storm")
      #expect(try decide(folder, "status").errors.contains("u1/drill"))
    }
  }
}

@Suite struct `Notices from the command line` {
  @Test func `are due, late, and done once sent`() throws {
    try withDisruptedPlan { folder in
      let open = try document(decide(folder, "notices", "--format", "json"))
      let notices = try #require(open["notices"] as? [[String: Any]])
      #expect(notices.count == 4)
      #expect(notices.allSatisfy { $0["kind"] as? String == "letter" })
      #expect(try decide(folder, "notices", "--due").status == 0)
      let late = try decide(folder, "notices", "--due", now: "2024-06-07T08:00:00+08:00")
      #expect(late.status == 1)
      #expect(late.output.contains("LATE"))
      let due = late.output.split(separator: "\n").filter { $0.contains("notice-1") }.count
      #expect(due > 0)
      for notice in notices {
        let id = try #require(notice["id"] as? String)
        #expect(try decide(folder, "notices", "--sent", id).status == 0)
      }
      #expect(try decide(folder, "notices").output.contains("nobody"))
      #expect(
        try decide(folder, "notices", "--due", now: "2024-06-07T08:00:00+08:00").status == 0)
      #expect(try !decide(folder, "status").output.contains("消防站："))
    }
  }
}

@Suite struct `Options and diffs` {
  @Test func `keep to what is asked`() throws {
    try withDisruptedPlan { folder in
      let all = try document(decide(folder, "options", "u1/drill", "--format", "json"))
      let options = try #require(all["options"] as? [[String: Any]])
      #expect(options.count == 10)
      let costs = options.compactMap { $0["cost"] as? Int }
      #expect(costs == costs.sorted())
      let dated = try document(
        decide(
          folder, "options", "u1/drill", "--format", "json", "--dates", "2024-06-17,2024-06-20"))
      for option in try #require(dated["options"] as? [[String: Any]]) {
        let place = try #require(option["placement"] as? [String: Any])
        let start = try #require(place["start"] as? String)
        #expect(start.hasPrefix("2024-06-17") || start.hasPrefix("2024-06-20"))
      }
      let text = try decide(folder, "options", "u1/drill", "--by", "community")
      #expect(text.output.contains("一社区 +"))
    }
  }

  @Test func `come as text, JSON and HTML, by community`() throws {
    try withDisruptedPlan { folder in
      try decide(folder, "cancel", "u3/study", "--reason", "exam")
      try decide(folder, "plan", "--time-limit", "5s")
      let html = try decide(folder, "diff", "1", "2", "--format", "html").output
      #expect(html.contains("<h2>三社区</h2>") && html.contains("exam"))
      let json = try document(decide(folder, "diff", "--format", "json", "--community", "u3"))
      let communities = try #require(json["communities"] as? [[String: Any]])
      #expect(communities.count == 1)
      #expect(try decide(folder, "diff", "--community", "u1").output.contains("nothing changed"))
      let back = try decide(folder, "diff", "2", "1").output
      #expect(back.contains("new"))
      #expect(try decide(folder, "diff", "1", "2", "3").status == 64)
    }
  }
}
