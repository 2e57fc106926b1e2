import ArgumentParser
import Drills
import Foundation
import Record
import Reports
import Workspace

struct CountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "count", abstract: Phrases.help.countCommand,
      discussion: Phrases.help.countExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.countArgument, valueName: "line.unit=n"))
  var counts: [AssignmentOption] = []
  @Option(help: .init(Phrases.help.countOwner, valueName: "id")) var community: String?
  @Option(name: .customLong("on"), help: .init(Phrases.help.countOn)) var day: Day?
  @Option(help: .init(Phrases.help.countName)) var name = ""
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(help: .init(Phrases.help.note)) var note = ""
  @Option(name: .customLong("form"), help: .init(Phrases.help.countForm, valueName: "name"))
  var form: String?
  @Option(name: .customLong("from"), help: .init(Phrases.help.countFrom, valueName: "sheet.csv"))
  var sheet: String?
  @Flag(help: .init(Phrases.help.totals)) var totals = false

  func validate() throws {
    guard [!counts.isEmpty, form != nil, sheet != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(Phrases.oneOfCount)
    }
    if !counts.isEmpty, community == nil { throw ValidationError(Phrases.countNeedsOwner) }
    if counts.isEmpty, community != nil { throw ValidationError(Phrases.ownerIsInSheet) }
    if totals, sheet == nil { throw ValidationError(Phrases.totalsNeedSheet) }
    if Set(counts.map(\.name)).count < counts.count {
      throw ValidationError(Phrases.countedTwice)
    }
  }

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    _ = try session.openOrCreateRecord()
    let books = try Books(session, at: common.nowInstant)
    if let form {
      Terminal.print([CountSheet(books).form(try books.form(form))])
      return
    }
    let day = day ?? books.today
    guard day <= books.today else {
      throw Failure(.usage, Phrases.futureDay(day, today: books.today))
    }
    try books.record.tellIfClockIsBehind(common.nowInstant)
    if let sheet {
      try take(sheet, on: day, books)
    } else {
      try add(on: day, books)
    }
  }

  private func add(on day: Day, _ books: Books) throws {
    let owner = try books.owner(community ?? "")
    let counters = try counts.map { count throws(Failure) in
      guard let counter = books.counters.counter(count.name) else {
        throw Failure(.usage, Phrases.unknownCounter(count.name, books.counters, []))
      }
      return (counter, count.number)
    }
    let files = try EvidenceFolder(workspace: books.session.folder).keep(file)
    let appended = try books.record.count { _ in
      counters.enumerated().map { index, count in
        var entry = Count(
          counter: count.0, owner: owner, day: day, amount: count.1, recordedBy: author.name,
          recordedAt: common.nowInstant)
        entry.name = name
        entry.note = note
        // One set of files proves the whole command.
        if index == 0 { entry.files = files }
        return entry
      }
    }
    Terminal.print(appended.map { Phrases.counted($0, books.counters, books.program) })
  }

  private func take(_ sheet: String, on day: Day, _ books: Books) throws {
    let cells = try CountSheet(books).read(sheet)
    let appended = try books.record.count { accounts in
      let ledger = Ledger(accounts, in: books.program, counters: books.counters)
      return cells.compactMap { cell in
        var amount = cell.amount
        let isStock = books.counters.unit(of: cell.counter)?.isStock == true
        if totals, !isStock {
          let days = books.countingDays(of: cell.counter, to: day)
          amount -= ledger.value(cell.counter, of: cell.owner, over: days)
        }
        guard amount != 0 || isStock else { return nil }
        var count = Count(
          counter: cell.counter, owner: cell.owner, day: day, amount: amount,
          recordedBy: author.name, recordedAt: common.nowInstant)
        count.name = name
        count.note = note
        return count
      }
    }
    Terminal.print([Phrases.countedSheet(appended.count, cells: cells.count, isTotal: totals)])
    for count in appended where count.amount < 0 {
      Terminal.warn(Phrases.lowerThanRecorded(count, books.program))
    }
  }
}

extension Books {
  /// The days that a total so far is of: from the first day of the first form with that blank.
  func countingDays(of counter: Counter, to day: Day) -> ClosedRange<Day> {
    let forms = session.program.forms.filter { form in
      (try? self.form(form.name).counters.contains(counter)) ?? false
    }
    let first = forms.first { $0.dates.lowerBound <= day }?.dates.lowerBound
    return (first ?? min(ledger().bounds?.lowerBound ?? day, day))...day
  }
}
