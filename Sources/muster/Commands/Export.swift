import ArgumentParser
import Drills
import Feeds
import Office

struct Export: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Phrases.help.export)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @OptionGroup var selection: FeedSelection
  @Option(name: .customLong("out"), help: .init(Phrases.help.exportOut)) var folder: String

  func run() throws {
    let office = Office(folder: try common.workspace(workspace))
    let standing = try office.standing(at: common.nowInstant)
    standing.cautions.forEach(Terminal.warn)
    selection.tellOfDraft(standing)
    let chosen = try selection.choice.chosen(from: try standing.feeds())
    let files = OutputFolder(folder, of: office)
    let language = try standing.basis().plan.agenda.program.language
    let names = FileNames(of: chosen, in: language)
    for (file, path) in zip(chosen, names.paths) { try files.write(file.bytes, to: path) }
    Terminal.print([Phrases.exported(chosen.count, to: folder)])
  }
}
