package import Drills
internal import Foundation
internal import Record
internal import Workspace

/// A piece of evidence that a record names, and what lies in the evidence folder of it.
package struct KeptEvidence: Hashable, Sendable {
  package let file: EvidenceFile
  package let state: EvidenceState
}

/// A copy of a record, which holds no evidence: photos are copied as files are.
package struct BackedUp: Sendable {
  /// Of the newest plan; 0 before the first.
  package let revision: Int
  /// By hash.
  package let evidence: [KeptEvidence]
}

/// A record that came back.
package struct Restored: Sendable {
  package let plan: String
  package let revision: Int
  package let evidence: [KeptEvidence]
  /// Files of the workspace that was planned, by their paths in the folder.
  package let workspaceFiles: [String]
  /// The same that lie elsewhere and were not written.
  package let outside: [String]
  /// Why the feeds were not written, if they were not.
  package let feeds: Refusal?
}

extension Office {
  /// Copies the record to a new file, as of one moment, while others write.
  package func backup(to path: String) throws(Refusal) -> BackedUp {
    try refuseOwned(path)
    guard !path.isEmpty, !FileManager.default.fileExists(atPath: path) else {
      throw .publishing(.exists(path))
    }
    let record = try keptRecord()
    try WholeFile.write(to: URL(filePath: path)) { beside throws(Refusal) in
      try Refusal.wrapping { try record.backup(to: beside.path) }
    }
    return BackedUp(
      revision: try Refusal.wrapping { try record.newestRevision() },
      evidence: try keptEvidence(of: record))
  }

  /// Every piece of evidence that the record names.
  package func keptEvidence() throws(Refusal) -> [KeptEvidence] {
    try keptEvidence(of: keptRecord())
  }

  private func keptEvidence(of record: Record) throws(Refusal) -> [KeptEvidence] {
    try Refusal.wrapping { try record.evidence() }
      .map { KeptEvidence(file: $0, state: evidence.state(of: $0)) }
  }

  /// The record, whatever the planner is writing now.
  private func keptRecord() throws(Refusal) -> Record {
    guard let id = WorkspaceReader(folder: folder).planID(), let record = try record(of: id) else {
      // It tells what is wrong with the workspace, if anything is.
      _ = try workspace()
      throw .planning(.noPlanYet(folder: folder))
    }
    return record
  }

  /// Puts a backup into a place where there is no record: a folder with nothing in it, where the
  /// workspace of the newest plan is written too, or that workspace itself.
  ///
  /// Then the feeds are written, as they were when the backup was taken.
  package func restore(from backup: String, at instant: Instant) throws(Refusal) -> Restored {
    try ReadFile.check(backup)
    let isEmpty = try checkPlace()
    let target = URL(filePath: recordPath)
    try WholeFile.write(to: target) { beside throws(Refusal) in
      let plan = try Refusal.wrapping { try Record.restore(from: backup, to: beside.path) }
      if !isEmpty, let own = WorkspaceReader(folder: folder).planID(), own != plan {
        throw .publishing(.anotherWorkspace(folder, plan: own, backup: plan))
      }
    }
    return try Refusal.wrapping { try settle(in: isEmpty, at: instant) }
  }

  private func settle(in isEmpty: Bool, at instant: Instant) throws -> Restored {
    var office = self
    // What was published since the backup was taken is told, and no reason to keep it out.
    office.beginsAnew = true
    let plan = try Record.owner(at: recordPath)
    guard let record = try office.record(of: plan) else {
      throw Refusal.planning(.noPlanYet(folder: folder))
    }
    let newest = try record.newestRevision()
    let files = isEmpty && newest > 0 ? try record.files(of: newest) : []
    let inside = files.filter { Office.isInside($0.path) }
    for file in inside {
      try WholeFile.write(file.bytes, to: URL(filePath: folder).appending(path: file.path))
    }
    var feeds: Refusal?
    do throws(Refusal) {
      if newest > 0 {
        try publish(Refusal.wrapping { try record.savedPlan(newest) }, record, at: instant)
      }
    } catch {
      feeds = error
    }
    return Restored(
      plan: plan, revision: newest, evidence: try keptEvidence(of: record),
      workspaceFiles: inside.map(\.path),
      outside: files.map(\.path).filter { !Office.isInside($0) }, feeds: feeds)
  }

  /// - Returns: Whether there is nothing at all.
  private func checkPlace() throws(Refusal) -> Bool {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    let records = names.filter {
      $0.hasPrefix("muster.sqlite") && !$0.hasPrefix("muster.sqlite.before-")
    }
    guard records.isEmpty else {
      let record = records.contains("muster.sqlite") ? ["muster.sqlite"] : records
      throw .publishing(.placeIsTaken(folder, by: record))
    }
    guard !names.isEmpty, !names.contains("plan.yaml") else { return names.isEmpty }
    throw .publishing(.placeIsTaken(folder, by: Array(names.prefix(5))))
  }

  /// Whether a path that a plan names is in its folder: a backup may come from anywhere, and writes
  /// nowhere else.
  private static func isInside(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
      && !path.hasPrefix("muster.sqlite")
  }
}
