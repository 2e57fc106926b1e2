package import Drills

/// The status as a page for a terminal, 80 columns wide, overdue first.
package struct StatusText {
  let report: StatusReport
  let program: Program
  let words: Words
  let style: Style
  var language: Language { words.language }

  package init(
    _ report: StatusReport, of program: Program, language: Language, style: Style
  ) {
    self.report = report
    self.program = program
    words = Words(language)
    self.style = style
  }

  package func lines() -> [String] {
    var lines = [
      style.heading("\(program.title)  \(report.today)"),
      bar(report.total, width: 60), summary(report.total),
    ]
    lines += section(
      language("逾期未记录", "Overdue"), report.overdue.map(line), paint: style.bad, limit: 10)
    lines += section(
      language("今天", "Today"), report.dueToday.map(line), paint: style.warning, limit: 20)
    lines += section(
      language("今后七天", "Next 7 days"), report.upcoming.map(line), paint: { $0 }, limit: 20)
    lines += section(
      words.lostTitle, report.lost.map(lostLine), paint: style.bad, limit: 10)
    lines += notices() + problems()
    lines += table(language("按单位", "By community"), report.byCommunity)
    lines += table(language("按项目", "By requirement"), report.byRequirement)
    lines += coverage()
    lines += counts(
      language("报送任务", "Tasks"),
      TaskStatus.allCases.map { (words.status($0), report.tasks[$0] ?? 0) })
    lines += counts(
      language("持续活动", "Campaigns"),
      CampaignStatus.allCases.map { (words.status($0), report.campaigns[$0] ?? 0) })
    lines += contests()
    return lines
  }

  private func summary(_ tally: StatusReport.Tally) -> String {
    let people = language("\(tally.people) 人次", "\(tally.people) people")
    let states = [ActivityStatus.overdue, .due, .planned, .unplaced, .cancelled]
      .filter { tally[$0] > 0 }.map { "\(words.status($0)) \(tally[$0])" }
    let done = "\(words.status(ActivityStatus.done)) \(tally[.done])/\(tally.expected)"
    return ([done] + states + [people]).joined(separator: language("，", ", "))
  }

  private func bar(_ tally: StatusReport.Tally, width: Int) -> String {
    let full = tally.expected == 0 ? 0 : tally[.done] * width / tally.expected
    let late =
      tally.expected == 0 ? 0 : (tally[.overdue] * width + tally.expected - 1) / tally.expected
    let lateShown = min(late, width - full)
    return style.good(String(repeating: "█", count: full))
      + style.bad(String(repeating: "▒", count: lateShown))
      + String(repeating: "░", count: width - full - lateShown)
  }

  private func line(_ entry: PlanView.Entry) -> String {
    let when =
      entry.placement.map {
        "\(words.day($0.day)) \(entry.requirement.isAllDay ? language("全天", "all day") : clock($0.start))"
      } ?? ""
    let who =
      entry.host == Organizer.id ? words.organizer() : program.name(ofOwner: entry.host)
    let days = entry.daysOverdue(on: report.today)
    let late = days > 0 ? language("（逾期 \(days) 天）", " (\(days) d overdue)") : ""
    let line = "  \(entry.number)  \(when)  \(who)  "
    let room = 80 - line.displayWidth - late.displayWidth
    return line + words.name(of: entry).truncated(toWidth: max(8, room)) + late
  }

  private func lostLine(_ entry: PlanView.Entry) -> String {
    let by = entry.makeUpBy.map { language("期限\(words.date($0))", "by \(words.date($0))") } ?? ""
    return fitted("\(entry.number)  \(by)  \(who(entry.host))  \(words.name(of: entry))")
  }

  func section(
    _ title: String, _ lines: [String], paint: (String) -> String, limit: Int
  ) -> [String] {
    guard !lines.isEmpty else { return [] }
    var result = ["", style.heading("\(title) (\(lines.count))")] + lines.prefix(limit).map(paint)
    if lines.count > limit {
      let rest = lines.count - limit
      result.append(
        style.dimmed(
          language(
            "  另有 \(rest) 项：muster show --list",
            "  and \(rest) more: muster show --list")))
    }
    return result
  }

  private func table(_ title: String, _ lines: [StatusReport.Line]) -> [String] {
    guard !lines.isEmpty else { return [] }
    var table = TextTable(
      [.left, .left, .right, .right, .right],
      header: [
        title, "", language("完成/应做", "done/of"), words.status(ActivityStatus.overdue),
        language("人次", "people"),
      ])
    for line in lines {
      table.append([
        line.name.truncated(toWidth: 34), plainBar(line.tally),
        "\(line.tally[.done])/\(line.tally.expected)", "\(line.tally[.overdue])",
        "\(line.tally.people)",
      ])
    }
    return [""] + table.lines(style: style)
  }

  private func plainBar(_ tally: StatusReport.Tally) -> String {
    let width = 10
    let full = tally.expected == 0 ? 0 : tally[.done] * width / tally.expected
    return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
  }

  private func coverage() -> [String] {
    guard !report.coverage.scenarios.isEmpty else { return [] }
    var table = TextTable(
      Array(repeating: .left, count: report.coverage.scenarios.count + 1),
      header: [language("演练覆盖", "Coverage")]
        + report.coverage.scenarios.map { language($0.chinese, $0.rawValue) })
    for row in report.coverage.rows {
      table.append(
        [row.community.name.truncated(toWidth: 16)]
          + row.cells.map { cell in
            switch cell {
            case .done: "●"
            case .planned: "○"
            case .missing: "✗"
            case .none: "·"
            }
          })
    }
    let legend = language("● 已演练  ○ 已计划  ✗ 缺", "● done  ○ planned  ✗ missing")
    return [""] + table.lines(style: style) + [style.dimmed(legend)]
  }

  private func counts(_ title: String, _ counts: [(String, Int)]) -> [String] {
    let shown = counts.filter { $0.1 > 0 }
    guard !shown.isEmpty else { return [] }
    return [
      "",
      style.heading(title) + "  "
        + shown.map { "\($0.0) \($0.1)" }.joined(separator: language("，", ", ")),
    ]
  }
}
