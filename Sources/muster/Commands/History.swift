import ArgumentParser
import Office
import Reports

struct History: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "history", abstract: Phrases.help.history)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.historyOf)) var part: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let (events, program) = try Office(folder: try common.workspace(nil)).history()
    let document = HistoryDocument(events, in: program, of: part)
    switch format {
    case .json: Terminal.print([try document.json()])
    case .table: Terminal.print(document.lines(in: Phrases.language))
    }
  }
}
