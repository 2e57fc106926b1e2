package import Drills
internal import Record
package import Reports
internal import Scheduling
package import Workspace

/// A workspace without mistakes, and what cannot fit in it.
package struct Checked: Sendable {
  package let reading: WorkspaceReading
  package let agenda: Agenda
  package let feasibility: Feasibility
  /// What cannot be held together in one community, or by the organizer.
  package let misfits: [Misfit]
  /// Blanks of forms that name nothing.
  package let formMistakes: [Form.Mistake]
}

extension Office {
  /// What cannot fit from `instant` on; where there is a record, beside what it
  /// says is published, done, called off or out.
  ///
  /// - Throws: `Refusal` with every mistake.
  package func check(at instant: Instant) throws(Refusal) -> Checked {
    let (reading, program) = try workspace()
    let agenda = Agenda(program)
    // A record that cannot be read is no fault of the workspace, and told where it is used.
    let standing = try? standing(at: instant)
    let circumstances =
      standing?.circumstances
      ?? Circumstances(
        agenda: agenda, published: [:], completions: [:], now: program.zone.moment(at: instant))
    let current = standing?.agenda ?? agenda
    var fit = HostFit(current, in: circumstances)
    return Checked(
      reading: reading, agenda: current, feasibility: Feasibility(current, in: circumstances),
      misfits: fit.misfits(),
      formMistakes: reading.forms.flatMap {
        Form.mistakes(in: $0, counters: CounterTable(Line.official + program.lines))
      })
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
    return feasibility.impossible.map { "\($0.activity.id): \(words.impossible($0))" }
      + misfits.map { words.misfit($0) }
      + feasibility.overloads.map { words.overload($0, in: agenda.program) }
  }
}
