package import Drills
package import Record
package import Reports
internal import Workspace

/// The record as it is counted: what stands, who is who, and what each counter comes to.
package struct Books: Sendable {
  package let standing: Standing
  package let record: Record
  package let accounts: Accounts
  package let counters: CounterTable
  /// The published plan's; the workspace's while there is no plan; with who and what left it and is told
  /// of in the record.
  package let program: Program
  private let departed: Departed

  /// Of what was recorded by the end of `day`; without it of everything.
  init(_ standing: Standing, recordedBy day: Day? = nil) throws(Refusal) {
    self.standing = standing
    guard let record = standing.record else {
      throw .planning(.noPlanYet(folder: standing.office.folder))
    }
    self.record = record
    var program = standing.newest?.agenda.program ?? standing.program
    let all = try Refusal.wrapping { try record.accounts() }
    departed = try Refusal.wrapping { try record.departed(from: program, in: all) }
    program.departed = departed
    self.program = program
    accounts = day.map { all.recorded(by: $0, in: standing.program.zone) } ?? all
    counters = CounterTable(Line.official + program.lines)
  }

  /// Made anew each time: the status, which must be quick, counts nothing.
  package func ledger() -> Ledger { Ledger(accounts, in: program, counters: counters) }

  package var today: Day { program.zone.moment(at: standing.instant).day }

  package func view(
    _ choice: PlanChoice = .published, on day: Day? = nil
  ) throws(Refusal) -> PlanView {
    let plan = try standing.saved(choice).plan
    let now = program.zone.moment(at: standing.instant)
    return PlanView(
      agenda: plan.agenda.remembering(departed), revision: plan.revision,
      completions: accounts.completionLists,
      decisions: plan.decisions,
      now: day.map { $0 == now.day ? now : Moment(day: $0, minute: 1439) } ?? now)
  }

  /// A community, a department or the organizer.
  @discardableResult
  package func owner(_ text: String) throws(Refusal) -> OwnerID {
    let choices = program.namedOwners
    guard let id = try choices.named(text, as: .community) else {
      throw .naming(.notAnID(.community, text, among: choices))
    }
    return OwnerID(id)
  }

  /// The same of somebody who may have left, whose numbers are only looked at.
  package func reported(_ text: String) throws(Refusal) -> OwnerID {
    let id = OwnerID(text)
    return program.ownersEver.contains(id) ? id : try owner(text)
  }

  package func form(_ name: String) throws(Refusal) -> Form {
    let forms = standing.reading.forms
    guard let template = forms.first(where: { $0.name == name }) else {
      throw .naming(.unknownID(.form, name, among: forms.map(\.name)))
    }
    do throws(Form.Mistake) {
      return try Form(template, counters: counters)
    } catch {
      throw .accounts(.brokenForm(error))
    }
  }

  /// The days that a form counts: its own, up to today.
  package func days(
    of form: String, since: Day?, to: Day?
  ) throws(Refusal) -> ClosedRange<Day> {
    let program = standing.program
    let own = program.forms.first { $0.name == form }?.dates ?? program.period
    let first = since ?? own.lowerBound
    let last = to ?? min(own.upperBound, max(today, first))
    guard first <= last else { throw .accounts(.isBackwards(first, last)) }
    return first...last
  }

  /// - Throws: `Refusal` for a day after today.
  func past(_ day: Day?) throws(Refusal) -> Day {
    let day = day ?? today
    guard day <= today else { throw .recording(.isToCome(day, today: today)) }
    return day
  }
}

extension Office {
  /// The record as it is counted; `instant`: now.
  package func books(
    at instant: Instant, recordedBy day: Day? = nil
  ) throws(Refusal) -> Books {
    try Books(standing(at: instant), recordedBy: day)
  }

  /// The same, with a record begun where there is none: counts and problems need no plan.
  package func begunBooks(at instant: Instant) throws(Refusal) -> Books {
    let (reading, program) = try workspace()
    return try Books(begun(reading, Agenda(program), at: instant))
  }

  /// With a record, which is begun if there is none, and keeps the ids that names have.
  func begun(
    _ reading: WorkspaceReading, _ agenda: Agenda, at instant: Instant
  ) throws(Refusal) -> Standing {
    let record = try openOrCreateRecord(of: agenda.program.id)
    try Refusal.wrapping { try record.keep(reading.newIDs) }
    return try Standing(self, reading, agenda, record, at: instant)
  }
}

extension Program {
  /// Everybody who has numbers of their own, with what people call them.
  var namedOwners: [NamingReason.Choice] {
    owners.map { NamingReason.Choice(id: $0.text, name: name(ofOwner: $0)) }
  }
}
