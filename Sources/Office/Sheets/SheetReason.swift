package import Drills
package import SourceText
package import Workspace

/// Why a sheet that a person filled in is not taken.
package enum SheetReason: Hashable, Sendable {
  /// A column's name in either language.
  package struct Column: Hashable, Sendable {
    package let english: String
    package let chinese: String

    package init(english: String, chinese: String) {
      self.english = english
      self.chinese = chinese
    }
  }

  /// Every mistake, each with words of its own.
  case mistakes([SheetMistake])
  /// The path.
  case nothingFilledIn(String)
  case unknownColumn(String, at: SourcePosition, among: [Column])
  case noColumn(Column, at: SourcePosition?)
  /// A column for nobody of the office.
  case unknownOwner(NamingReason, at: SourcePosition)
  /// Two columns for one owner.
  case ownerTwice(OwnerID, at: SourcePosition)

  package var kind: Refusal.Kind { .badData }
}

/// What is wrong in one place of a sheet.
package enum SheetMistake: Hashable, Sendable {
  /// Of the file as text and cells.
  case file(WorkspaceError)
  case noID(at: SourcePosition)
  /// A cell that says nothing that its column could hold.
  case unreadable(String, SheetReason.Column, at: SourcePosition)
  case notACount(String, at: SourcePosition)
  /// A row that says otherwise than an earlier one of the same thing.
  case contradicts(DutyID, earlier: SourcePosition, at: SourcePosition)
  /// What a row says is refused.
  case refused(Refusal, at: SourcePosition)
}
