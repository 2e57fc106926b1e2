import SourceText

/// One cell of a table, as it reads without its quotes.
struct Cell {
  var text: String
  var position: SourcePosition
  /// Why nothing can be read there; then the text is empty.
  var trouble: WorkspaceError.WorkbookMistake?
  /// Whether the text stands in the first cell of a merged area, of which this is another.
  var isCopy = false

  var isFilled: Bool { !text.isEmpty || trouble != nil }
}

/// What hands out the rows of a table, one after the other; rows without a filled cell are none.
protocol TableRows {
  /// The next row; nothing at the end.
  mutating func next() -> [Cell]?

  /// Whether what follows could not be read.
  var isCutShort: Bool { get }
}
