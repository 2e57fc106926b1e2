import Drills
import Foundation
import Office
import Record
import Reports
import Testing

private let rules = """
  requirements:
    - { id: joint, name: 联合演练, duration: 1h, hours: "09:00-11:00", dates: 2024-06-03..2024-06-05,
        for: {}, together: [[c1, c2, c3]] }
  """
/// The morning of 10 June 2024.
private let after = morning + 7 * 86_400
private let question = Question.partnersNotNamed([
  NamingReason.Choice(id: "c2", name: "2社区"), NamingReason.Choice(id: "c3", name: "3社区"),
])

@Suite struct `A joint activity that was held` {
  private func withPlan(_ body: (Office) throws -> Void) async throws {
    try await withScratchOffice(rules, communities: 4) { office in
      try await office.planned()
      try body(office)
    }
  }

  private func done(
    _ office: Office, with partners: [Assignment] = [], isConfirmed: Bool = false
  ) throws -> Recorded {
    var report = CompletionReport()
    report.people = 30
    report.partners = partners
    report.isConfirmed = isConfirmed
    return try office.record(report, of: "c1/joint", in: office.register(), by: "甲", at: after)
  }

  @Test func `asks for the partners of whom nothing is said`() async throws {
    try await withPlan { office in
      #expect(throws: Refusal.recording(.questioned([question]))) { try done(office) }
      #expect(
        throws: Refusal.recording(
          .questioned([.partnersNotNamed([NamingReason.Choice(id: "c3", name: "3社区")])]))
      ) { try done(office, with: [Assignment("c2", 20)]) }
      let words = Refusal.recording(.questioned([question])).text(in: .chinese, for: Plain())
      #expect(words.contains("2社区、3社区"))
    }
  }

  @Test func `takes a zero for an answer, and a stranger on top`() async throws {
    try await withPlan { office in
      let recorded = try done(
        office, with: [Assignment("c2", 20), Assignment("c3", 0), Assignment("c4", 5)])
      #expect(!recorded.completion.isConfirmed)
      #expect(recorded.completion.partners.map(\.people) == [20, 0, 5])
      // Of c4, which was not to come, a zero is odd.
      #expect(throws: Refusal.recording(.questioned([.nobodyCameFrom("4社区")]))) {
        try done(office, with: [Assignment("c2", 20), Assignment("c3", 1), Assignment("c4", 0)])
      }
    }
  }

  @Test func `is recorded without them where a person insists`() async throws {
    try await withPlan { office in
      let recorded = try done(office, isConfirmed: true)
      #expect(recorded.completion.isConfirmed && recorded.completion.partners.isEmpty)
    }
  }

  @Test func `has its partners in the sheet, to be filled in`() async throws {
    try await withPlan { office in
      let form = DoneSheet.form(of: try office.standing(at: after).view(), in: .chinese)
      #expect(form.contains(",c2=；c3=,"), "\(form)")
      let blank = try office.write(form, to: "done.csv")
      #expect(throws: Refusal.sheet(.nothingFilledIn(blank))) { try DoneSheet(path: blank) }

      func sheet(_ people: String, _ with: String) throws -> RecordedRows {
        let text = "编号,人数,联合\nc1/joint,\(people),\(with)\n"
        return try office.record(
          DoneSheet(path: office.write(text, to: "done.csv")), in: office.register(), by: "甲",
          at: after)
      }
      for with in ["c2=；c3=", "c2＝；c3＝", ""] {
        let refusal = #expect(throws: Refusal.self) { try sheet("30", with) }
        guard case .sheet(.mistakes(let mistakes)) = refusal?.reason,
          case .refused(let reason, _) = mistakes.first
        else {
          Issue.record("\(String(describing: refusal))")
          continue
        }
        #expect(reason == .recording(.questioned([question])))
      }
      #expect(try sheet("30", "c2=20；c3=0").new == 1)
      let completion = try #require(try office.standing(at: after).done["c1/joint"])
      #expect(completion.everybody == 50)
    }
  }

  @Test func `keeps its host, though a plan had no place for it and the list begins with another`()
    async throws
  {
    try await withScratchOffice(rules, communities: 4) { office in
      try await office.planned()
      try office.decide(Block(DaySet(day(3)...day(5))))
      #expect(try await office.planned().view.revision.plan["c1/joint"] == nil)
      try edit(office, "[[c1, c2, c3]]", "[[c3, c2, c1]]")
      let standing = try office.standing(at: may20)
      #expect(standing.agenda.activities["c1/joint"] != nil)
      #expect(standing.newest?.agenda.activities["c1/joint"] != nil)
      try office.decide(TakeBack(1))
      #expect(try await office.planned().view.revision.plan["c1/joint"] != nil)
      #expect(try office.register().duty("c1/joint")?.partners == ["c3", "c2"])
    }
  }
}
