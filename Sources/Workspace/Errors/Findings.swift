import SourceText

/// Collects what one run finds wrong.
final class Findings {
  private(set) var errors: [WorkspaceError] = []
  private(set) var warnings: [WorkspaceError] = []

  func report(_ reason: WorkspaceError.Reason, at position: SourcePosition) {
    errors.append(WorkspaceError(reason, at: position))
  }

  func warn(of reason: WorkspaceError.Reason, at position: SourcePosition) {
    warnings.append(WorkspaceError(reason, at: position))
  }

  /// What `read` makes of the text; what it throws is reported where the text stands.
  func value<Value>(
    of written: Written, _ read: (String) throws(WorkspaceError.Reason) -> Value
  ) -> Value? {
    do {
      return try read(written.text)
    } catch {
      report(error, at: written.position)
      return nil
    }
  }
}
