extension Page {
  /// The tables one under the other, each under its title.
  package var csv: CSVText {
    var rows: [[String]] = [[title], [period]]
    for table in tables {
      rows += [[], [table.title], table.header]
      rows += table.rows.map { $0.map(\.text) }
    }
    return CSVText(rows)
  }
}
