import Drills
import Testing

private let table = CounterTable([
  Line(
    id: "drill", name: "演练",
    units: [.init(name: "sessions", measure: "场"), .init(name: "people", measure: "人次")],
    adds: "sessions", people: "people"),
  Line(
    id: "media", name: "专栏",
    units: [
      .init(name: "columns", measure: "个", isStock: true), .init(name: "airings", measure: "次"),
    ]),
  Line(id: "reward-scheme", name: "举报", units: [.init(name: "mended", measure: "项")]),
])

private func program() -> Program {
  guard let zone = Zone("Asia/Shanghai") else { preconditionFailure("no tzdata") }
  var program = Program(
    id: "test", organizer: Organizer(name: "办公室"), zone: zone,
    period: day("2024-06-01")...day("2024-06-30"))
  for id in ["u1", "u2"] { program.communities.append(Community(id: id, name: id, kind: .urban)) }
  var requirement = Requirement(id: "r", name: "演练", duration: .minutes(60))
  requirement.countsAs = ["drill", "media"]
  program.requirements.append(requirement)
  var campaign = Campaign(id: "push", name: "推送")
  campaign.countsAs = ["drill"]
  program.campaigns = [campaign]
  return program
}

private func completion(_ id: DutyID, people: Int, on date: String, number: Int) -> Completion {
  var completion = Completion(
    of: id, day: day(date), people: people, recordedBy: "a", recordedAt: Instant(seconds: number))
  completion.number = number
  return completion
}

private let june = day("2024-06-01")...day("2024-06-30")

private func value(_ counter: String, _ owner: OwnerID, _ accounts: Accounts) -> Int {
  guard let counter = table.counter(counter) else { preconditionFailure("no counter \(counter)") }
  return Ledger(accounts, in: program(), counters: table).value(counter, of: owner, over: june)
}

@Suite struct `A ledger` {
  @Test func `adds one and the people to the marked units of each line`() {
    var accounts = Accounts()
    accounts.completions = [completion("u1/r", people: 30, on: "2024-06-12", number: 1)]
    #expect(value("drill.sessions", "u1", accounts) == 1)
    #expect(value("drill.people", "u1", accounts) == 30)
    #expect(value("media.airings", "u1", accounts) == 0)
    #expect(value("drill.sessions", "u2", accounts) == 0)
  }

  @Test func `takes a count for a marked unit instead of what would be added`() {
    var accounts = Accounts()
    var done = completion("u1/r", people: 30, on: "2024-06-12", number: 1)
    done.counts = ["drill.sessions": 3, "media.airings": 5]
    accounts.completions = [done]
    #expect(value("drill.sessions", "u1", accounts) == 3)
    #expect(value("drill.people", "u1", accounts) == 30)
    #expect(value("media.airings", "u1", accounts) == 5)
  }

  @Test func `lets a later record of an activity replace the earlier one`() {
    var accounts = Accounts()
    accounts.completions = [
      completion("u1/r", people: 30, on: "2024-06-12", number: 1),
      completion("u1/r", people: 20, on: "2024-06-12", number: 2),
    ]
    #expect(value("drill.sessions", "u1", accounts) == 1)
    #expect(value("drill.people", "u1", accounts) == 20)
  }

  @Test func `gives a joint drill's session to the host and each its own people`() {
    var accounts = Accounts()
    var done = completion("u1/r", people: 30, on: "2024-06-12", number: 1)
    done.partners = [Completion.Partner(community: "u2", people: 12, activity: "u2/r")]
    accounts.completions = [done]
    #expect(value("drill.sessions", "u1", accounts) == 1)
    #expect(value("drill.sessions", "u2", accounts) == 0)
    #expect(value("drill.people", "u1", accounts) == 30)
    #expect(value("drill.people", "u2", accounts) == 12)
  }

  @Test func `adds a campaign's people and counts alone, every record of it`() {
    var accounts = Accounts()
    var week = completion("u1/push", people: 7, on: "2024-06-28", number: 2)
    week.lastDay = day("2024-07-04")
    accounts.completions = [
      completion("u1/push", people: 5, on: "2024-06-12", number: 1), week,
      completion("u1/push", people: 2, on: "2024-06-13", number: 3),
    ]
    #expect(value("drill.sessions", "u1", accounts) == 0)
    #expect(value("drill.people", "u1", accounts) == 7, "the week belongs to its last day, in July")
  }

  @Test func `holds the latest value of a stock, by its day and not by when it was said`() {
    var accounts = Accounts()
    let columns = Counter(line: "media", unit: "columns")
    accounts.counts = [("2024-06-20", 4), ("2024-06-10", 9), ("2024-07-02", 6)].map {
      Count(
        counter: columns, owner: "u1", day: day($0.0), amount: $0.1, recordedBy: "a", recordedAt: 1)
    }
    #expect(value("media.columns", "u1", accounts) == 4)
    let ledger = Ledger(accounts, in: program(), counters: table)
    let july = day("2024-07-01")...day("2024-07-31")
    #expect(ledger.value(columns, of: "u1", over: july) == 6)
  }

  @Test(arguments: [
    (Problem.Source.employee, 1), (.resident, 1), (.drill, 0), (.inspection, 0),
  ])
  func `rewards what employees and residents found once it is mended`(
    source: Problem.Source, expected: Int
  ) {
    var problem = Problem(
      text: "门", owner: "u1", source: source, foundOn: day("2024-06-12"), recordedBy: "a",
      recordedAt: 1)
    var accounts = Accounts()
    accounts.problems = [problem]
    #expect(value("reward-scheme.mended", "u1", accounts) == 0)
    problem.mending = Problem.Mending(day: day("2024-06-14"), recordedBy: "a", recordedAt: 2)
    accounts.problems = [problem]
    #expect(value("reward-scheme.mended", "u1", accounts) == expected)
  }
}

@Suite struct `A counter's name` {
  @Test(
    arguments: [
      ("drill.people", [], "drill.people"), ("people", ["media", "drill"], "drill.people"),
      ("columns", ["media", "drill"], "media.columns"), ("people", [], nil),
      ("drill.none", ["drill"], nil), ("none.people", [], nil), ("a.b.c", [], nil), ("", [], nil),
    ] as [(String, [String], String?)])
  func `is whole, or a unit of the first line that has it`(
    text: String, lines: [String], expected: String?
  ) {
    #expect(table.counter(text, among: lines)?.description == expected)
  }
}
