import Foundation
import Testing

@Suite struct `A draft on the command line` {
  /// A published plan, and a draft that moves the first drill.
  private func withDraft(_ body: (URL) throws -> Void) throws {
    try withDisruptedPlan { folder in
      try decide(folder, "move", "u1/drill", "--to", "2024-06-18T10:00", "--reason", "heat")
      let draft = try decide(folder, "plan", "--draft", "--time-limit", "5s")
      try #require(draft.status == 0, "\(draft.errors)")
      #expect(draft.output.contains("saved as a draft, revision 2, not published"))
      try body(folder)
    }
  }

  @Test func `is shown where it is asked for, and every command says which plan it shows`() throws {
    try withDraft { folder in
      for command in ["show", "diff", "status", "notices"] {
        let published = try decide(folder, command)
        #expect(published.errors.contains("this is revision 1, the published one"), "\(command)")
        #expect(!published.output.contains("not published"), "\(command)")
        let draft = try decide(folder, command, "--draft")
        #expect(draft.errors.contains("this is a draft, revision 2, not published"), "\(command)")
        #expect(draft.output != published.output, "\(command)")
        for (answer, isDraft) in [(published, false), (draft, true)] where command == "show" {
          #expect(answer.output.contains("not published") == isDraft)
        }
        let arguments = [command, "--draft", "--format", "json"]
        let json = try document(decide(folder, arguments[0], "--draft", "--format", "json"))
        #expect(json["draft"] as? Bool == true, "\(arguments)")
        let plain = try document(decide(folder, command, "--format", "json"))
        #expect(plain["draft"] == nil, "\(command)")
      }
      #expect(try start(of: "u1/drill", in: folder) != "2024-06-18T10:00")
    }
  }

  @Test func `is tentative in private feeds, published by a word, and told in the history`() throws
  {
    try withDraft { folder in
      #expect(try feed("feeds-private/all.ics", of: folder).contains("STATUS:TENTATIVE"))
      #expect(try !feed("all.ics", of: folder).contains("TENTATIVE"))
      let listed = try decide(folder, "feeds", "--private")
      #expect(listed.errors.contains("private feeds show what the draft, revision 2"))

      let tried = try decide(folder, "publish", "--dry-run")
      #expect(tried.status == 0 && tried.output.contains("nothing was written"))
      #expect(try start(of: "u1/drill", in: folder) != "2024-06-18T10:00")
      let published = try decide(folder, "publish", "--by", "书记")
      #expect(published.status == 0 && published.output.contains("revision 2 is published"))
      #expect(published.output.contains("must be told"), "\(published.output)")
      #expect(try start(of: "u1/drill", in: folder) == "2024-06-18T10:00")
      #expect(try !feed("feeds-private/all.ics", of: folder).contains("STATUS:TENTATIVE"))

      let history = try decide(folder, "history").output
      #expect(history.contains("draft") && history.contains("publish") && history.contains("书记"))
      let again = try decide(folder, "publish")
      #expect(again.status == 66 && again.errors.contains("no draft waits"), "\(again.errors)")
    }
  }

  @Test func `tells of rules that a person overrode, before and when it is published`() throws {
    try withDisruptedPlan { folder in
      try decide(
        folder, "move", "u1/drill", "--to", "2024-06-18T19:00", "--reason", "exam", "--override",
        "placement")
      try decide(folder, "plan", "--draft", "--time-limit", "5s")
      #expect(try decide(folder, "publish", "--dry-run").output.contains("[overrides: placement]"))
      #expect(try decide(folder, "publish").output.contains("[overrides: placement]"))
    }
  }

  @Test func `that was overtaken is refused, and can be discarded`() throws {
    try withDraft { folder in
      try decide(folder, "cancel", "u2/drill", "--reason", "storm")
      let refused = try decide(folder, "publish")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("decided since, and not in it"), "\(refused.errors)")
      #expect(refused.errors.contains("cancel u2/drill"))
      let discarded = try decide(folder, "publish", "--discard")
      #expect(discarded.status == 0 && discarded.output.contains("revision 2, is discarded"))
      #expect(try decide(folder, "show", "--draft").status == 66)
      #expect(try decide(folder, "publish", "--discard", "--dry-run").status == 64)
      #expect(try decide(folder, "show", "--draft", "--revision", "1").status == 64)
      #expect(try decide(folder, "notices", "--draft", "--sent", "team/fire-1").status == 64)
    }
  }
}

@Suite struct `A decision, told beforehand` {
  @Test func `names who moves, and that is what the plan does`() throws {
    try withDisruptedPlan { folder in
      let place = try #require(try start(of: "u2/drill", in: folder))
      let told = try decide(folder, "move", "u1/drill", "--to", place, "--reason", "heat")
      #expect(told.output.contains("the next plan changes"), "\(told.output)")
      let planned = try decide(folder, "plan", "--time-limit", "20s")
      let lines = told.output.split(separator: "\n").filter { $0.hasPrefix("  moved") }
      #expect(lines.count >= 2)
      for line in lines {
        let change = line.trimmingCharacters(in: .whitespaces)
        #expect(planned.output.contains(change), "\(change) in \(planned.output)")
      }
    }
  }

  @Test func `is told as JSON too`() throws {
    try withDisruptedPlan { folder in
      let answer = try decide(
        folder, "cancel", "u1/drill", "--reason", "storm", "--format", "json")
      let json = try document(answer)
      let next = try #require(json["next"] as? [String: Any])
      let communities = try #require(next["changes"] as? [[String: Any]])
      #expect(communities.contains { $0["community"] as? String == "u1" })
      #expect(json["cut"] as? Bool == false && (json["events"] as? [Any])?.count == 1)
    }
  }
}
