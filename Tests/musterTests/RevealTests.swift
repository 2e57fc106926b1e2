import Foundation
import Testing

private let afterwards = "2024-06-12T10:30:00+08:00"

@Suite struct `A hidden hour` {
  private func reveal(_ workspace: URL, _ id: String, at now: String, _ more: String...) throws
    -> Answer
  {
    try muster(["reveal", id, "-C", workspace.path, "--now", now] + more)
  }

  @Test func `is opened once its drill is over, and everybody can check it`() throws {
    try withFeedPlan { workspace in
      let before = try feed("communities/u1.ics", of: workspace)
      #expect(before.contains("DTSTART;VALUE=DATE:20240612"))
      #expect(!before.contains("T0900"))
      let commitment = try #require(before.firstMatch(of: #/SHA-256）：([0-9a-f]{64})/#)).1

      let answer = try reveal(workspace, "u1/sealed", at: afterwards)

      #expect(answer.status == 0, "\(answer.errors)")
      let lines = answer.output.split(separator: "\n").map(String.init)
      #expect(lines[0] == "opened the hour of u1/sealed 高层建筑疏散演练")
      #expect(lines[1] == "commitment: \(commitment)")
      #expect(lines[2].hasPrefix("opening:    u1/sealed 2024-06-12T09:00:00+08:00 "))
      // The line to check it with does what it says.
      let check = try run(
        URL(filePath: "/bin/sh"), ["-c", String(lines[3].dropFirst("to check:   ".count))])
      #expect(check.output == "\(commitment)  -\n")
      let opening = String(lines[2].dropFirst("opening:    ".count))
      for path in ["communities/u1.ics", "all.ics", "venues/s1.ics", "teams/fire1.ics"] {
        let after = try feed(path, of: workspace)
        #expect(after.contains("DTSTART;TZID=Asia/Shanghai:20240612T090000"), "\(path)")
        #expect(after.contains(opening), "\(path)")
        #expect(after.contains(commitment), "\(path)")
      }
      // The other community's stays hidden.
      #expect(!(try feed("communities/u2.ics", of: workspace)).contains("T0900"))
    }
  }

  @Test func `is opened once`() throws {
    try withFeedPlan { workspace in
      let first = try reveal(workspace, "u1/sealed", at: afterwards, "--format", "json")
      let feeds = try contents(of: workspace.appending(path: "feeds"))

      let second = try reveal(workspace, "u1/sealed", at: "2024-06-13T08:00:00+08:00")

      #expect(first.output.contains("\"start\" : \"2024-06-12T09:00:00+08:00\""))
      #expect(first.output.contains(#/"salt" : "[0-9a-f]{32}"/#))
      #expect(second.status == 0)
      #expect(second.output.hasPrefix("the hour of u1/sealed 高层建筑疏散演练 was open already"))
      #expect(try contents(of: workspace.appending(path: "feeds")) == feeds)
    }
  }

  @Test func `once opened is told by the history, with whoever opened it`() throws {
    try withFeedPlan { workspace in
      #expect(try reveal(workspace, "u1/sealed", at: afterwards, "--by", "应急办").status == 0)

      let event = try #require(try history(workspace).last)

      #expect(event["kind"] as? String == "reveal")
      #expect(event["subject"] as? String == "u1/sealed")
      #expect(event["by"] as? String == "应急办")
      #expect(event["at"] as? String == afterwards)
      #expect(event["day"] as? String == "2024-06-12")
      #expect(event["start"] as? String == "09:00")
      let page = try muster("history", "-C", workspace.path, language: "zh_CN.UTF-8").output
      #expect(page.contains(#/公开时刻 +1 +u1/sealed +2024-06-12  09:00/#), "\(page)")
    }
  }

  @Test(arguments: [
    ("u1/sealed", "2024-06-12T10:29:00+08:00", Int32(1), "can be opened after 2024-06-12 10:30"),
    ("u1/sealed", "2024-05-21T08:00:00+08:00", 1, "is not over"),
    ("u1/open", afterwards, 64, "no hidden hour"),
    ("organizer/hidden", afterwards, 64, "no hidden hour"),
    ("u1/push", afterwards, 64, "no hidden hour"),
    ("u3/sealed", afterwards, 66, "Maybe u1/sealed"),
  ])
  func `is not opened before, nor where there is none`(
    id: String, now: String, status: Int32, words: String
  ) throws {
    try withFeedPlan { workspace in
      let before = try contents(of: workspace.appending(path: "feeds"))

      let answer = try reveal(workspace, id, at: now)

      #expect(answer.status == status)
      #expect(answer.errors.contains(words), "\(answer.errors)")
      #expect(try contents(of: workspace.appending(path: "feeds")) == before)
    }
  }

  @Test func `of a drill that did not fit is not there to open`() throws {
    try withFeedPlan { workspace in
      try edit(workspace, "venue: [square]", "venue: [shelter]")
      #expect(
        try muster("plan", workspace.path, "--now", "2024-05-21T08:00:00+08:00").status == 1)

      let answer = try reveal(workspace, "u1/sealed", at: afterwards)

      #expect(answer.status == 1)
      #expect(answer.errors.contains("cancelled or unplaced"))
    }
  }

  @Test func `is opened by a completion too`() throws {
    try withFeedPlan { workspace in
      let done = try muster(
        "done", "u1/sealed", "-C", workspace.path, "--now", afterwards, "--people", "30",
        "--confirm")
      #expect(done.status == 0, "\(done.errors)")

      #expect(
        try feed("communities/u1.ics", of: workspace)
          .contains("u1/sealed 2024-06-12T09:00:00+08:00 "))
      #expect(try reveal(workspace, "u1/sealed", at: afterwards).status == 0)
    }
  }
}
