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
      style.heading(
        ["\(program.title)  \(report.today)", words.unpublished(report.view.revision)]
          .compactMap(\.self).joined(separator: "  ")),
      bar(report.total, width: 60), summary(report.total),
    ]
    lines += section(
      language("逾期未记录", "Overdue"), report.overdue, paint: style.bad, limit: 10)
    lines += section(
      language("今天", "Today"), report.dueToday, paint: style.warning, limit: 20)
    lines += section(
      language("今后七天", "Next 7 days"), report.upcoming, paint: { $0 }, limit: 20)
    let lost = report.lost.prefix(10).map(lostLine)
    lines += section(
      words.lostTitle, count: report.lost.count, lost, paint: style.bad, rest: "muster show --list")
    lines += left() + notices() + problems()
    lines += table(language("按单位", "By community"), report.byCommunity)
    lines += table(language("按项目", "By requirement"), report.byRequirement)
    lines += coverage()
    lines += counts(
      language("报送任务", "Tasks"),
      TaskStatus.allCases.map { (words.status($0), report.tasks[$0] ?? 0) })
    lines += counts(
      language("持续活动", "Campaigns"),
      CampaignStatus.allCases.map { (words.status($0), report.campaigns[$0] ?? 0) })
    lines += contests() + silent()
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

  /// Number, day, hour and host in columns, then what fits of the name.
  private func lines(of entries: [PlanView.Entry]) -> [String] {
    var table = TextTable([.right, .left, .left, .left])
    for entry in entries {
      let day = entry.placement.map { words.day($0.day) } ?? ""
      let hour = entry.placement.map {
        entry.requirement.isAllDay ? language("全天", "all day") : clock($0.start)
      }
      table.append([
        "  \(entry.number)", day, hour ?? "", who(entry.host).truncated(toWidth: 20),
      ])
    }
    let heads = table.lines()
    let width = heads.map(\.displayWidth).max() ?? 0
    return zip(heads, entries).map { head, entry in
      let days = entry.daysOverdue(on: report.today)
      let late = days > 0 ? language("（逾期 \(days) 天）", " (\(days) d overdue)") : ""
      let room = 80 - width - 2 - late.displayWidth
      return head.padded(toWidth: width) + "  "
        + words.name(of: entry).truncated(toWidth: max(8, room)) + late
    }
  }

  private func lostLine(_ entry: PlanView.Entry) -> String {
    let by = entry.makeUpBy.map { language("期限\(words.date($0))", "by \(words.date($0))") } ?? ""
    return fitted("\(entry.number)  \(by)  \(who(entry.host))  \(words.name(of: entry))")
  }

  private func section(
    _ title: String, _ entries: [PlanView.Entry], paint: (String) -> String, limit: Int
  ) -> [String] {
    section(
      title, count: entries.count, lines(of: Array(entries.prefix(limit))), paint: paint,
      rest: "muster show --list")
  }

  /// The first lines of a list of `count`, and which command shows the `rest`.
  func section(
    _ title: String, count: Int, _ lines: [String], paint: (String) -> String, rest command: String
  ) -> [String] {
    guard count > 0 else { return [] }
    let heading = language("\(title)（\(count)）", "\(title) (\(count))")
    var result = ["", style.heading(heading)] + lines.map(paint)
    if count > lines.count {
      let rest = count - lines.count
      result.append(
        style.dimmed(language("  另有 \(rest) 项：\(command)", "  and \(rest) more: \(command)")))
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
    let scenarios = report.coverage.scenarios
    guard !scenarios.isEmpty else { return [] }
    let title = language("演练覆盖", "Coverage")
    let names = report.coverage.rows.map { $0.community.name.truncated(toWidth: 16) }
    let nameWidth = ([title] + names).map(\.displayWidth).max() ?? 0
    let labels = scenarios.map { halves(of: language($0.chinese, $0.rawValue)) }
    var lines: [String] = []
    var first = 0
    // As many scenarios as a page is wide, then the others under them.
    while first < labels.count {
      var end = first
      var width = nameWidth
      while end < labels.count {
        width += 2 + max(labels[end].0.displayWidth, labels[end].1.displayWidth)
        guard width <= 80 || end == first else { break }
        end += 1
      }
      var table = TextTable(
        Array(repeating: .left, count: end - first + 1),
        header: [title] + labels[first..<end].map(\.0))
      table.append([""] + labels[first..<end].map { style.heading($0.1) })
      for (name, row) in zip(names, report.coverage.rows) {
        table.append([name] + row.cells[first..<end].map(mark))
      }
      lines += [""] + table.lines(style: style)
      first = end
    }
    let legend = language("● 已演练  ○ 已计划  ✗ 缺", "● done  ○ planned  ✗ missing")
    return lines + [style.dimmed(legend)]
  }

  private func mark(_ cell: Coverage.Cell) -> String {
    switch cell {
    case .done: "●"
    case .planned: "○"
    case .missing: "✗"
    case .none: "·"
    }
  }

  /// A long word on two lines, so that its column is narrow.
  private func halves(of word: String) -> (String, String) {
    guard word.displayWidth > 7 else { return (word, "") }
    let hyphen = word.firstIndex(of: "-").map { word.index(after: $0) }
    let middle = hyphen ?? word.index(word.startIndex, offsetBy: word.count / 2)
    let first = String(word[..<middle])
    return (
      first.allSatisfy(\.isLetter) && word.utf8.count == word.count ? first + "-" : first,
      String(word[middle...])
    )
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
