package import Drills

/// What to paste into the officers' group: who still owes what.
package struct Reminder: Sendable {
  private let report: StatusReport
  private let program: Program
  private let words: Words
  private var language: Language { words.language }

  package init(_ report: StatusReport, in program: Program, language: Language) {
    self.report = report
    self.program = program
    words = Words(language)
  }

  /// A paragraph for everyone who owes anything, in the order of the tables.
  package func lines() -> [String] {
    let title = language("【催办】\(words.day(report.today))", "Reminder, \(words.day(report.today))")
    let paragraphs = program.owners.flatMap { owner -> [String] in
      let owed = owed(by: owner)
      guard !owed.isEmpty else { return [] }
      return ["\(program.name(ofOwner: owner))\(language("：", ":"))"] + owed.map { "  · " + $0 }
    }
    if paragraphs.isEmpty {
      return [title, language("没有欠报的。", "Nobody owes anything.")]
    }
    return [title] + paragraphs
  }

  private func owed(by owner: OwnerID) -> [String] {
    let activities = report.overdue.filter { $0.host == owner }.map { entry in
      item(
        words.name(of: entry), entry.placement?.day ?? report.today,
        language("未记录", "not recorded"))
    }
    let due = report.dueToday.filter { $0.host == owner }.map {
      language("今天举行：\(words.name(of: $0))", "to be held today: \(words.name(of: $0))")
    }
    let tasks = report.view.tasks.filter { $0.task.owner == owner }.compactMap { entry -> String? in
      switch entry.status {
      case .overdue: item(entry.task.name, entry.task.due, language("未报送", "not handed in"))
      case .due:
        language("今天报送：\(entry.task.name)", "to be handed in today: \(entry.task.name)")
      case .planned, .done, .late: nil
      }
    }
    let campaigns = report.view.campaigns.filter {
      $0.run.owner == owner && $0.status == .behind
    }.map { language("没有进展：\($0.run.name)", "no report of: \($0.run.name)") }
    let problems = report.openProblems.filter { $0.owner == owner }.compactMap {
      problem -> String? in
      guard let by = problem.mendBy, by < report.today else { return nil }
      return item(problem.text, by, language("未整改", "not mended"))
    }
    return activities + tasks + due + campaigns + problems
  }

  private func item(_ name: String, _ day: Day, _ state: String) -> String {
    let days = report.today - day
    let step = reminderStep(daysOverdue: days)
    return language(
      "\(state)：\(name)（\(words.date(day))，逾期 \(days) 天，第 \(step) 次催办）",
      "\(state): \(name) (\(words.date(day)), \(days) days overdue, reminder \(step))")
  }
}
