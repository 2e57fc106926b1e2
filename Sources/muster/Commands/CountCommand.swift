import ArgumentParser
import Drills
import Office
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
  @Option(name: .customLong("key"), help: .init(Phrases.help.key)) var key: String?
  @Option(name: .customLong("form"), help: .init(Phrases.help.countForm, valueName: "name"))
  var form: String?
  @Option(name: .customLong("from"), help: .init(Phrases.help.countFrom, valueName: "sheet.xlsx"))
  var sheet: String?
  @Flag(name: .customLong("list"), help: .init(Phrases.help.countList)) var isList = false
  @Flag(help: .init(Phrases.help.totals)) var totals = false
  @Flag(name: .customLong("confirm"), help: .init(Phrases.help.confirm)) var isConfirmed = false

  func validate() throws {
    guard [!counts.isEmpty, form != nil, sheet != nil, isList].count(where: { $0 }) == 1 else {
      throw ValidationError(Phrases.oneOfCount)
    }
    if !counts.isEmpty, community == nil { throw ValidationError(Phrases.countNeedsOwner) }
    if counts.isEmpty, community != nil { throw ValidationError(Phrases.ownerIsInSheet) }
    if form != nil, key != nil { throw ValidationError(Phrases.keyOfReports) }
    if totals, sheet == nil { throw ValidationError(Phrases.totalsNeedSheet) }
    if Set(counts.map(\.assignment.name)).count < counts.count {
      throw ValidationError(Phrases.countedTwice)
    }
  }

  func run() throws {
    if isList {
      let program = try Office(folder: try common.workspace(nil)).workspace().program
      Terminal.print(Phrases.counters(CounterTable(Line.official + program.lines)))
      return
    }
    let key = try key.map(SubmissionKey.init)
    let books = try Office(folder: try common.workspace(nil)).begunBooks(at: common.nowInstant)
    if let form {
      Terminal.print([CountSheet.form(try books.form(form), in: books, in: Phrases.language)])
      return
    }
    Terminal.warn(books.standing.clockWarning)
    if let sheet {
      let filled = try CountSheet(path: sheet, in: books)
      Terminal.tell(filled.warnings, as: Phrases.warning)
      try take(filled, books, under: key)
    } else {
      var request = CountRequest(of: community ?? "", counts.map(\.assignment))
      request.day = day
      request.name = name
      request.note = note
      request.files = file
      let appended = try books.record(request, by: author.name, under: key)
      Terminal.print(appended.map { books.text(of: $0, in: Phrases.language) })
    }
  }

  private func take(_ sheet: CountSheet, _ books: Books, under key: SubmissionKey?) throws {
    var terms = Books.SheetTerms()
    terms.day = day
    terms.name = name
    terms.note = note
    terms.areTotals = totals
    terms.isConfirmed = isConfirmed
    let appended = try books.record(sheet, terms, by: author.name, under: key)
    Terminal.print([sheet.text(recorded: appended.count, terms, in: Phrases.language)])
    for count in appended where count.amount < 0 {
      Terminal.warn(books.lowering(count, in: Phrases.language))
    }
  }
}
