package import SourceText
package import Drills

/// A mistake in the workspace, and where it stands.
package struct WorkspaceError: Error, Hashable, Sendable {
  package let reason: Reason
  package let position: SourcePosition
  /// How many more cells of the same column it stands in.
  package var repeats = 0

  package init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }

  /// What is wrong, after `file:line:column`, and an indented `Maybe …` if there is something to try.
  package func text(in language: Language) -> String {
    var (wrong, maybe) = reason.wording(in: language)
    if repeats > 0 {
      wrong += language("（这一列还有 \(repeats) 处）", " (and in \(repeats) more of this column)")
    }
    guard let maybe else { return "\(position): \(wrong)" }
    return "\(position): \(wrong)\n  \(language("也许", "Maybe "))\(maybe)"
  }
}

extension WorkspaceError.Reason {
  /// Without a place: what is wrong, and under it what to try.
  package func text(in language: Language) -> String {
    let (wrong, maybe) = wording(in: language)
    guard let maybe else { return wrong }
    return "\(wrong)\n  \(language("也许", "Maybe "))\(maybe)"
  }
}

extension WorkspaceError: CustomStringConvertible {
  package var description: String { text(in: .english) }
}

extension [WorkspaceError] {
  /// What people can still read.
  private static var most: Int { 200 }

  /// Each once, by file and position; at one position in the order found.
  ///
  /// The same in several cells of a column is told once with their number, and after 200 only how
  /// many are left, with the `more` that were not kept.
  func inOrder(more: Int) -> [WorkspaceError] {
    var seen: Set<WorkspaceError> = []
    let sorted = filter { seen.insert($0).inserted }
      .enumerated()
      .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
      .map(\.element)
    var told: [WorkspaceError] = []
    var indices: [Repeated: Int] = [:]
    for error in sorted {
      if let repeated = Repeated(error) {
        if let index = indices[repeated] {
          told[index].repeats += 1
          continue
        }
        indices[repeated] = told.count
      }
      told.append(error)
    }
    guard told.count + more > Self.most, let last = told.dropFirst(Self.most).first ?? told.last
    else { return told }
    let left = told.count - Self.most + more
    return told.prefix(Self.most) + [WorkspaceError(.more(left), at: last.position)]
  }

  /// What makes two mistakes of a table the same.
  private struct Repeated: Hashable {
    let reason: WorkspaceError.Reason
    let file: String
    let sheet: String?
    let column: Int

    init?(_ error: WorkspaceError) {
      guard let cell = error.position.cell else { return nil }
      reason = error.reason
      file = error.position.file
      sheet = error.position.sheet
      column = cell.column
    }
  }
}
