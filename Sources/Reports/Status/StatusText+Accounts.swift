import Drills

extension StatusText {
  func left() -> [String] {
    section(
      words.leftTitle, count: report.left.count,
      report.left.prefix(10).map { left in
        let people = language("\(left.completion.people) 人", "\(left.completion.people) people")
        return fitted(
          "\(words.date(left.completion.day))  \(who(left.host))  \(left.requirement.name)  \(people)"
        )
      }, paint: style.dimmed, rest: "muster report summary")
  }

  func notices() -> [String] {
    section(
      language("要发的通知", "Notices to send"), count: report.notices.count,
      report.notices.prefix(8).map { notice in
        let day = notice.entry.placement.map { words.date($0.day) } ?? ""
        let late = notice.by < report.today ? language("已过期！", "LATE ") : ""
        return fitted(
          language(
            "\(late)\(words.date(notice.by))前 → \(notice.to)：\(who(notice.entry.host)) \(words.name(of: notice.entry))（\(day)）",
            "\(late)by \(words.date(notice.by)) → \(notice.to): \(who(notice.entry.host)) \(words.name(of: notice.entry)) (\(day))"
          ))
      }, paint: { $0 }, rest: "muster notices")
  }

  func problems() -> [String] {
    section(
      language("未整改的问题", "Open problems"), count: report.openProblems.count,
      report.openProblems.prefix(8).map { problem in
        let by =
          problem.mendBy.map { language("，\(words.date($0))前", ", by \(words.date($0))") } ?? ""
        let mender = problem.mender.isEmpty ? "" : " → \(problem.mender)"
        return fitted("#\(problem.number)  \(who(problem.owner))  \(problem.text)\(mender)\(by)")
      }, paint: style.warning, rest: "muster report summary")
  }

  func contests() -> [String] {
    guard !report.contests.isEmpty else { return [] }
    var table = TextTable(
      [.left, .right, .right, .right],
      header: [
        language("作品评选", "Entries"), language("通过", "passed"), language("未通过", "failed"),
        language("待评", "waiting"),
      ])
    for tally in report.contests {
      table.append([
        tally.stage.truncated(toWidth: 40), "\(tally.passed)", "\(tally.failed)",
        "\(tally.waiting)",
      ])
    }
    return [""] + table.lines(style: style)
  }

  func silent() -> [String] {
    let silent = report.silent ?? []
    return section(
      language("七天没有人读取的日历", "Calendars that nobody fetched for 7 days"), count: silent.count,
      silent.prefix(8).map { fitted($0.text(words)) }, paint: { $0 }, rest: "muster link list")
  }

  func who(_ owner: OwnerID) -> String {
    owner == .organizer ? words.organizer() : program.name(ofOwner: owner)
  }

  /// Indented, and cut to the page.
  func fitted(_ text: String) -> String {
    ("  " + String(text.map { $0.isNewline ? " " : $0 })).truncated(toWidth: 80)
  }
}
