import Drills
import Foundation
import SourceText
import Workspace

extension DoneSheet {
  /// Reads the cells of one row after the other.
  struct RowReader {
    private let columns: [Column: Int]
    private let today: Day?
    private(set) var mistakes: [SheetMistake] = []

    init(_ header: [Sheet.Cell], today: Day?) throws(Refusal) {
      self.today = today
      var columns: [Column: Int] = [:]
      for (index, cell) in header.enumerated() where !cell.text.isEmpty {
        let name = cell.text.tight
        guard
          let column = Column.allCases.first(where: {
            [$0.rawValue, $0.chinese.tight, $0.formerName].contains(name)
          })
        else {
          if Sheet.isSilent(column: cell.text) { continue }
          throw .sheet(
            .unknownColumn(cell.text, at: cell.position, among: Column.allCases.map(\.names)))
        }
        columns[column] = index
      }
      guard columns[.id] != nil else {
        throw .sheet(.noColumn(Column.id.names, at: header.first?.position))
      }
      self.columns = columns
    }

    /// Nothing for a row that was left blank, and for one with a mistake, which is told.
    mutating func row(_ cells: [Sheet.Cell]) -> Row? {
      let isFilled = columns.contains { column, index in
        cells.indices.contains(index) && !cells[index].text.isEmpty
          && !column.isAsGiven(cells[index].text)
      }
      guard isFilled, let position = cells.first?.position else { return nil }
      let before = mistakes.count
      let id = text(.id, cells)
      if id.isEmpty { mistakes.append(.noID(at: position)) }
      let report = report(cells)
      return mistakes.count == before ? Row(id: id, position: position, report: report) : nil
    }

    private mutating func report(_ cells: [Sheet.Cell]) -> CompletionReport {
      var report = CompletionReport()
      report.people = number(.people, cells)
      let dates = dates(in: cells)
      report.days = read(.on, cells, dates.days)
      report.start = read(.start, cells, readClock)
      report.minutes = number(.minutes, cells)
      report.residents = number(.residents, cells)
      report.assisted = number(.assisted, cells)
      report.evacuationSeconds = read(.evacuatedIn, cells, readSeconds)
      report.headcountSeconds = read(.headcountIn, cells, readSeconds)
      report.mode = read(.mode, cells, Requirement.Mode.init(written:))
      report.weather = text(.weather, cells)
      report.observers = text(.observers, cells)
      report.counts = list(.count, cells) { Assignment(written: $0) }
      report.partners = list(.with, cells) { Assignment(written: $0) }
      report.problems = list(.problem, cells) { $0 }
      report.mender = text(.mender, cells)
      report.mendBy = read(.mendBy, cells, dates.day)
      report.files = list(.file, cells) { $0 }
      report.note = text(.note, cells)
      report.isConfirmed =
        value(.confirm, cells) {
          ["是": true, "yes": true, "否": false, "no": false][$0.lowercased()]
        }
        ?? false
      return report
    }

    private func text(_ column: Column, _ cells: [Sheet.Cell]) -> String {
      guard let index = columns[column], cells.indices.contains(index) else { return "" }
      return cells[index].text
    }

    private mutating func value<Value>(
      _ column: Column, _ cells: [Sheet.Cell], _ read: (String) -> Value?
    ) -> Value? {
      let text = text(column, cells)
      guard !text.isEmpty, let index = columns[column] else { return nil }
      if let value = read(text) { return value }
      mistakes.append(.unreadable(text, column.names, at: cells[index].position))
      return nil
    }

    /// As `value`, told in the words that tables have for what cannot be read.
    private mutating func read<Value>(
      _ column: Column, _ cells: [Sheet.Cell],
      _ read: (String) throws(WorkspaceError.Reason) -> Value
    ) -> Value? {
      let text = text(column, cells)
      guard !text.isEmpty, let index = columns[column] else { return nil }
      do {
        return try read(text)
      } catch {
        mistakes.append(.file(WorkspaceError(error, at: cells[index].position)))
        return nil
      }
    }

    /// A date without a year is near the planned one, if that stands in the row, else near today.
    private func dates(in cells: [Sheet.Cell]) -> DateReader {
      let planned = try? DateReader().days(text(.planned, cells))
      return DateReader(period: planned ?? today.map { $0...$0 })
    }

    private mutating func number(_ column: Column, _ cells: [Sheet.Cell]) -> Int? {
      read(column, cells) { text throws(WorkspaceError.Reason) in
        let most = 0...Most.people
        return column == .minutes
          ? try readMinuteCount(text, in: most) : try readInteger(text, in: most, of: .people)
      }
    }

    private mutating func list<Value>(
      _ column: Column, _ cells: [Sheet.Cell], _ read: (String) -> Value?
    ) -> [Value] {
      let items = DoneSheet.items(of: text(column, cells))
        .filter { column != .with || !DoneSheet.isUnanswered($0) }
      return items.compactMap { item in
        if let value = read(item) { return value }
        if let index = columns[column] {
          mistakes.append(.unreadable(item, column.names, at: cells[index].position))
        }
        return nil
      }
    }
  }
}
