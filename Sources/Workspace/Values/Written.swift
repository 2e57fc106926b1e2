import SourceText

/// A piece of text as the planner wrote it, and where.
struct Written: Hashable {
  var text: String
  var position: SourcePosition

  /// The items of a list inside a cell.
  var items: [Written] {
    text.listItems.map { Written(text: $0, position: position) }
  }
}
