import Foundation
import Testing

private let may = "2024-05-20T08:00:00+08:00"

/// What the tests read of a plan's JSON.
struct PlanJSON: Decodable {
  struct Score: Decodable {
    let unplaced: Int
    let unplacedBound: Int
    let cost: Int
    let bound: Int
  }
  struct Activity: Decodable {
    let id: String
    let start: String?
    let status: String
  }
  let revision: Int?
  let score: Score
  let activities: [Activity]

  init(_ text: String) throws {
    self = try JSONDecoder().decode(PlanJSON.self, from: Data(text.utf8))
  }
}

/// Has the judge, which shares no code with the program, look at a plan.
func expectJudged(
  _ json: String, of workspace: URL, at location: SourceLocation = #_sourceLocation
) throws {
  try withTemporaryFolder { folder in
    let plan = folder.appending(path: "plan.json")
    try Data(json.utf8).write(to: plan)
    let judge = checkout.appending(path: "Tests/Judge/judge.py").path
    let verdict = try python(judge, workspace.path, plan.path)
    #expect(
      verdict.status == 0, "\(verdict.output)\(verdict.errors)", sourceLocation: location)
  }
}

@Suite struct `The sample month` {
  @Test func `has no mistakes and fits`() throws {
    try withSample { sample in
      let answer = try muster("check", sample.path)
      #expect(answer.status == 0, "\(answer.output)\(answer.errors)")
      #expect(answer.errors == "")
    }
  }

  @Test func `is planned whole, and a judge that shares no code agrees to the last unit`() throws {
    try withSample { sample in
      let answer = try muster("plan", sample.path, "--format", "json", "--now", may)

      #expect(answer.status == 0, "\(answer.errors)")
      let plan = try PlanJSON(answer.output)
      #expect(plan.score.unplaced == 0)
      #expect(plan.score.bound <= plan.score.cost)
      #expect(plan.activities.allSatisfy { $0.status == "planned" && $0.start != nil })
      try expectJudged(answer.output, of: sample)
      let shown = try muster("show", sample.path, "--format", "json", "--now", may)
      try expectJudged(shown.output, of: sample)
    }
  }

  @Test func `gives the same plan for the same seed, whatever the threads`() throws {
    try withSample { sample in
      let outputs = try ["1", "2", "4"].map { threads in
        try muster(
          "plan", sample.path, "--dry-run", "--format", "json", "--now", may, "--seed", "7",
          "--threads", threads
        ).output
      }
      #expect(Set(outputs).count == 1)
      #expect(try PlanJSON(outputs[0]).revision == nil)
    }
  }

  @Test func `is replanned without a move when nothing changed`() throws {
    try withSample { sample in
      #expect(try muster("plan", sample.path, "--now", may).status == 0)
      let before = try contents(of: sample.appending(path: "feeds"))

      let again = try muster("plan", sample.path, "--now", "2024-06-05T08:00:00+08:00")

      #expect(again.status == 0, "\(again.errors)")
      #expect(again.output.contains("nothing changed"))
      #expect(try contents(of: sample.appending(path: "feeds")) == before)
      let shown = try muster(
        "show", sample.path, "--format", "json", "--now", "2024-06-05T08:00:00+08:00")
      try expectJudged(shown.output, of: sample)
    }
  }

  @Test func `moves what a new closure bars, and the judge agrees with the new plan too`() throws {
    try withSample { sample in
      #expect(try muster("plan", sample.path, "--now", may).status == 0)
      let file = sample.appending(path: "plan.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      let closed = text.replacing(
        #/(?m)^closures:.*$/#,
        with: "closures:\n  - { dates: 2024-06-12..2024-06-13, reason: 暴雨 }", maxReplacements: 1)
      #expect(closed != text)
      try Data(closed.utf8).write(to: file)

      let answer = try muster(
        "plan", sample.path, "--format", "json", "--now", "2024-06-03T08:00:00+08:00")

      let plan = try PlanJSON(answer.output)
      #expect(plan.revision == 2)
      #expect(!plan.activities.contains { $0.start?.hasPrefix("2024-06-12") ?? false })
      try expectJudged(answer.output, of: sample)
    }
  }

  @Test func `writes nothing on a dry run`() throws {
    try withSample { sample in
      let before = try contents(of: sample)
      let answer = try muster("plan", sample.path, "--dry-run", "--now", may)
      #expect(answer.status == 0, "\(answer.errors)")
      #expect(answer.output.contains("nothing was written"))
      #expect(try contents(of: sample) == before)
    }
  }

  @Test func `is shown and reported in both languages`() throws {
    try withSample { sample in
      #expect(try muster("plan", sample.path, "--now", may).status == 0)
      for language in ["zh_CN.UTF-8", "en_US.UTF-8"] {
        let month = try muster("show", sample.path, "--now", may, language: language)
        #expect(month.status == 0)
        #expect(month.output.contains(language == "en_US.UTF-8" ? "June 2024" : "2024年6月"))
        let status = try muster("status", sample.path, "--now", may, language: language)
        #expect(status.status == 0)
        #expect(status.output.contains(language == "en_US.UTF-8" ? "By community" : "按单位"))
      }
    }
  }
}

/// Every file below a folder by its path, with its bytes.
func contents(of folder: URL) throws -> [String: Data] {
  let paths =
    FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
  var contents: [String: Data] = [:]
  for path in paths {
    let file = folder.appending(path: path)
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
      !isFolder.boolValue
    {
      contents[path] = try Data(contentsOf: file)
    }
  }
  return contents
}
