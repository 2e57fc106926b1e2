import SourceText
import Drills
import Foundation
import Reports
import Workspace

extension DoneSheet {
  /// Reads the cells of one row after the other.
  struct RowReader {
    private let columns: [Column: Int]
    private(set) var mistakes = 0

    init(_ header: [Sheet.Cell]) throws(Failure) {
      var columns: [Column: Int] = [:]
      for (index, cell) in header.enumerated() where !cell.text.isEmpty {
        let name = cell.text.lowercased()
        guard
          let column = Column.allCases.first(where: { $0.rawValue == name || $0.chinese == name })
        else {
          throw Failure(
            .badData,
            Phrases.unknownColumn(cell, among: Column.allCases.map { ($0.rawValue, $0.chinese) }))
        }
        columns[column] = index
      }
      guard columns[.id] != nil else {
        throw Failure(.badData, Phrases.noColumn(header.first?.position, Column.id.rawValue))
      }
      self.columns = columns
    }

    /// Nothing for a row that was left blank, and for one with a mistake, which is told.
    mutating func row(_ cells: [Sheet.Cell]) -> Row? {
      let isFilled = columns.contains { column, index in
        !column.isGiven && cells.indices.contains(index) && !cells[index].text.isEmpty
      }
      guard isFilled, let position = cells.first?.position else { return nil }
      let before = mistakes
      let id = text(.id, cells)
      if id.isEmpty { complain(at: position, Phrases.rowWithoutID) }
      let fields = fields(cells)
      return mistakes == before ? Row(id: id, position: position, fields: fields) : nil
    }

    private mutating func fields(_ cells: [Sheet.Cell]) -> CompletionFields {
      var fields = CompletionFields()
      fields.people = number(.people, cells)
      fields.days = value(.on, cells) { DaysOption(argument: $0)?.days }
      fields.start = value(.start, cells) { ClockOption(argument: $0)?.minute }
      fields.minutes = number(.minutes, cells)
      fields.residents = number(.residents, cells)
      fields.assisted = number(.assisted, cells)
      fields.evacuationSeconds = value(.evacuatedIn, cells) {
        DurationOption(argument: $0)?.seconds
      }
      fields.headcountSeconds = value(.headcountIn, cells) {
        DurationOption(argument: $0)?.seconds
      }
      fields.mode = value(.mode, cells) { ModeOption(argument: $0)?.mode }
      fields.weather = text(.weather, cells)
      fields.observers = text(.observers, cells)
      fields.counts = list(.count, cells) { AssignmentOption(argument: $0) }
      fields.partners = list(.with, cells) { AssignmentOption(argument: $0) }
      fields.problems = list(.problem, cells) { $0 }
      fields.mender = text(.owner, cells)
      fields.mendBy = value(.mendBy, cells) { try? DateReader().day($0) }
      fields.files = list(.file, cells) { $0 }
      fields.note = text(.note, cells)
      fields.isConfirmed =
        value(.confirm, cells) {
          ["是": true, "yes": true, "否": false, "no": false][$0.lowercased()]
        }
        ?? false
      return fields
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
      complain(
        at: cells[index].position, Phrases.unreadableCell(text, column.chinese, column.rawValue))
      return nil
    }

    private mutating func number(_ column: Column, _ cells: [Sheet.Cell]) -> Int? {
      value(column, cells) { text in
        let most = 0...Most.people
        return column == .minutes
          ? try? readMinuteCount(text, in: most) : try? readInteger(text, in: most, of: .people)
      }
    }

    private mutating func list<Value>(
      _ column: Column, _ cells: [Sheet.Cell], _ read: (String) -> Value?
    ) -> [Value] {
      let items = text(column, cells).split { ";；\n".contains($0) }
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      return items.compactMap { item in
        if let value = read(item) { return value }
        if let index = columns[column] {
          complain(
            at: cells[index].position, Phrases.unreadableCell(item, column.chinese, column.rawValue)
          )
        }
        return nil
      }
    }

    private mutating func complain(at position: SourcePosition, _ message: String) {
      mistakes += 1
      Terminal.warn("\(Phrases.errorMark)\(position): \(message)")
    }
  }
}
