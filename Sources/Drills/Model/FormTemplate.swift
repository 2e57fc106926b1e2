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
