import SourceText

/// Collects what one run finds wrong.
final class Findings {
  /// What is kept; the rest is only counted, since nobody reads it and a file may hold millions.
  private static let most = 10_000

  private(set) var errors: [WorkspaceError] = []
  private(set) var warnings: [WorkspaceError] = []
  private(set) var moreErrors = 0
  private(set) var moreWarnings = 0
  /// Comparisons that may still be made in search of near matches.
  private var comparisonsLeft = 2_000_000

  func report(_ reason: WorkspaceError.Reason, at position: SourcePosition) {
    guard errors.count < Self.most else {
      moreErrors += 1
      return
    }
    errors.append(WorkspaceError(reason, at: position))
  }

  func warn(of reason: WorkspaceError.Reason, at position: SourcePosition) {
    guard warnings.count < Self.most else {
      moreWarnings += 1
      return
    }
    warnings.append(WorkspaceError(reason, at: position))
  }

  /// As `nearest`, as long as so many searches have not been made that they would take seconds.
  func near(_ text: String, among candidates: some Collection<String>) -> String? {
    guard comparisonsLeft >= candidates.count else { return nil }
    comparisonsLeft -= candidates.count
    return nearest(to: text, among: candidates)
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
