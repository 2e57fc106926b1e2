package import Drills

/// What was done in one whole reporting week, and what comes in the next.
package struct WeeklyReport: Sendable {
  /// A file under the name that it is handed on by.
  package struct Evidence: Sendable {
    package let name: String
    package let file: EvidenceFile
  }

  package let days: ClosedRange<Day>
  private let view: PlanView
  private let accounts: Accounts
  private let ledger: Ledger
  private let owner: OwnerID?
  /// What forms call each counter.
  private let labels: [Counter: String]
  private let deeds: Deeds
  private var program: Program { view.agenda.program }

  /// - Parameters:
  ///   - view: The plan beside its record.
  ///   - accounts: What stands in the record.
  ///   - ledger: What the counters come to.
  ///   - day: Any day of the week.
  ///   - owner: Whose; nothing: everybody's.
  ///   - labels: What forms call each counter.
  package init(
    _ view: PlanView, _ accounts: Accounts, _ ledger: Ledger, week day: Day, of owner: OwnerID?,
    labels: [Counter: String] = [:]
  ) {
    self.view = view
    self.accounts = accounts
    self.ledger = ledger
    self.owner = owner
    self.labels = labels
    let end = day + (view.agenda.program.reportingDay.index - day.weekday.index + 7) % 7
    days = end + -6...end
    deeds = Deeds(view, accounts, over: days, of: owner)
  }

  package func page(in language: Language) -> Page {
    let words = Words(language)
    var page = Page(
      title: program.title(of: "周报", "week", in: language), period: words.period(days),
      language: language)
    page.heads = [program.organizer.name]
    let prose = WeeklyProse(
      view: view, deeds: deeds, ledger: ledger, problems: accounts.problems, days: days,
      owner: owner, labels: labels)
    page.blocks += prose.paragraphs(words).map(Page.Block.paragraph)
    page.add(table(language))
    page.add(counters(language))
    page.add(evidence(language))
    page.add(upcoming(words))
    page.add(OverrideTable(marked, in: program).table(words))
    return page
  }

  private var owners: [OwnerID] { owner.map { [$0] } ?? program.ownersEver }

  /// What was held in the week or is planned for it or the next.
  private var marked: [PlanView.Entry] {
    let shown = days.lowerBound...days.upperBound + 7
    return view.entries.filter { entry in
      let isShown = [entry.placement?.day, entry.completion?.countedDay].compactMap(\.self)
        .contains(where: shown.contains)
      return isShown && (owner == nil || entry.host == owner)
    }
  }

  private func table(_ language: Language) -> Page.Table {
    var table = Page.Table(
      language("各单位完成情况", "Done, by community"),
      header: [
        language("单位", "who"), language("活动（场）", "sessions"), language("人次", "people"),
        language("其中演练（场）", "drills"), language("演练人次", "in drills"),
        language("持续活动（次）", "campaign records"), language("持续活动人次", "in campaigns"),
      ])
    let sums = deeds.sums
    func row(_ name: String, _ sum: Deeds.Sum) -> [Page.Cell] {
      [
        .text(name), .number(sum.sessions), .number(sum.people), .number(sum.drills),
        .number(sum.drillPeople), .number(sum.records), .number(sum.recordPeople),
      ]
    }
    let shown = owners.filter { sums[$0] != nil }
    table.rows = shown.map { row(program.name(ofOwner: $0), sums[$0] ?? Deeds.Sum()) }
    let total = shown.reduce(Deeds.Sum()) { $0 + (sums[$1] ?? Deeds.Sum()) }
    table.rows.append(row(language("合计", "total"), total))
    return table
  }

  /// What each counter came to in the week; a stock has its value at the end.
  private func counters(_ language: Language) -> Page.Table {
    CounterSums(ledger, over: days, of: owner).table(
      language("本周计数", "Counted this week"), language)
  }

  private func evidence(_ language: Language) -> Page.Table {
    var table = Page.Table(
      language("影像和材料", "Evidence"),
      header: [
        language("单位_日期_活动", "who_day_what"), language("文件", "file"),
        language("字节", "bytes"),
      ])
    table.rows = evidence(in: language).map {
      [.text($0.name), .text($0.file.name(in: language)), .number($0.file.size)]
    }
    return table
  }

  /// The week's files, each as `community_date_activity.ending`.
  package func evidence(in language: Language) -> [Evidence] {
    var result: [Evidence] = []
    func add(_ files: [EvidenceFile], _ owner: OwnerID, _ day: Day, _ what: String) {
      for file in files {
        let dot = file.name.lastIndex(of: ".").map { String(file.name[$0...]) } ?? ""
        result.append(
          Evidence(name: "\(program.name(ofOwner: owner))_\(day)_\(what)\(dot)", file: file))
      }
    }
    for held in deeds.held
    where held.completion.sharedFrom == nil && (owner == nil || held.host == owner) {
      add(held.completion.files, held.host, held.completion.day, held.requirement.name)
    }
    for (owner, name, completion) in deeds.records {
      add(completion.files, owner, completion.countedDay, name)
    }
    for entry in view.tasks {
      guard let completion = entry.completion, days.contains(completion.day),
        owner == nil || entry.task.owner == owner
      else { continue }
      add(completion.files, entry.task.owner, completion.day, entry.task.name)
    }
    for count in deeds.counts {
      let name = count.name.isEmpty ? ledger.table.line(count.counter.line)?.name : count.name
      add(count.files, count.owner, count.day, name ?? count.counter.description)
    }
    for problem in accounts.problems where owner == nil || problem.owner == owner {
      if days.contains(problem.foundOn) {
        add(problem.files, problem.owner, problem.foundOn, language("问题", "problem"))
      }
      guard let mending = problem.mending, days.contains(mending.day) else { continue }
      add(mending.files, problem.owner, mending.day, language("整改", "mended"))
    }
    return result
  }

  private func upcoming(_ words: Words) -> Page.Table {
    let language = words.language
    var table = Page.Table(
      language("下周计划", "Planned next week"),
      header: [
        language("日期", "day"), language("时间", "time"), language("单位", "who"),
        language("活动", "what"),
      ])
    let next = days.upperBound + 1...days.upperBound + 7
    let entries = view.entries.filter { entry in
      guard let day = entry.placement?.day, entry.status != .cancelled else { return false }
      return next.contains(day) && (owner.map(entry.concerns) ?? true)
    }.sorted {
      ($0.placement?.moment ?? Moment(minutes: 0), $0.number)
        < ($1.placement?.moment ?? Moment(minutes: 0), $1.number)
    }
    table.rows = entries.map { entry in
      let start =
        entry.requirement.isAllDay
        ? language("全天", "all day") : entry.placement.map { clock($0.start) } ?? ""
      return [
        .text(entry.placement.map { words.day($0.day) } ?? ""), .text(start),
        .text(program.name(ofOwner: entry.host)), .text(words.name(of: entry)),
      ]
    }
    return table
  }
}
