import Foundation
import Testing

/// What lists no activity, and so has none to mark.
private let silent: Set<String> = [
  "init", "check", "pin", "unpin", "cancel", "block", "undo", "count", "problem", "mend", "entry",
  "export", "feeds", "reveal", "backup", "evidence", "link",
  "office",
]

/// A way to look at the plan.
private struct View: CustomTestStringConvertible {
  let arguments: [String]
  /// An hour at which it lists the activity: before its letter, in its week, on its day, after it.
  let now: String

  init(_ arguments: String..., now: String) {
    self.arguments = arguments
    self.now = "2024-06-\(now):00+08:00"
  }

  var testDescription: String { arguments.joined(separator: " ") }
  var isJSON: Bool { arguments.contains("json") }
}

private let views = [
  View("show", now: "04T08:00"), View("show", "--list", now: "04T08:00"),
  View("show", "--community", "u1", now: "04T08:00"),
  View("show", "--team", "fire-1", now: "04T08:00"),
  View("show", "--format", "json", now: "04T08:00"),
  View("explain", "u1/drill", now: "04T08:00"),
  View("explain", "u1/drill", "--format", "json", now: "04T08:00"),
  View("options", "u1/drill", now: "04T08:00"),
  View("options", "u1/drill", "--format", "json", now: "04T08:00"),
  View(
    "move", "u1/drill", "--to", "2024-06-18T19:30", "--override", "placement", "--reason", "heat",
    "--dry-run", "--time-limit", "5s", now: "04T08:00"),
  View(
    "move", "u1/drill", "--to", "2024-06-18T19:30", "--override", "placement", "--reason", "heat",
    "--dry-run", "--time-limit", "5s", "--format", "json", now: "04T08:00"),
  View("plan", "--dry-run", "--format", "json", "--time-limit", "5s", now: "04T08:00"),
  View("plan", "--dry-run", "--base", "1", "--time-limit", "5s", now: "04T08:00"),
  View("what-if", "TRIED", "--time-limit", "5s", now: "04T08:00"),
  View("what-if", "TRIED", "--time-limit", "5s", "--format", "json", now: "04T08:00"),
  View("diff", now: "04T08:00"), View("diff", "--format", "html", now: "04T08:00"),
  View("diff", "--format", "json", now: "04T08:00"),
  View("notices", now: "04T08:00"), View("notices", "--format", "json", now: "04T08:00"),
  View("history", now: "04T08:00"), View("history", "--format", "json", now: "04T08:00"),
  View("status", now: "11T08:00"), View("status", now: "14T08:00"),
  View("status", now: "18T08:00"), View("status", now: "20T08:00"),
  View("status", "--format", "html", now: "14T08:00"),
  View("status", "--format", "csv", now: "20T08:00"),
  View("status", "--format", "json", now: "14T08:00"),
  View("status", "--remind", now: "18T08:00"), View("status", "--remind", now: "20T08:00"),
  View("report", "weekly", now: "12T08:00"), View("report", "weekly", now: "20T08:00"),
  View("report", "weekly", "--format", "html", now: "12T08:00"),
  View("report", "weekly", "--format", "csv", now: "20T08:00"),
  View("report", "summary", now: "25T08:00"),
  View("report", "summary", "--format", "html", now: "25T08:00"),
  View("report", "summary", "--format", "csv", now: "25T08:00"),
  View("done", "--form", now: "20T08:00"),
]

@Suite struct `A rule that a person overrode` {
  @Test func `is marked in every view, report, message and feed that tells of the activity`() throws
  {
    try withOverriddenDrill { folder in
      for view in views {
        for (language, mark) in [
          ("zh-Hans", "【越过规则：时段与地点】"), ("en", "[overrides: placement]"),
        ] {
          let answer = try look(view, language, in: folder)
          let text = view.arguments[0] == "notices" ? "【越过规则：时段与地点】" : mark
          let isMarked =
            answer.output.contains(text)
            || (view.isJSON
              && answer.output.contains(/"(overrides|u1\/drill)" : \[\s*"placement"/))
          #expect(isMarked, "\(view.arguments): \(answer.output)\(answer.errors)")
        }
      }
    }
  }

  @Test func `is told in the event of every feed that has it, and in its reminder`() throws {
    try withOverriddenDrill { folder in
      for path in [
        "all", "areas/a1", "communities/u1", "venues/s1", "teams/fire-1", "feeds-private/all",
        "feeds-private/communities/u1",
      ] {
        let feed = try feed("\(path).ics", of: folder)
        let event = try #require(
          feed.components(separatedBy: "BEGIN:VEVENT").first { $0.contains("UID:u1/drill@") })
        let told = event.components(separatedBy: "DESCRIPTION:").dropFirst()
        #expect(told.count == 2, "\(path): an event and its reminder")
        #expect(told.allSatisfy { $0.contains("【越过规则：时段与地点】") }, "\(path): \(event)")
        #expect(feed.components(separatedBy: "越过规则").count == 3, "\(path): and in no other")
      }
    }
  }

  /// A command that is added must be looked at above, or have no activity to mark.
  @Test func `is looked for in every command`() throws {
    let help = try muster(["--help"]
    ).output
    let listed = help.components(separatedBy: "SUBCOMMANDS:").dropFirst().first ?? ""
    let table = listed.components(separatedBy: "\n\n").first ?? ""
    let commands = table.split(separator: "\n").compactMap { line -> String? in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
    let looked = Set(views.map { $0.arguments[0] })
    #expect(looked.isDisjoint(with: silent))
    // A draft, which `publish` needs, is looked at where drafts are tested.
    #expect(Set(commands) == looked.union(silent).union(["publish"]))
  }

  private func look(_ view: View, _ language: String, in folder: URL) throws -> Answer {
    let tried = folder.appending(path: "tried.txt")
    return try muster(
      view.arguments.map { $0 == "TRIED" ? tried.path : $0 }
        + ["-C", folder.path, "--now", view.now, "--language", language])
  }
}

/// Lends a workspace in which a drill was put at an hour that its requirement does not allow.
private func withOverriddenDrill(_ body: (URL) throws -> Void) throws {
  try withDisruptedPlan { folder in
    let move = try decide(
      folder, "move", "u1/drill", "--to", "2024-06-18T19:00", "--override", "placement",
      "--reason", "exam")
    try #require(move.status == 0, "\(move.errors)")
    try #require(decide(folder, "plan", "--time-limit", "5s").status == 0)
    let tried = "move u1/drill --to 2024-06-18T19:30 --override placement --reason heat\n"
    try Data(tried.utf8).write(to: folder.appending(path: "tried.txt"))
    try body(folder)
  }
}
