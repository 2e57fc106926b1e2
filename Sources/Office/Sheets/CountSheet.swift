package import Drills
package import Reports
package import Workspace

/// The table, a CSV or a workbook, with a row for each blank of a form and a column for each community and department.
package struct CountSheet: Sendable {
  package struct Entry: Hashable, Sendable {
    package let counter: Counter
    package let owner: OwnerID
    package let amount: Int

    init(counter: Counter, owner: OwnerID, amount: Int) {
      self.counter = counter
      self.owner = owner
      self.amount = amount
    }
  }

  /// Every cell that holds a number.
  package let entries: [Entry]
  /// What a person should know of the file though it is read.
  package let warnings: [WorkspaceError]

  private static let words = [
    SheetReason.Column(english: "counter", chinese: "计数项"),
    SheetReason.Column(english: "in the form", chinese: "内容"),
    SheetReason.Column(english: "unit", chinese: "单位"),
  ]

  /// - Throws: `Refusal` with every mistake and its place.
  package init(path: String, in books: Books) throws(Refusal) {
    let program = books.program
    let owners = program.owners.map {
      SheetReason.Column(english: $0.text, chinese: program.name(ofOwner: $0))
    }
    let sheet = try FilledSheet.read(path, known: Self.words + owners)
    warnings = sheet.warnings
    guard let header = sheet.rows.first else {
      entries = []
      return
    }
    var reader = CountSheetReader(books, owners: try Self.columns(header, of: books))
    for row in sheet.rows.dropFirst() { reader.read(row) }
    guard reader.mistakes.isEmpty else { throw .sheet(.mistakes(reader.mistakes)) }
    guard !reader.entries.isEmpty else { throw .sheet(.nothingFilledIn(path)) }
    entries = reader.entries
  }

  package static func form(
    _ form: Form, in books: Books, in language: Language
  ) -> String {
    let words = form.words
    let owners = books.program.owners
    var rows = [
      Self.words.map { language($0.chinese, $0.english) }
        + owners.map { header($0, in: books.program) }
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
  private static func header(_ owner: OwnerID, in program: Program) -> String {
    let name = program.name(ofOwner: owner)
    let isUnique = program.owners.count { program.name(ofOwner: $0) == name } == 1
    return isUnique && !CSVText.isFormula(name) ? name : owner.text
  }

  /// The owner of each column that has one.
  private static func columns(
    _ header: [Sheet.Cell], of books: Books
  ) throws(Refusal) -> [Int: OwnerID] {
    let program = books.program
    var owners: [Int: OwnerID] = [:]
    let choices = program.namedOwners
    for (index, cell) in header.enumerated() where index > 0 && !cell.text.isEmpty {
      if words.contains(where: { [$0.english, $0.chinese].contains(cell.text) }) { continue }
      let owner: OwnerID
      do throws(Refusal) {
        if let id = try choices.named(cell.text, as: .community) {
          owner = OwnerID(id)
        } else if Sheet.isSilent(column: cell.text) {
          continue
        } else {
          throw .naming(.notAnID(.community, cell.text, among: choices))
        }
      } catch {
        guard case .naming(let reason) = error.reason else { throw error }
        throw .sheet(.unknownOwner(reason, at: cell.position))
      }
      guard !owners.values.contains(owner) else {
        throw .sheet(.ownerTwice(owner, at: cell.position))
      }
      owners[index] = owner
    }
    return owners
  }
}

/// Reads the cells of one row after the other.
private struct CountSheetReader {
  private let counters: CounterTable
  private let owners: [Int: OwnerID]
  private var seen: Set<Counter> = []
  private(set) var entries: [CountSheet.Entry] = []
  private(set) var mistakes: [SheetMistake] = []

  init(_ books: Books, owners: [Int: OwnerID]) {
    counters = books.counters
    self.owners = owners
  }

  mutating func read(_ row: [Sheet.Cell]) {
    guard let first = row.first else { return }
    guard let counter = counters.counter(first.text) else {
      mistakes.append(
        .refused(.recording(.noCounter(first.text, in: counters)), at: first.position))
      return
    }
    guard seen.insert(counter).inserted else {
      mistakes.append(.refused(.recording(.countedTwice(counter)), at: first.position))
      return
    }
    for (index, cell) in row.enumerated() where !cell.text.isEmpty {
      guard let owner = owners[index] else { continue }
      guard let amount = amount(cell.text, of: counter) else {
        mistakes.append(.notACount(cell.text, at: cell.position))
        continue
      }
      entries.append(CountSheet.Entry(counter: counter, owner: owner, amount: amount))
    }
  }

  /// As people write numbers, with the counter's measure word behind it or without.
  private func amount(_ text: String, of counter: Counter) -> Int? {
    let measure = counters.unit(of: counter)?.measure ?? ""
    let plain = text.halfWidth.trimmed
    let isMeasured = !measure.isEmpty && plain.hasSuffix(measure)
    let number = isMeasured ? String(plain.dropLast(measure.count)) : plain
    return try? readInteger(number, in: 0...Count.most, of: .people)
  }
}
