/// The filled cells of one sheet.
package struct Worksheet: Sendable {
  package struct Row: Sendable {
    /// From 1.
    package let number: Int
    /// Not shown, by hand or by a filter.
    package let isHidden: Bool
    /// In order of columns.
    package internal(set) var cells: [Cell]
  }

  package struct Cell: Hashable, Sendable {
    /// From 1.
    package let column: Int
    package let value: CellValue
    /// Whether the value stands in the first cell of a merged area, of which this is another.
    package let isCopy: Bool
  }

  /// Those with a filled cell of their own, in order.
  package let rows: [Row]
}
