import Drills
import Office
import Record
import Reports

/// What a decision is taken in the face of: the workspace as it is, what is published, and what was
/// decided and done by now.
struct Desk {
  let session: Session
  let record: Record
  let published: PublishedPlan
  /// What stood in the record when all this was read.
  let token: Record.Token
  let completions: [String: Completion]
  /// Seconds since 1970.
  let instant: Int
  /// In the order decided; those that are only tried come last.
  private(set) var decisions: [Decision]

  init(_ session: Session, at instant: Int) throws {
    self.session = session
    self.instant = instant
    guard let record = try session.existingRecord() else {
      throw Failure(.noInput, Phrases.noPlanYet(session.folder))
    }
    self.record = record
    // First: what comes in between makes the token old.
    token = try record.token()
    decisions = try record.decisions()
    published = try PublishedPlan(session, record)
    completions = try record.standingCompletionLists().compactMapValues(\.last)
  }

  var program: Program { session.program }
  var agenda: Agenda { session.agenda }
  var now: Moment { program.zone.moment(at: instant) }
  var standing: StandingDecisions { StandingDecisions(decisions) }

  /// The published placements of what is not called off.
  var placements: [String: Placement] { published.revision.plan.placements }

  var circumstances: Circumstances {
    Circumstances(
      agenda: agenda, published: placements, completions: completions, decisions: standing,
      now: now)
  }

  /// As if these had been decided too.
  func trying(_ decisions: ArraySlice<Decision>) -> Desk {
    var desk = self
    desk.decisions += decisions
    return desk
  }

  /// The activity that a person means: by what `show` printed, or in the workspace as it is now.
  func activity(_ text: String) throws -> Activity {
    let id: String
    do {
      guard let register = try record.register() else {
        throw Failure(.noInput, Phrases.noPlanYet(session.folder))
      }
      id = try Identifier(in: register).duty(text).id
    } catch let error as Refusal {
      guard published.isWorkspaceNewer, let activity = agenda.activities[text] else { throw error }
      return activity
    }
    guard let activity = agenda.activities[id] else {
      let isActivity = published.agenda.activities[id] != nil
      throw Failure(
        isActivity ? .no : .usage,
        isActivity ? Phrases.noLongerAsked(id) : Phrases.notAnActivity(id))
    }
    return activity
  }
}
