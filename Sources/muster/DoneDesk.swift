import Drills
import Office
import Record
import Workspace

/// A workspace's record as `done` and `undo` read it: without the workspace, which takes longer.
///
/// What was done does not depend on what the planner is writing now, so mistakes in it stop nothing
/// here. Only the plan's id is looked at, for a record that was copied from elsewhere.
struct DoneDesk {
  let folder: String
  let record: Record
  let register: Register

  init(folder: String) throws {
    self.folder = folder
    guard let id = WorkspaceReader(folder: folder).planID(),
      let record = try Record.open(Session.recordPath(in: folder), plan: id),
      let register = try record.register()
    else {
      // It tells what is wrong with the workspace, if anything is.
      _ = try Session(folder: folder, tellsWarnings: false)
      throw Failure(.noInput, Phrases.noPlanYet(folder))
    }
    self.record = record
    self.register = register
  }

  /// Brings the feeds in line with the record, after the answer: it takes longer than all before.
  func publish(at instant: Int) throws {
    guard let session = Session(sound: folder) else {
      // The planner is in the midst of it: the feeds are those of the workspace as it was.
      if let revision = try record.latestRevision() {
        try PublishedPlan(folder: folder, record: record, revision: revision).publish(at: instant)
      }
      return
    }
    let published = try PublishedPlan(session, record)
    try published.tellWhatNoLongerHolds(session, at: instant)
    try published.publish(at: instant)
  }
}
