import Drills
import Office
import Record
import Reports
import Workspace

/// The record as it is counted: what stands, who is who, and what each counter comes to.
struct Books {
  let session: Session
  let record: Record
  let accounts: Accounts
  let counters: CounterTable
  /// The published plan's; the workspace's while there is no plan.
  let program: Program
  let published: PublishedPlan?
  let instant: Int

  /// Of what was recorded by the end of `day`; without it of everything.
  init(_ session: Session, at instant: Int, recordedBy day: Day? = nil) throws {
    self.session = session
    self.instant = instant
    guard let record = try session.existingRecord() else {
      throw Failure(.noInput, Phrases.noPlanYet(session.folder))
    }
    self.record = record
    published =
      try record.latestRevision() == nil ? nil : PublishedPlan(session, record)
    program = published?.agenda.program ?? session.program
    var accounts = try record.accounts()
    if let day { accounts = accounts.recorded(by: day, in: program.zone) }
    self.accounts = accounts
    counters = CounterTable(Line.official + program.lines)
  }

  /// Made anew each time: the status, which must be quick, counts nothing.
  func ledger() -> Ledger { Ledger(accounts, in: program, counters: counters) }

  var today: Day { program.zone.moment(at: instant).day }

  func view(on day: Day? = nil) throws -> PlanView {
    guard let published else { throw Failure(.noInput, Phrases.noPlanYet(session.folder)) }
    let now = program.zone.moment(at: instant)
    return PlanView(
      agenda: published.agenda, revision: published.revision,
      completions: accounts.completionLists, decisions: try published.decisions(),
      now: day.map { $0 == now.day ? now : Moment(day: $0, minute: 1439) } ?? now)
  }

  /// A community, a department or the organizer.
  func owner(_ id: String) throws(Failure) -> String {
    guard program.owners.contains(id) else {
      throw Failure(.noInput, Phrases.unknown(id, among: program.namedOwners))
    }
    return id
  }

  func form(_ name: String) throws(Failure) -> Form {
    let forms = session.reading.forms
    guard let template = forms.first(where: { $0.name == name }) else {
      throw Failure(.noInput, Phrases.unknown(name, among: forms.map(\.name)))
    }
    do throws(Form.Mistake) {
      return try Form(template, counters: counters)
    } catch {
      throw Failure(.badData, error.text(in: Phrases.language))
    }
  }

  /// The days that a form counts: its own, up to today.
  func days(of form: String, since: Day?, to: Day?) throws(Failure) -> ClosedRange<Day> {
    let own = session.program.forms.first { $0.name == form }?.dates ?? program.period
    let first = since ?? own.lowerBound
    let last = to ?? min(own.upperBound, max(today, first))
    guard first <= last else { throw Failure(.usage, Phrases.backwards(first, last)) }
    return first...last
  }
}

extension Program {
  /// Everybody who has numbers of their own, with what people call them.
  var namedOwners: [(id: String, name: String)] { owners.map { ($0, name(ofOwner: $0)) } }
}
