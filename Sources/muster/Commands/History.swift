import ArgumentParser
import Drills
import Record
import Reports

struct History: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "history", abstract: Phrases.help.history)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.historyOf)) var part: String?
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    guard let record = try session.existingRecord() else {
      throw Failure(.noInput, Phrases.noPlanYet(session.folder))
    }
    let document = HistoryDocument(try record.history(), in: session.program, of: part)
    switch format {
    case .json: Terminal.print([try document.json()])
    case .table: Terminal.print(document.lines(in: Terminal.language))
    }
  }
}
