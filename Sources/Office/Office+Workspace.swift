package import Drills
internal import Record
package import Workspace

extension Office {
  /// What the planner wrote, read anew.
  ///
  /// - Throws: `Refusal` with every mistake that stands in it.
  package func workspace() throws(Refusal) -> (reading: WorkspaceReading, program: Program) {
    let given = givenIDs
    let reading = WorkspaceReader(folder: folder, given: (try? given.get()) ?? []).read()
    // Else what has no id of its own would be somebody else from now on.
    if !reading.rowIDs.isEmpty { _ = try given.get() }
    guard let program = reading.program else {
      throw Refusal(.workspace(reading.errors, warnings: reading.warnings))
    }
    return (reading, program)
  }

  /// The ids that the record says names were given.
  private var givenIDs: Result<[GivenID], Refusal> {
    Result { () throws(Refusal) in
      try Refusal.wrapping { try Record.givenIDs(at: recordPath) }
    }
  }
}
