import Drills
import Foundation
import Reports
import Workspace

/// The CSV with a row for each blank of a form and a column for each community and department.
struct CountSheet {
  struct Entry {
    let counter: Counter
    let owner: String
    let amount: Int
  }

  private let books: Books

  init(_ books: Books) { self.books = books }

  func form(_ form: Form) -> String {
    let say = Phrases.language
    let words = form.words
    let owners = books.program.owners
    var rows = [
      [say("计数项", "counter"), say("内容", "in the form"), say("单位", "unit")]
        + owners.map(header)
    ]
    for counter in form.counters {
      rows.append(
        [
          counter.description, words[counter] ?? "",
          books.counters.unit(of: counter)?.measure ?? "",
        ] + Array(repeating: "", count: owners.count))
    }
    return CSVText(rows).marked
  }

  /// The name if nobody else has it, else the id.
  private func header(_ owner: String) -> String {
    let name = books.program.name(ofOwner: owner)
    let isUnique = books.program.owners.count { books.program.name(ofOwner: $0) == name } == 1
    return isUnique && !CSVText.isFormula(name) ? name : owner
  }

  /// Every cell that holds a number; every mistake is told with its place.
  func read(_ path: String) throws(Failure) -> [Entry] {
    let rows = try FilledSheet.read(path)
    guard let header = rows.first else { return [] }
    let owners = try columns(header)
    var entries: [Entry] = []
    var mistakes = 0
    func complain(_ cell: Sheet.Cell, _ message: String) {
      mistakes += 1
      Terminal.warn("\(Phrases.errorMark)\(cell.position): \(message)")
    }
    var seen: Set<Counter> = []
    for row in rows.dropFirst() {
      guard let first = row.first else { continue }
      guard let counter = books.counters.counter(first.text) else {
        complain(first, Phrases.unknownCounter(first.text, books.counters, []))
        continue
      }
      guard seen.insert(counter).inserted else {
        complain(first, Phrases.twiceCounted(counter))
        continue
      }
      for (index, cell) in row.enumerated() where !cell.text.isEmpty {
        guard let owner = owners[index] else { continue }
        let plain = cell.text.filter { $0 != "," }
        guard plain.allSatisfy({ $0.isASCII && $0.isNumber }), plain.count < 10,
          let amount = Int(plain)
        else {
          complain(cell, Phrases.notACount(cell.text))
          continue
        }
        entries.append(Entry(counter: counter, owner: owner, amount: amount))
      }
    }
    guard mistakes == 0 else { throw Failure(.badData, Phrases.badRows(mistakes)) }
    guard !entries.isEmpty else { throw Failure(.badData, Phrases.nothingFilledIn(path)) }
    return entries
  }

  private func columns(_ header: [Sheet.Cell]) throws(Failure) -> [Int: String] {
    var owners: [Int: String] = [:]
    for (index, cell) in header.enumerated() where index > 0 && !cell.text.isEmpty {
      if ["内容", "in the form", "单位", "unit"].contains(cell.text) { continue }
      let owner = books.program.owners.first {
        $0 == cell.text || self.header($0) == cell.text
      }
      guard let owner else {
        throw Failure(
          .badData,
          "\(cell.position): " + Phrases.unknown(cell.text, among: books.program.namedOwners))
      }
      guard !owners.values.contains(owner) else {
        throw Failure(.badData, "\(cell.position): " + Phrases.ownerTwice(owner))
      }
      owners[index] = owner
    }
    return owners
  }
}
