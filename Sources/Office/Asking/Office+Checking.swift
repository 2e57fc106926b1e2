package import Drills
internal import Record
internal import Reports
package import Workspace

/// A workspace without mistakes, and what cannot fit in it.
package struct Checked: Sendable {
  package let reading: WorkspaceReading
  package let agenda: Agenda
  package let feasibility: Feasibility
}

extension Office {
  /// - Throws: `Refusal` with every mistake.
  package func check() throws(Refusal) -> Checked {
    let (reading, program) = try workspace()
    let agenda = Agenda(program)
    return Checked(reading: reading, agenda: agenda, feasibility: Feasibility(agenda))
  }

  /// All that is in the record, with the program that the workspace is now.
  package func history() throws(Refusal) -> (events: [HistoryEvent], program: Program) {
    let program = try workspace().program
    guard let record = try record(of: program.id) else {
      throw .planning(.noPlanYet(folder: folder))
    }
    return (try Refusal.wrapping { try record.history() }, program)
  }
}

extension Checked {
  /// A line for each thing that cannot fit.
  package func findings(in language: Language) -> [String] {
    let words = Words(language)
    return feasibility.impossible.map { "\($0.activity.id): \(words.filter($0.emptiedBy))" }
      + feasibility.overloads.map { text(of: $0, in: language) }
  }

  private func text(of overload: Feasibility.Overload, in language: Language) -> String {
    let program = agenda.program
    let names = overload.ids.map {
      switch overload.resource {
      case .teams: program.teams[$0]?.name ?? $0
      case .venues: program.venues[$0]?.name ?? $0
      }
    }.joined(separator: language("、", ", "))
    let days = "\(overload.days.lowerBound)..\(overload.days.upperBound)"
    let asked = hours(overload.asked)
    let available = hours(overload.available)
    let count = overload.activities.count
    return language(
      "\(names)：\(days) 内需要 \(asked) 小时，最多只有 \(available) 小时（\(count) 项活动）",
      "\(names): \(asked) hours are asked for within \(days) and at most \(available) are there "
        + "(\(count) activities)")
  }

  private func hours(_ minutes: Minute) -> String {
    minutes.isMultiple(of: 60) ? "\(minutes / 60)" : "\(minutes / 60).\(minutes % 60 * 10 / 60)"
  }
}
