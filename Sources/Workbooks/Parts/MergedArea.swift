/// Cells that are shown as one.
struct MergedArea: Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  var isMerged: Bool { rows.count > 1 || columns.count > 1 }

  /// `B2:C5`; nothing for what is no area.
  init?(_ reference: String) {
    let parts = reference.split(separator: ":", omittingEmptySubsequences: false)
    let ends = parts.compactMap { CellAddress($0) }
    guard let first = ends.first, let last = ends.last, ends.count == parts.count,
      ends.count <= 2, first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}

/// Gives every cell of a merged area the value of its first one.
struct MergedCells {
  private struct Open {
    let area: MergedArea
    /// Its columns, as far as the sheet is filled.
    let columns: ClosedRange<Int>
    let value: CellValue
  }

  /// By their first rows.
  private var areas: [MergedArea]
  private var next = 0
  /// Those that reach the present row, by their columns.
  private var open: [Open] = []

  init(_ areas: [MergedArea]) {
    self.areas = areas.sorted { $0.rows.lowerBound < $1.rows.lowerBound }
  }

  /// The rows with what merged areas give them; those that have nothing else are none.
  ///
  /// - Throws: `damaged` if two areas overlap, which no program writes.
  static func spread(
    _ areas: [MergedArea], over rows: [Worksheet.Row], of part: String
  ) throws(WorkbookError.Reason) -> [Worksheet.Row] {
    guard !areas.isEmpty else { return rows }
    var merged = MergedCells(areas)
    let width = rows.lazy.compactMap { $0.cells.last?.column }.max() ?? 0
    var result: [Worksheet.Row] = []
    var count = 0
    for row in rows {
      guard merged.step(to: row, width: width) else { throw .damaged(part: part) }
      guard let row = merged.spread(over: row) else { continue }
      count += row.cells.count
      guard count <= WorkbookLimits.cells else {
        throw .tooManyCells(most: WorkbookLimits.cells)
      }
      result.append(row)
    }
    return result
  }

  /// Opens the areas that begin in the row, and closes those that ended; false if two overlap.
  private mutating func step(to row: Worksheet.Row, width: Int) -> Bool {
    open.removeAll { $0.area.rows.upperBound < row.number }
    let before = open.count
    while next < areas.count, areas[next].rows.lowerBound <= row.number {
      let area = areas[next]
      next += 1
      // One that begins in a row without cells has no value to give.
      guard area.rows.lowerBound == row.number, area.columns.lowerBound <= width,
        let first = row.cell(in: area.columns.lowerBound)
      else { continue }
      let columns = area.columns.lowerBound...min(area.columns.upperBound, width)
      open.append(Open(area: area, columns: columns, value: first.value))
    }
    guard open.count > before else { return true }
    open.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    return zip(open, open.dropFirst()).allSatisfy {
      $0.columns.upperBound < $1.columns.lowerBound
    }
  }

  private func spread(over row: Worksheet.Row) -> Worksheet.Row? {
    guard !open.isEmpty else { return row }
    var cells: [Worksheet.Cell] = []
    var own = row.cells[...]
    var isOwn = false
    for area in open {
      let before = own.prefix { $0.column < area.columns.lowerBound }
      cells += before
      own = own.dropFirst(before.count).drop { $0.column <= area.columns.upperBound }
      isOwn = isOwn || !before.isEmpty || area.area.rows.lowerBound == row.number
      for column in area.columns {
        let isFirst =
          area.area.rows.lowerBound == row.number && column == area.columns.lowerBound
        cells.append(Worksheet.Cell(column: column, value: area.value, isCopy: !isFirst))
      }
    }
    guard isOwn || !own.isEmpty else { return nil }
    var result = row
    result.cells = cells + own
    return result
  }
}

extension Worksheet.Row {
  /// The filled cell of a column, by halving: a row may have thousands of areas.
  fileprivate func cell(in column: Int) -> Worksheet.Cell? {
    var bounds = 0..<cells.count
    while !bounds.isEmpty {
      let middle = bounds.lowerBound + bounds.count / 2
      if cells[middle].column == column { return cells[middle] }
      bounds =
        cells[middle].column < column
        ? middle + 1..<bounds.upperBound : bounds.lowerBound..<middle
    }
    return nil
  }
}
