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
  @Option(
    name: [.customLong("docx"), .customLong("xlsx")],
    help: .init(Phrases.help.districtForm, valueName: "file")) var district: String?
  @Flag(help: .init(Phrases.help.pairs)) var pairs = false
  @Flag(name: .customLong("confirm"), help: .init(Phrases.help.confirmPairs)) var isConfirmed =
    false
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
    if district != nil, kind != .form { throw ValidationError(Phrases.onlyOfForms("--docx")) }
    if pairs || isConfirmed, district == nil { throw ValidationError(Phrases.pairsNeedFile) }
    if district != nil, !pairs, !isConfirmed, output == nil {
      throw ValidationError(Phrases.needsOut("--docx"))
    }
    if format.needsFile, district == nil, output == nil {
      throw ValidationError(Phrases.needsOut(format.rawValue))
    }
  }

  func run() throws {
    let books = try Office(folder: try common.workspace(nil)).books(at: common.nowInstant)
    let owner = try community.map(books.reported)
    switch kind {
    case .form:
      if let district { return try fill(district, name ?? "", books, of: owner) }
      try form(name ?? "", books, of: owner)
    case .weekly:
      let report = WeeklyReport(
        try books.view(), books.accounts, books.ledger(), week: week ?? books.today,
        of: owner, labels: books.labels)
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
        to: to ?? books.today, of: owner, changes: try books.changes(),
        labels: books.labels)
      try write(report.page(in: Phrases.language), books.standing.office)
    }
  }

  private func write(_ page: Page, _ office: Office) throws {
    let target = ReportOutput(path: output, office: office)
    switch format {
    case .text:
      try target.write(
        page.text(
          style: output == nil ? Terminal.style : .plain,
          width: output == nil && Terminal.isOutputTerminal ? Terminal.columns : nil
        ).joined(separator: "\n"))
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

  // MARK: The district's own file

  private func fill(
    _ path: String, _ name: String, _ books: Books, of owner: OwnerID?
  ) throws {
    let district = try books.district(name, path: path)
    if pairs {
      Terminal.print(Phrases.pairs(district.pairing))
      for difference in district.pairing.differences {
        Terminal.warn("\(Phrases.warning): \(difference.text(in: Phrases.language))")
      }
    }
    if isConfirmed {
      Terminal.print([Phrases.written(try books.agree(to: district, path: path))])
    } else if output != nil || !pairs {
      do throws(Refusal) {
        try books.confirm(district, path: path)
      } catch {
        switch error.reason {
        case .accounts(.formDiffers), .accounts(.mapDiffers): Terminal.warn(Phrases.lookAtPairs)
        default: break
        }
        throw error
      }
    }
    guard let output else { return }
    let days = try books.days(of: name, since: since, to: to)
    let ledger = books.ledger()
    let office = books.standing.office
    func write(of owner: OwnerID?, to path: String, isQuiet: Bool) throws {
      let filling = FormFilling(
        of: owner, over: days, on: books.today, in: books.program, from: ledger)
      try ReportOutput(path: path, office: office, isQuiet: isQuiet)
        .write(district.filled(with: filling))
    }
    guard each else { return try write(of: owner, to: output, isQuiet: false) }
    var names: Set<String> = []
    for owner in books.program.ownersEver + [nil] {
      let own = owner.map(books.program.name) ?? Phrases.language("合计", "total")
      var file = own.asFileName
      if !names.insert(file.lowercased()).inserted { file += " \(owner?.text ?? "")".asFileName }
      let target = URL(filePath: output).appending(path: "\(file).\(district.suffix)")
      try write(of: owner, to: target.path, isQuiet: true)
    }
    Terminal.print([Phrases.written(books.program.ownersEver.count + 1, to: output)])
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
