import Drills
import Record
import Reports
import Testing

/// The numbers of a table's row, by the text in its first cell.
private func numbers(_ table: Page.Table, row name: String) -> [Int]? {
  table.rows.first { $0.first?.text == name }.map { row in
    row.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }
}

/// Four numbers of a text; where the fourth is empty, those that are there.
private func numbers(
  in text: String, _ pattern: Regex<(Substring, Substring, Substring, Substring, Substring)>
) -> [Int]? {
  guard let match = text.firstMatch(of: pattern) else { return nil }
  return [match.1, match.2, match.3, match.4].compactMap { Int($0) }
}

extension Page {
  fileprivate var paragraphs: [String] {
    blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }
}

@Suite struct `A random month` {
  @Test(arguments: 1...150)
  func `comes to what a recount from its history comes to`(seed: Int) throws {
    let month = try RandomMonth(seed: seed)
    let program = month.program
    let accounts = try month.record.accounts()
    let table = CounterTable(RandomMonth.lines)
    let ledger = Ledger(accounts, in: program, counters: table)
    let recount = try Recount(
      try HistoryDocument(try month.record.history(), in: program).json())
    let form = try Form(
      FormTemplate(
        name: "f", path: "f.md", format: .markdown,
        text: table.counters.map { "（{{\($0)}}）" }.joined(separator: "；")), counters: table)
    let view = PlanView(
      agenda: month.agenda, revision: sampleView().revision.with(month.plan),
      completions: accounts.completionLists, now: Moment(day: day("2024-07-20"), minute: 0))

    // Each counter of each owner, over the month and over every week, and the form's total.
    let whole = day("2024-05-31")...day("2024-07-04")
    var weeks: [ClosedRange<Day>] = []
    var start = whole.lowerBound
    while start < whole.upperBound {
      weeks.append(start...start + 6)
      start = start + 7
    }
    let total = FormFilling(
      of: nil, over: whole, on: whole.upperBound, in: program, from: ledger)
    for counter in form.counters {
      var sum = 0
      for owner in program.owners {
        let value = ledger.value(counter, of: owner, over: whole)
        let filling = FormFilling(
          of: owner, over: whole, on: whole.upperBound, in: program, from: ledger)
        #expect(
          value == recount.value("\(counter)", of: owner.text, "2024-05-31", "2024-07-04"),
          "\(counter) \(owner)")
        #expect(filling.number(counter) == value)
        if table.unit(of: counter)?.isStock == false {
          let weekly = weeks.map { ledger.value(counter, of: owner, over: $0) }
          #expect(weekly.reduce(0, +) == value, "\(counter) \(owner)")
        }
        sum += value
      }
      #expect(total.number(counter) == sum)
    }

    // The weekly reports, and the summary's rows.
    for week in weeks {
      let report = WeeklyReport(view, accounts, ledger, week: week.lowerBound, of: nil)
      #expect(report.days == week)
      let page = report.page(in: .english)
      let done = page.tables[0]
      let (first, last) = ("\(week.lowerBound)", "\(week.upperBound)")
      let all = try #require(numbers(done, row: "total"))
      #expect([all[0], all[1], all[4], all[5]] == recount.deeds(of: nil, first, last))
      // The prose says the table's numbers, and what it says of each requirement adds up to them.
      let prose = page.paragraphs
      #expect(
        numbers(
          in: prose[0],
          #/(\d+) sessions were held with (\d+) people, of which (\d+) drills with (\d+)/#)
          == Array(all[..<4]))
      let held = prose.first { $0.hasPrefix("Held: ") } ?? ""
      let parts = held.split(separator: " Going on: ")[...].first.map(String.init) ?? ""
      let lines = parts.matches(of: #/: (\d+) with (\d+) people/#)
      #expect(lines.reduce(0) { $0 + (Int($1.1) ?? 0) } == all[0])
      #expect(lines.reduce(0) { $0 + (Int($1.2) ?? 0) } == all[1])
      for owner in program.owners {
        let row = numbers(done, row: program.name(ofOwner: owner)) ?? [0, 0, 0, 0, 0, 0]
        #expect([row[0], row[1], row[4], row[5]] == recount.deeds(of: owner.text, first, last))
        let own = WeeklyReport(view, accounts, ledger, week: week.lowerBound, of: owner)
        let sum = numbers(own.page(in: .english).tables[0], row: "total")
        #expect(
          sum.map { [$0[0], $0[1], $0[4], $0[5]] } == recount.deeds(of: owner.text, first, last))
      }
    }

    // Up to any day the summary tells what was done by then, of all and of each.
    for last in ["2024-06-14", "2024-07-08"] {
      for owner in [nil] + program.owners {
        let page = SummaryReport(
          view, accounts, ledger, to: day(last), of: owner, changes: []
        ).page(in: .english)
        let people = ["By requirement", "By community"].map { title in
          page.tables.first { $0.title == title }?.rows.reduce(0) { sum, row in
            if case .number(let people) = row.last { sum + people } else { sum }
          }
        }
        let expected = recount.deeds(of: owner?.text, "2024-01-01", last)[1]
        #expect(people == [expected, expected], "\(owner?.text ?? "all") up to \(last)")
      }
    }
    let summary = SummaryReport(
      view, accounts, ledger, to: day("2024-07-08"), of: nil, changes: []
    ).page(in: .english)
    let rows = summary.tables[0].rows.map { row in
      row.compactMap { if case .number(let number) = $0 { number } else { nil } }
    }
    let parts = rows.dropLast().reduce([0, 0, 0, 0, 0, 0]) { zip($0, $1).map(+) }
    #expect(parts == rows.last)
    let all = recount.deeds(of: nil, "2024-06-01", "2024-07-08")
    #expect(rows.last.map { [$0[0], $0[1], $0[4], $0[5]] } == all)

    let opening = try #require(summary.paragraphs.first { $0.hasPrefix("By ") })
    #expect(
      numbers(
        in: opening,
        #/(\d+) sessions were held with (\d+) people, of which (\d+) drills with (\d+)/#)
        == rows.last.map { Array($0[..<4]) })
    let kinds = summary.paragraphs.compactMap { text in
      numbers(in: text, #/(?:Drills|Events|Meetings), (\d+) with (\d+) people:()()/#)?.prefix(2)
    }
    #expect(kinds.reduce([0, 0]) { zip($0, $1).map(+) } == rows.last.map { Array($0[..<2]) })

    // The status, which looks at every day.
    let status = StatusReport(view, accounts)
    let everything = recount.deeds(of: nil, "2024-01-01", "2024-12-31")
    #expect(status.total.people == everything[1])
    for line in status.byCommunity {
      #expect(
        line.tally.people == recount.deeds(of: line.id, "2024-01-01", "2024-12-31")[1])
    }
    #expect(status.byCommunity.reduce(0) { $0 + $1.tally.people } == status.total.people)
    #expect(status.byRequirement.reduce(0) { $0 + $1.tally.people } == status.total.people)
    #expect(
      status.view(countOf: .done) == status.total[.done], "done is what the entries say")
  }
}

extension Revision {
  fileprivate func with(_ plan: Plan) -> Revision {
    var copy = self
    copy.plan = plan
    copy.cancelled = []
    return copy
  }
}

extension StatusReport {
  fileprivate func view(countOf status: ActivityStatus) -> Int {
    byRequirement.reduce(0) { $0 + $1.tally[status] }
  }
}
