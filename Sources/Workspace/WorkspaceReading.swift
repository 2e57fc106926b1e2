package import Drills

/// What a workspace holds, and what is wrong with it.
package struct WorkspaceReading: Sendable {
  /// Nothing if there is any error.
  package var program: Program?
  /// Sorted by file and position.
  package var errors: [WorkspaceError] = []
  /// Sorted by file and position; they stop nothing.
  package var warnings: [WorkspaceError] = []
  /// Every file that was read, as it was, sorted by path.
  package var files: [WorkspaceFile] = []
  /// The forms with blanks to fill, sorted by path.
  package var forms: [FormTemplate] = []

  /// The rows and areas whose ids were made of their names, in file order.
  package var rowIDs: [RowID] = []

  /// Ids that no record has yet.
  package var newIDs: [GivenID] { rowIDs.filter(\.isNew).map(\.given) }

  package init() {}
}
