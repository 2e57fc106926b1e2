package import Drills
package import Workspace

extension Office {
  /// What the planner wrote, read anew.
  ///
  /// - Throws: `Refusal` with every mistake that stands in it.
  package func workspace() throws(Refusal) -> (reading: WorkspaceReading, program: Program) {
    let reading = WorkspaceReader(folder: folder).read()
    guard let program = reading.program else {
      throw Refusal(.workspace(reading.errors, warnings: reading.warnings))
    }
    return (reading, program)
  }
}
