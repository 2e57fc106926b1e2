import Foundation
import Testing

private let june = "2024-06-20T08:00:00+08:00"

@Suite struct `Recording what was done` {
  /// Lends a planned sample and the id of an activity that was to be held before 20 June.
  private func withPlannedSample(_ body: (URL, String) throws -> Void) throws {
    try withSample { sample in
      let answer = try muster(
        "plan", sample.path, "--format", "json", "--now", "2024-05-20T08:00:00+08:00")
      let plan = try PlanJSON(answer.output)
      let past = try #require(
        plan.activities.first { activity in
          activity.id.hasPrefix("organizer/") && (activity.start ?? "9") < "2024-06-01"
        })
      try body(sample, past.id)
    }
  }

  private func done(_ sample: URL, _ arguments: String...) throws -> Answer {
    try muster(["done", "-C", sample.path, "--now", june] + arguments)
  }

  @Test func `is taken once, replaced by what comes later, and taken back step by step`() throws {
    try withPlannedSample { sample, id in
      let first = try done(sample, id, "--people", "20")
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.output.contains("20 people"))

      let same = try done(sample, id, "--people", "20")
      #expect(same.status == 0)
      #expect(same.output.contains("nothing changed"))

      let corrected = try done(sample, id, "--people", "25")
      #expect(corrected.output.contains("replaces"))

      let undone = try muster("undo", "-C", sample.path, "--now", june, id)
      #expect(undone.output.contains("stands again"))
      let undoneAgain = try muster("undo", "-C", sample.path, "--now", june, id)
      #expect(undoneAgain.output.contains("not done now"))
      let nothing = try muster("undo", "-C", sample.path, "--now", june, id)
      #expect(nothing.status == 1)
    }
  }

  @Test func `shows in the status, in JSON and in the feeds`() throws {
    try withPlannedSample { sample, id in
      #expect(try done(sample, id, "--people", "20").status == 0)
      let shown = try PlanJSON(
        try muster("show", sample.path, "--format", "json", "--now", june).output)
      #expect(shown.activities.first { $0.id == id }?.status == "done")
      let feed = try String(
        contentsOf: sample.appending(path: "feeds/all.ics"), encoding: .utf8)
      #expect(feed.contains("【已完成】"))
    }
  }

  @Test func `keeps what is done where it was when planning again`() throws {
    try withPlannedSample { sample, id in
      #expect(try done(sample, id, "--people", "20").status == 0)
      let again = try muster("plan", sample.path, "--format", "json", "--now", june)
      try expectJudged(again.output, of: sample)
      #expect(again.output.contains("\"why\" : \"done\""))
    }
  }

  @Test func `finds an activity by its number and by a part of its id`() throws {
    try withPlannedSample { sample, id in
      let list = try muster("show", sample.path, "--community", "organizer", "--now", june).output
      let number = try #require(list.firstMatch(of: #/\n\s*(\d+)  \d\d:/#)).1
      let done = try self.done(sample, String(number), "--people", "20")
      #expect(done.output.contains(id), "\(done.errors)")
      let part = try self.done(sample, String(id.dropFirst(12).dropLast()), "--people", "20")
      #expect(part.output.contains("nothing changed"), "\(part.errors)")
      let unknown = try self.done(sample, "no-such-drill", "--people", "1")
      #expect(unknown.status == 66)
      #expect(!unknown.errors.contains("Maybe ") && unknown.errors.contains("muster done --form"))
      let slip = try self.done(sample, String(id.dropFirst()) + "x", "--people", "1")
      #expect(slip.status == 66)
      #expect(slip.errors.contains("Maybe \(id)."), "\(slip.errors)")
      let ambiguous = try self.done(sample, "consultation", "--people", "1")
      #expect(ambiguous.status == 64)
      #expect(ambiguous.errors.contains("say which one"))
      #expect(try self.done(sample, "99999", "--people", "1").status == 66)
    }
  }

  @Test func `refuses what cannot be and questions what is odd`() throws {
    try withPlannedSample { sample, id in
      let future = try done(sample, id, "--people", "20", "--on", "2024-06-21")
      #expect(future.status == 64)
      #expect(future.errors.contains("still to come"))
      #expect(try done(sample, id).errors.contains("--people"))
      #expect(try done(sample, id, "--people", "-3").status == 64)
      #expect(try done(sample, id, "--people", "20", "--on", "2024-06-31").status == 64)
      let nobody = try done(sample, id, "--people", "0")
      #expect(nobody.status == 64)
      #expect(nobody.errors.contains("--confirm"))
      #expect(try done(sample, id, "--people", "0", "--confirm").status == 0)
    }
  }

  @Test func `takes no part when the workspace has no plan`() throws {
    try withSample { sample in
      let answer = try done(sample, "1", "--people", "1")
      #expect(answer.status == 66)
      #expect(answer.errors.contains("muster plan"))
    }
  }
}
