import Drills
import Foundation
import Office
import Reports
import Scheduling
import Testing

private struct Labels: Front {
  func name(of field: Field, in language: Language) -> String { field.rawValue }
  func setting(_ field: Field, to value: String, in language: Language) -> String { value }
  func name(of action: Action, in language: Language) -> String { "\(action)" }
}

private let front = Labels()

@Suite struct `The example in Documentation` {
  @Test func `plans, decides, refuses in two languages, records and publishes`() async throws {
    try await withUnplannedOffice { office in
      var told: [String] = []
      let (planned, recorded, replanned) = try await example(office.folder, at: morning, &told)

      #expect(planned.view.revision.number == 1 && planned.feedFiles > 0)
      #expect(
        told == [
          "第 1 号决定（甲）：取消 u1/drill（暴雨雷电：红色预警）",
          "decision 1 by 甲: cancel u1/drill (storm: 红色预警)", "u2/drill：请用 people 写明参加人数",
          "u2/drill: say how many came with people",
        ])
      #expect(recorded.completion.people == 120 && recorded.completion.recordedBy == "乙")
      #expect(replanned.view.revision.number == 2)
      #expect(replanned.view.revision.plan["u1/drill"] == nil)
      let drill = replanned.view.entries.first { $0.activity.id == "u2/drill" }
      #expect(drill?.status == .done)
    }
  }

  private func example(
    _ folder: String, at now: Instant, _ told: inout [String]
  ) async throws -> (Planned, Recorded, Planned) {
    var warnings: [Warning] = []
    var report = CompletionReport()
    report.days = day(3)...day(3)

    let office = Office(folder: folder)
    let planned = try await office.standing(at: now).plan(Planning(SearchOptions(), by: "甲"))
    let storm = Grounds(.storm, words: "红色预警", by: "甲")
    let decided = try office.standing(at: now).decide(Cancel("u1/drill"), on: storm)
    told += Language.allCases.map { decided.decision.text(in: $0) }
    do {
      _ = try office.record(report, of: "u2/drill", in: office.register(), by: "乙", at: now)
    } catch {
      told += Language.allCases.map { error.text(in: $0, for: front) }
    }
    report.people = 120
    let recorded = try office.record(
      report, of: "u2/drill", in: office.register(), by: "乙", at: now)
    try office.publish(office.register(), at: now) { warnings.append($0) }
    let replanned = try await office.standing(at: now).plan(Planning(SearchOptions(), by: "甲"))

    #expect(!warnings.isEmpty, "the published plan still has what was cancelled")
    return (planned, recorded, replanned)
  }

  @Test func `is what is printed there`() throws {
    let here = URL(filePath: #filePath)
    let checkout = here.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: checkout.appending(path: "Documentation/Office.md"), encoding: .utf8)
    let printed = page.components(separatedBy: "```swift\n").dropFirst().first?
      .components(separatedBy: "```").first
    let lines = try #require(printed).split(separator: "\n").map { "    \($0)" }
    let code = try String(contentsOf: here, encoding: .utf8)
    #expect(lines.count >= 10)
    #expect(code.contains(lines.joined(separator: "\n")))
  }
}
