import ArgumentParser
import Drills
import Foundation
import Office
import Reports

struct Report: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: Phrases.help.report,
      discussion: Phrases.help.reportExamples)
  }

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case weekly, summary, form
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.reportKind)) var kind: Kind
  @Argument(help: .init(Phrases.help.formName)) var name: String?
  @Option(help: .init(Phrases.help.week, valueName: "day")) var week: Day?
  @Option(help: .init(Phrases.help.since, valueName: "day")) var since: Day?
  @Option(help: .init(Phrases.help.to, valueName: "day")) var to: Day?
  @Option(help: .init(Phrases.help.reportCommunity, valueName: "id")) var community: String?
  @Flag(help: .init(Phrases.help.each)) var each = false
  @Option(help: .init(Phrases.help.reportFormat)) var format = ReportFormat.text
  @Option(name: .customLong("out"), help: .init(Phrases.help.reportOut, valueName: "file"))
  var output: String?
  @Option(name: .customLong("files"), help: .init(Phrases.help.reportFiles, valueName: "folder"))
  var folder: String?

  func validate() throws {
    if (kind == .form) != (name != nil) { throw ValidationError(Phrases.formNeedsName) }
    if each, community != nil { throw ValidationError(Phrases.eachOrOne) }
    if each, kind != .form { throw ValidationError(Phrases.onlyOfForms("--each")) }
    if week != nil, kind != .weekly { throw ValidationError(Phrases.onlyOfWeekly("--week")) }
    if since != nil, kind != .form { throw ValidationError(Phrases.onlyOfForms("--since")) }
    if to != nil, kind == .weekly { throw ValidationError(Phrases.notOfWeekly("--to")) }
    if folder != nil, kind != .weekly { throw ValidationError(Phrases.onlyOfWeekly("--files")) }
    if format.needsFile, output == nil { throw ValidationError(Phrases.needsOut(format.rawValue)) }
  }

  func run() throws {
    let books = try Office(folder: try common.workspace(nil)).books(at: common.nowInstant)
    let owner = try community.map(books.reported)
    switch kind {
    case .form: try form(name ?? "", books, of: owner)
    case .weekly:
      let report = WeeklyReport(
        try books.view(), books.accounts, books.ledger(), week: week ?? books.today,
        of: owner)
      try write(report.page(in: Phrases.language), books.standing.office)
      if let folder {
        try books.standing.office.refuseOwned(folder)
        let count = try books.standing.office.evidence.copy(
          report.evidence(in: Phrases.language), to: folder)
        Terminal.warn(Phrases.copied(count, to: folder))
      }
    case .summary:
      let report = SummaryReport(
        try books.view(on: to.map { min($0, books.today) }), books.accounts, books.ledger(),
        to: to ?? books.today, of: owner, changes: try books.changes())
      try write(report.page(in: Phrases.language), books.standing.office)
    }
  }

  private func write(_ page: Page, _ office: Office) throws {
    let target = ReportOutput(path: output, office: office)
    switch format {
    case .text:
      try target.write(
        page.text(style: output == nil ? Terminal.style : .plain).joined(separator: "\n"))
    case .html: try target.write(page.html)
    case .csv: try target.write(page.csv.marked)
    case .xlsx:
      try target.write { url throws(Refusal) in
        var book = Workbook(path: url.path)
        book.add(page)
        try book.close(at: url)
      }
    case .docx: try target.write(page.word)
    }
  }

  private func form(_ name: String, _ books: Books, of owner: OwnerID?) throws {
    let form = try books.form(name)
    let days = try books.days(of: name, since: since, to: to)
    // An owner of nil is everybody.
    let owners: [OwnerID?] = each ? books.program.ownersEver + [nil] : [owner]
    let ledger = books.ledger()
    let fillings = owners.map {
      FormFilling(of: $0, over: days, on: books.today, in: books.program, from: ledger)
    }
    let copies = fillings.map { FilledForm(form, with: $0) }
    let language = Phrases.language
    let office = books.standing.office
    let target = ReportOutput(path: output, office: office)
    let comparison = FormComparison(
      form, fillings, counters: books.counters, language: language)
    switch format {
    case .text: try target.write(copies.map(\.text).joined(separator: "\n"))
    case .html:
      let body = copies.map { "<section class=\"copy\">\n\($0.html)\n</section>" }
      try target.write(
        HTML.page(title: name, body: body.joined(separator: "\n"), language: language))
    case .csv: try target.write(CSVText(comparison.rows).marked)
    case .xlsx:
      try target.write { url throws(Refusal) in
        var book = Workbook(path: url.path)
        for copy in copies {
          book.add(
            copy, named: copy.filling.owner == nil ? language("合计", "total") : copy.filling.name)
        }
        book.add(comparison.table, named: language("对照", "side by side"))
        try book.close(at: url)
      }
    case .docx: try target.write(FilledForm.word(copies, title: name, in: language))
    }
  }
}

extension Workbook {
  /// - Throws: `Refusal` with the system's word for why it could not be written.
  consuming func close(at url: URL) throws(Refusal) {
    errno = 0
    do throws(Failure) {
      try close()
    } catch {
      throw .publishing(.cannotWrite(url.path, WriteCause(errno == 0 ? EIO : errno)))
    }
  }
}
