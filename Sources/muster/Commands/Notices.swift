import ArgumentParser
import Drills
import Office
import Reports

struct Notices: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notices", abstract: Phrases.help.notices,
      discussion: Phrases.help.noticesExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Flag(help: .init(Phrases.help.due)) var due = false
  @Option(help: .init(Phrases.help.sent, valueName: "id")) var sent: [String] = []
  @Flag(name: .customLong("sent-all"), help: .init(Phrases.help.sentAll)) var isAllSent = false
  @Flag(name: .customLong("group"), help: .init(Phrases.help.noticeGroup)) var isGrouped = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @OptionGroup var draft: DraftOptions

  func validate() throws {
    if draft.isDraft, !sent.isEmpty || isAllSent { throw ValidationError(Phrases.draftIsNotTold) }
  }

  func run() throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    standing.cautions(showing: draft.choice).forEach(Terminal.warn)
    if !sent.isEmpty {
      Terminal.warn(standing.clockWarning)
      let told = try standing.send(sent, by: author.name)
      Terminal.print(told.map { $0.sent(in: Phrases.language) })
      return
    }
    let (view, book) = try standing.notices(draft.choice)
    let notices = due ? book.notices.filter { $0.by <= view.today } : book.notices
    if isAllSent, !notices.isEmpty {
      Terminal.warn(standing.clockWarning)
      let told = try standing.send(notices.map(\.id.text), by: author.name)
      Terminal.print(told.map { $0.sent(in: Phrases.language) })
      return
    }
    if isGrouped, format == .table, !notices.isEmpty {
      Terminal.print(
        notices.groupLines(
          of: view.agenda.program, language: Phrases.language, style: Terminal.style))
      return
    }
    switch format {
    case .json: Terminal.print([try NoticesDocument(notices, in: view).json()])
    case .table:
      Terminal.print(
        notices.isEmpty
          ? [Phrases.nobodyToTell]
          : notices.lines(today: view.today, language: Phrases.language, style: Terminal.style))
    }
    if due, notices.contains(where: { $0.isLate(on: view.today) }) {
      throw ExitCode(Failure.Status.no.rawValue)
    }
  }
}
