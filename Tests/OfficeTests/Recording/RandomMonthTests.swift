import Drills
import Foundation
import Office
import Record
import Reports
import Testing

/// Counts a month again from the history's JSON alone, knowing of the rules only what they are called.
private struct Recount {
  typealias Event = [String: Any]
  private let activities: [Event]
  private let campaigns: [Event]
  private let counts: [Event]
  private let mended: [(owner: String, day: String)]

  init(_ json: String) throws {
    let document = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? Event ?? [:]
    let events = document["events"] as? [Event] ?? []
    func of(_ kind: String) -> [Event] { events.filter { $0["kind"] as? String == kind } }
    func retracted(_ kind: String) -> Set<Int> {
      Set(
        of("retraction").filter { $0["ofKind"] as? String == kind }.compactMap { $0["of"] as? Int })
    }
    let withdrawn = Set(of("withdrawal").compactMap { $0["of"] as? Int })
    var last: [String: Event] = [:]
    var campaigns: [Event] = []
    for event in of("completion") where !withdrawn.contains(event["number"] as? Int ?? 0) {
      if ["push", "poster"].contains(event.rule) {
        campaigns.append(event)
      } else {
        last[event["subject"] as? String ?? ""] = event
      }
    }
    activities = Array(last.values)
    self.campaigns = campaigns
    let (noCounts, noProblems, noMendings) = (
      retracted("count"), retracted("problem"), retracted("mending")
    )
    counts = of("count").filter { !noCounts.contains($0["number"] as? Int ?? 0) }
    mended = of("mending").filter { event in
      ["employee", "resident"].contains(event["source"] as? String ?? "")
        && !noProblems.contains(event["of"] as? Int ?? 0)
        && !noMendings.contains(event["number"] as? Int ?? 0)
    }.map { ($0["subject"] as? String ?? "", $0["day"] as? String ?? "") }
  }

  /// Everybody who has anything.
  var owners: Set<String> {
    Set(
      activities.map(\.owner) + campaigns.map(\.owner) + counts.map(\.owner)
        + activities.flatMap { $0.partners.compactMap { $0["community"] as? String } }
        + mended.map(\.owner))
  }

  /// Of one owner from one day to another, written as dates.
  func value(_ counter: String, of owner: String, _ first: String, _ last: String) -> Int {
    var dated: [(day: String, at: String, amount: Int)] = []
    func add(_ event: Event, _ amount: Int?) {
      if let amount { dated.append((event.lastDay, event["at"] as? String ?? "", amount)) }
    }
    for event in activities {
      let counts = event["counts"] as? [String: Int] ?? [:]
      let isDrill = ["fire", "flood"].contains(event.rule)
      let defaults: [String: Int?] = [
        "drill.sessions": isDrill ? 1 : nil, "drill.people": isDrill ? event.people : nil,
        "media.talks": ["fire", "talk"].contains(event.rule) ? 1 : nil,
      ]
      if event.owner == owner { add(event, counts[counter] ?? defaults[counter] ?? nil) }
      for partner in event.partners
      where isDrill && counter == "drill.people" && partner["community"] as? String == owner {
        add(event, partner["people"] as? Int)
      }
    }
    for event in campaigns where event.owner == owner {
      let counts = event["counts"] as? [String: Int] ?? [:]
      let people = event.rule == "push" && counter == "drill.people" ? event.people : nil
      add(event, counts[counter] ?? people)
    }
    for event in counts where event["subject"] as? String == "\(owner)/\(counter)" {
      add(event, event["amount"] as? Int)
    }
    if counter == "reward-scheme.mended" {
      dated += mended.filter { $0.owner == owner }.map { ($0.day, "", 1) }
    }
    if counter == "media.columns" {
      return dated.filter { $0.day <= last }.max { ($0.day, $0.at) < ($1.day, $1.at) }?.amount ?? 0
    }
    return dated.filter { (first...last).contains($0.day) }.reduce(0) { $0 + $1.amount }
  }

  /// Sessions, people, drills, their people; records of campaigns, their people.
  func deeds(
    of owner: String? = nil, rule: String? = nil, _ first: String, _ last: String
  ) -> [Int] {
    var result = [0, 0, 0, 0, 0, 0]
    for event in activities
    where (first...last).contains(event.lastDay) && (rule == nil || event.rule == rule) {
      let isDrill = event.rule != "talk"
      if owner == nil || event.owner == owner {
        result[0] += 1
        result[1] += event.people
        result[2] += isDrill ? 1 : 0
        result[3] += isDrill ? event.people : 0
      }
      for partner in event.partners
      where owner == nil || partner["community"] as? String == owner {
        let people = partner["people"] as? Int ?? 0
        result[1] += people
        result[3] += isDrill ? people : 0
      }
    }
    for event in campaigns
    where rule == nil && (first...last).contains(event.lastDay)
      && (owner == nil || event.owner == owner)
    {
      result[4] += 1
      result[5] += event.people
    }
    return result
  }
}

extension Recount.Event {
  fileprivate var owner: String {
    (self["subject"] as? String ?? "").split(separator: "/").first.map(String.init) ?? ""
  }
  fileprivate var rule: String {
    (self["subject"] as? String ?? "").split(separator: "/").dropFirst().first.map(String.init)
      ?? ""
  }
  fileprivate var people: Int { self["people"] as? Int ?? 0 }
  fileprivate var lastDay: String { self["lastDay"] as? String ?? self["day"] as? String ?? "" }
  fileprivate var partners: [[String: Any]] { self["partners"] as? [[String: Any]] ?? [] }
}

private func numbers(_ row: [Page.Cell]?) -> [Int] {
  (row ?? []).compactMap { if case .number(let number) = $0 { number } else { nil } }
}

private func table(_ title: String, of page: Page) -> Page.Table? {
  page.tables.first { $0.title == title }
}

/// Rows but the total, by their first cell.
private func rows(_ table: Page.Table?) -> [String: [Int]] {
  Dictionary(
    (table?.rows ?? []).map { ($0.first?.text ?? "", numbers($0)) },
    uniquingKeysWith: { zip($0, $1).map(+) })
}

/// The rows of CSV below a title's header, as the numbers in them.
private func numbersInCSV(_ csv: String, _ row: String) -> [[Int]] {
  csv.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("\(row),") }
    .map { $0.split(separator: ",").dropFirst().compactMap { Int($0) } }
}

@Suite struct `A random month of an office that changes` {
  private static let seeds = Array(
    1...(ProcessInfo.processInfo.environment["MUSTER_MONTHS"].flatMap(Int.init) ?? 12))

  @Test(arguments: seeds)
  func `comes to what a recount from its history comes to, in every output, parts and all`(
    seed: Int
  ) throws {
    let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let office = Office(folder: folder.path)
    let month = try RandomOffice(office, seed: seed)
    let books = try office.books(at: month.instant + 1)
    let (events, program) = try office.history()
    let recount = try Recount(HistoryDocument(events, in: program).json())
    let (first, last) = ("2024-05-31", "2024-06-27")
    #expect(recount.owners.isSubset(of: books.program.ownersEver.map(\.text)))
    for owner in books.program.ownersEver {
      let name = books.program.name(ofOwner: owner)
      #expect(name.hasSuffix(owner.text) || owner == .organizer, "\(owner) is called \(name)")
    }
    try checkForms(books, recount, first, last)
    try checkStatus(books, recount)
    try checkWeeks(books, recount)
    try checkSummary(books, recount)
  }

  private func checkForms(
    _ books: Books, _ recount: Recount, _ first: String, _ last: String
  ) throws {
    let days = day(0)...day(27)
    #expect("\(days.lowerBound)" == first && "\(days.upperBound)" == last)
    let counters =
      ["drill.sessions", "drill.people", "media.columns", "media.talks", "media.airings"]
      + ["reward-scheme.mended"]
    let fillings = (books.program.ownersEver + [nil]).map {
      FormFilling(of: $0, over: days, on: books.today, in: books.program, from: books.ledger())
    }
    let form = try Form(
      FormTemplate(
        name: "f", path: "f.md", format: .markdown,
        text: counters.map { "（{{\($0)}}）" }.joined(separator: "；")), counters: books.counters)
    let compared = FormComparison(form, fillings, counters: books.counters, language: .english)
    for (index, text) in counters.enumerated() {
      let counter = try #require(Counter(text))
      let values = books.program.ownersEver.map { recount.value(text, of: $0.text, first, last) }
      #expect(fillings.dropLast().map { $0.number(counter) } == values, "\(text)")
      #expect(fillings.last?.number(counter) == values.reduce(0, +))
      let row = numbers(compared.table.rows[index])
      #expect(row == values + [values.reduce(0, +)])
    }
  }

  private func checkStatus(_ books: Books, _ recount: Recount) throws {
    let status = StatusReport(try books.view(), books.accounts)
    let (from, to) = ("2024-01-01", "2024-12-31")
    let all = recount.deeds(from, to)
    #expect(status.total.people == all[1])
    for lines in [status.byCommunity, status.byRequirement] {
      #expect(lines.reduce(0) { $0 + $1.tally.people } == status.total.people)
      for state in ActivityStatus.allCases {
        #expect(lines.reduce(0) { $0 + $1.tally[state] } == status.total[state], "\(state)")
      }
    }
    for line in status.byCommunity {
      #expect(line.tally.people == recount.deeds(of: line.id, from, to)[1], "\(line.id)")
    }
    for line in status.byRequirement {
      #expect(line.tally.people == recount.deeds(rule: line.id, from, to)[1], "\(line.id)")
    }
    let json = try StatusDocument(status, of: books.program).json()
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    for key in ["byCommunity", "byRequirement"] {
      let lines = document[key] as? [[String: Any]] ?? []
      let people = lines.compactMap { ($0["tally"] as? [String: Any])?["people"] as? Int }
      #expect(people.reduce(0, +) == all[1])
    }
    let page = StatusPage(status, of: books.program, language: .english).page()
    for title in ["By community", "By requirement"] {
      let sum = table(title, of: page)?.rows.reduce(0) { $0 + (numbers($1).last ?? 0) }
      #expect(sum == all[1])
    }
    let text = StatusText(status, of: books.program, language: .english, style: .plain).lines()
    #expect(text[2].hasSuffix(", \(all[1]) people"), "\(text[2])")
  }

  private func checkWeeks(_ books: Books, _ recount: Recount) throws {
    for start in [day(0), day(7), day(14)] {
      let (from, to) = ("\(start)", "\(start + 6)")
      let page = WeeklyReport(
        try books.view(), books.accounts, books.ledger(), week: start, of: nil
      ).page(in: .english)
      let done = rows(table("Done, by community", of: page))
      let all = recount.deeds(from, to)
      #expect(done["total"] == all)
      for owner in books.program.ownersEver {
        let name = books.program.name(ofOwner: owner)
        #expect(
          done[name] ?? [0, 0, 0, 0, 0, 0] == recount.deeds(of: owner.text, from, to), "\(owner)")
      }
      let csv = page.csv.marked
      #expect(numbersInCSV(csv, "total").contains(all))
      let head = page.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
      #expect(head.first?.contains(" \(all[0]) sessions were held with \(all[1]) people") == true)
      #expect(head.first?.contains("\(all[2]) drills with \(all[3]) people") == true)
      for owner in books.program.ownersEver {
        let own = WeeklyReport(
          try books.view(), books.accounts, books.ledger(), week: start, of: owner
        ).page(in: .english)
        #expect(
          rows(table("Done, by community", of: own))["total"]
            == recount.deeds(of: owner.text, from, to))
      }
    }
  }

  private func checkSummary(_ books: Books, _ recount: Recount) throws {
    for owner in [nil] + books.program.ownersEver {
      let page = SummaryReport(
        try books.view(), books.accounts, books.ledger(), to: day(20), of: owner, changes: []
      ).page(in: .english)
      let all = recount.deeds(of: owner?.text, "2024-06-01", "2024-06-20")
      let weeks = table("By week", of: page)
      #expect(numbers(weeks?.rows.last) == all, "\(owner?.text ?? "all")")
      let parts = (weeks?.rows.dropLast() ?? []).map { numbers($0) }
        .reduce([0, 0, 0, 0, 0, 0]) { zip($0, $1).map(+) }
      #expect(parts == all)
      for title in ["By requirement", "By community"] {
        let sum = table(title, of: page)?.rows.reduce(0) { $0 + (numbers($1).last ?? 0) } ?? 0
        #expect(sum == all[1], "\(title) of \(owner?.text ?? "all")")
      }
      let head = page.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
      #expect(
        head.contains { $0.contains(" \(all[0]) sessions were held with \(all[1]) people") })
    }
  }

  @Test func `is one in which enough goes and comes`() throws {
    var sums = (departures: 0, joint: 0, undone: 0, left: 0, gone: 0)
    for seed in 1...4 {
      let folder = URL.temporaryDirectory.appending(path: "office-test-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let month = try RandomOffice(Office(folder: folder.path), seed: seed)
      let books = try month.office.books(at: month.instant)
      sums.departures += month.departures
      sums.joint += month.joint
      sums.undone += month.undone
      sums.left += try books.view().left.count
      sums.gone += books.program.departed.names.count + books.program.departed.requirements.count
    }
    #expect(sums.departures == 16)
    #expect(sums.joint > 5 && sums.undone > 5 && sums.left > 3 && sums.gone > 1, "\(sums)")
  }
}
