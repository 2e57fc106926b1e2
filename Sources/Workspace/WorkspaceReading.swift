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

  package init() {}
}

/// A file of `forms/`, whose blanks a report fills.
package struct FormTemplate: Hashable, Sendable {
  package enum Format: String, CaseIterable, Sendable {
    case markdown = "md"
    case html
  }

  /// The file's name without its extension, such as 附件1.
  package var name: String
  package var path: String
  package var format: Format
  package var text: String

  package init(name: String, path: String, format: Format, text: String) {
    self.name = name
    self.path = path
    self.format = format
    self.text = text
  }
}
