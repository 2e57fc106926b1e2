package import Drills

/// The status as a page for a leader: bars, then what is late, then tables.
package struct StatusPage {
  private let report: StatusReport
  private let program: Program
  private let words: Words
  private var language: Language { words.language }

  package init(_ report: StatusReport, of program: Program, language: Language) {
    self.report = report
    self.program = program
    words = Words(language)
  }

  package func page() -> Page {
    var page = Page(
      title: program.title + language(" 进展", ": status"),
      period: [words.day(report.today), words.unpublished(report.view.revision)]
        .compactMap(\.self).joined(separator: language("，", ", ")),
      language: language)
    let total = report.total
    page.blocks.append(
      .paragraph(
        language(
          "应做 \(total.expected) 项，已完成 \(total[.done]) 项，逾期 \(total[.overdue]) 项，参与 \(total.people) 人次。",
          "Of \(total.expected) activities \(total[.done]) are done and \(total[.overdue]) overdue; "
            + "\(total.people) people took part.")))
    page.blocks.append(
      .bars(
        report.byCommunity.map {
          Page.Bar(
            name: $0.name, done: $0.tally[.done], late: $0.tally[.overdue],
            whole: $0.tally.expected)
        }))
    page.add(table(language("总计", "Total"), [("", language("合计", "all"), total)]))
    page.add(entries(language("逾期未记录", "Overdue"), report.overdue))
    page.add(entries(language("今天", "Today"), report.dueToday))
    page.add(entries(language("今后七天", "Next 7 days"), report.upcoming))
    page.add(lost())
    page.add(LeftTable(report.left, in: program).table(words))
    page.add(OverrideTable(report.view.entries, in: program).table(words))
    page.add(notices())
    page.add(ProblemTable(report.openProblems, in: program).table(words))
    page.add(
      table(
        language("按单位", "By community"), report.byCommunity.map { ($0.id, $0.name, $0.tally) }))
    page.add(
      table(
        language("按项目", "By requirement"),
        report.byRequirement.map { ($0.id, $0.name, $0.tally) }))
    page.add(CoverageTable(report.coverage).table(in: language))
    page.add(tasks())
    page.add(campaigns())
    page.add(contests())
    page.add(silent())
    for grid in MonthGrid.grids(of: report.view.entries, words) { page.blocks.append(.month(grid)) }
    return page
  }

  private func table(
    _ title: String, _ rows: [(id: String, name: String, tally: StatusReport.Tally)]
  ) -> Page.Table {
    let shown: [ActivityStatus] = [.done, .due, .overdue, .planned, .unplaced, .cancelled]
    return Page.Table(
      title,
      header: ["", language("应做", "expected")] + shown.map(words.status)
        + [language("人次", "people")],
      rows: rows.map { row in
        [.text(row.name), .number(row.tally.expected)]
          + shown.map { .number(row.tally[$0]) } + [.number(row.tally.people)]
      })
  }

  private func entries(_ title: String, _ entries: [PlanView.Entry]) -> Page.Table {
    Page.Table(
      title,
      header: [
        language("日期", "day"), language("时间", "time"), language("单位", "who"),
        language("活动", "what"), language("编号", "id"), language("逾期天数", "days overdue"),
      ],
      rows: entries.map { entry in
        let time =
          entry.requirement.isAllDay
          ? language("全天", "all day") : entry.placement.map { clock($0.start) } ?? ""
        return [
          .text(entry.placement.map { words.day($0.day) } ?? ""), .text(time),
          .text(program.name(ofOwner: entry.host)), .text(words.name(of: entry)),
          .text(entry.activity.id.text), .number(entry.daysOverdue(on: report.today)),
        ]
      })
  }

  private func lost() -> Page.Table {
    Page.Table(
      words.lostTitle,
      header: [
        language("补办期限", "had to be held by"), language("单位", "who"), language("活动", "what"),
        language("编号", "id"),
      ],
      rows: report.lost.map { entry in
        [
          .text(entry.makeUpBy.map(words.day) ?? ""), .text(program.name(ofOwner: entry.host)),
          .text(words.name(of: entry)), .text(entry.activity.id.text),
        ]
      })
  }

  private func notices() -> Page.Table {
    Page.Table(
      language("要发的通知", "Notices to send"),
      header: [
        language("最晚", "by"), language("通知谁", "to"), language("单位", "who"),
        language("活动", "what"), language("活动日期", "held on"),
      ],
      rows: report.notices.map { notice in
        [
          .text(words.day(notice.by)), .text(notice.to),
          .text(program.name(ofOwner: notice.entry.host)), .text(words.name(of: notice.entry)),
          .text(notice.entry.placement.map { words.day($0.day) } ?? ""),
        ]
      })
  }

  /// A row for each deadline.
  private func tasks() -> Page.Table {
    let grouped = Dictionary(grouping: report.view.tasks, by: \.task.deadline)
    return Page.Table(
      language("报送任务", "Tasks"),
      header: [language("任务", "task")] + TaskStatus.allCases.map(words.status),
      rows: program.deadlines.compactMap { deadline in
        guard let entries = grouped[deadline.id] else { return nil }
        return [.text(deadline.name)]
          + TaskStatus.allCases.map { status in .number(entries.count { $0.status == status }) }
      })
  }

  private func campaigns() -> Page.Table {
    let grouped = Dictionary(grouping: report.view.campaigns, by: \.run.campaign)
    return Page.Table(
      language("持续活动", "Campaigns"),
      header: [language("活动", "campaign")] + CampaignStatus.allCases.map(words.status)
        + [language("人次", "people")],
      rows: program.campaigns.compactMap { campaign in
        guard let runs = grouped[campaign.id] else { return nil }
        return [.text(campaign.name)]
          + CampaignStatus.allCases.map { status in .number(runs.count { $0.status == status }) }
          + [.number(runs.reduce(0) { $0 + $1.people })]
      })
  }

  private func silent() -> Page.Table {
    Page.Table(
      language("七天没有人读取的日历", "Calendars that nobody fetched for 7 days"),
      header: [language("日历", "calendar"), language("最近读取", "last fetched")],
      rows: (report.silent ?? []).map { silent in
        [
          .text(silent.name),
          .text(silent.last.map(words.day) ?? language("从未", "never")),
        ]
      })
  }

  private func contests() -> Page.Table {
    Page.Table(
      language("作品评选", "Entries by stage"),
      header: [
        language("征集", "contest"), language("阶段", "stage"), language("通过", "passed"),
        language("未通过", "failed"), language("待评", "waiting"),
      ],
      rows: report.contests.map {
        [
          .text($0.campaign), .text($0.stage), .number($0.passed), .number($0.failed),
          .number($0.waiting),
        ]
      })
  }
}
