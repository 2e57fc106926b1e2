package import SourceText
package import Drills

/// A mistake in the workspace, and where it stands.
package struct WorkspaceError: Error, Hashable, Sendable {
  package let reason: Reason
  package let position: SourcePosition

  package init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }

  /// What is wrong, after `file:line:column`, and an indented `Maybe …` if there is something to try.
  package func text(in language: Language) -> String {
    let (wrong, maybe) = reason.wording(in: language)
    guard let maybe else { return "\(position): \(wrong)" }
    return "\(position): \(wrong)\n  \(language("也许", "Maybe "))\(maybe)"
  }
}

extension WorkspaceError: CustomStringConvertible {
  package var description: String { text(in: .english) }
}
