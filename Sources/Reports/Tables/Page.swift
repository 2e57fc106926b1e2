package import Drills

/// A report or a schedule before it is text, HTML, CSV, XLSX or DOCX.
package struct Page: Sendable {
  package enum Cell: Hashable, Sendable {
    case text(String)
    case number(Int)
    /// In thousandths; shown in per cent.
    case share(Int)

    package var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .share(let thousandths): "\(thousandths / 10).\(thousandths % 10)%"
      }
    }
  }
  package struct Table: Sendable {
    package var title: String
    package var header: [String]
    package var rows: [[Cell]]
    /// Of the columns, one to another; empty: as what is in them needs.
    package var widths: [Int] = []

    package init(_ title: String, header: [String], rows: [[Cell]] = []) {
      self.title = title
      self.header = header
      self.rows = rows
    }

    /// Of the columns, one to another: the longest line of each, within bounds.
    var columnWidths: [Int] {
      if !widths.isEmpty { return widths }
      return header.indices.map { column in
        let longest =
          rows.flatMap { row in
            column < row.count
              ? row[column].text.split(separator: "\n").map { String($0).displayWidth } : []
          }.max() ?? 0
        let name = header[column].displayWidth
        return min(48, max(4, longest, name > 10 ? (name + 1) / 2 : name) + 2)
      }
    }

    /// Whether every cell of a column is a number, or empty beside numbers.
    func isNumeric(_ column: Int) -> Bool {
      var hasNumber = false
      for row in rows {
        guard column < row.count else { return false }
        if case .text(let text) = row[column] {
          if !text.isEmpty { return false }
        } else {
          hasNumber = true
        }
      }
      return hasNumber
    }
  }
  package struct Bar: Sendable {
    package var name: String
    package var done: Int
    package var late: Int
    package var whole: Int
  }
  package enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    case table(Table)
    case bars([Bar])
    /// Days with what is held on each, in a month's grid.
    case month(MonthGrid)
  }

  package var title: String
  package var period: String
  /// What else stands under the title: whose it is, the theme, the issuing office and the date.
  package var heads: [String] = []
  /// Whether it lies on its side: its tables have many columns.
  package var isWide = false
  package var language: Language
  package var blocks: [Block] = []

  package init(title: String, period: String, language: Language) {
    self.title = title
    self.period = period
    self.language = language
  }

  package var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// Adds a table if it has any row.
  mutating func add(_ table: Table) {
    if !table.rows.isEmpty { blocks.append(.table(table)) }
  }
}

/// A month as weeks of days, each with what is held.
package struct MonthGrid: Sendable {
  package struct Cell: Sendable {
    /// Nothing outside the month.
    package let day: Day?
    package let lines: [String]
  }
  package let title: String
  package let weekdays: [String]
  package let weeks: [[Cell]]

  /// A grid for each month that holds any of the entries.
  static func grids(of entries: [PlanView.Entry], _ words: Words) -> [MonthGrid] {
    let held = entries.filter { $0.placement != nil && $0.status != .cancelled }
    let byDay = Dictionary(grouping: held) { $0.placement?.day ?? Day(number: 0) }
    let months = Set(byDay.keys.map { $0 + (1 - $0.components.day) }).sorted()
    return months.map { first in
      let (year, month, _) = first.components
      let last = first + (Day.length(ofMonth: month, year: year) - 1)
      var weeks: [[Cell]] = []
      var monday = first + -first.weekday.index
      while monday <= last {
        weeks.append(
          (0..<7).map { offset in
            let day = monday + offset
            guard (first...last).contains(day) else { return Cell(day: nil, lines: []) }
            return Cell(day: day, lines: MonthGrid.lines(byDay[day] ?? []))
          })
        monday = monday + 7
      }
      // Of a month that the plan only touches, the weeks that hold anything.
      let isBusy = weeks.map { $0.contains { !$0.lines.isEmpty } }
      if let first = isBusy.firstIndex(of: true), let last = isBusy.lastIndex(of: true) {
        weeks = Array(weeks[first...last])
      }
      return MonthGrid(
        title: words.month(year: year, month: month),
        weekdays: Weekday.allCases.map(words.weekday), weeks: weeks)
    }
  }

  private static func lines(_ entries: [PlanView.Entry]) -> [String] {
    Dictionary(grouping: entries, by: \.activity.requirement).sorted { $0.key < $1.key }.map {
      let mark = $1.contains { !$0.overrides.isEmpty } ? OverrideMark.short : ""
      let name = mark + ($1.first?.requirement.name ?? "")
      let done = $1.count { $0.status == .done }
      return "\(name.truncated(toWidth: 22)) \(done)/\($1.count)"
    }
  }
}
