import ArgumentParser
import Office

struct Init: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: Phrases.help.initialise)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.newWorkspace)) var workspace: String?

  func run() throws {
    let folder = try common.workspace(workspace)
    try Office(folder: folder).begin(at: common.nowInstant)
    Terminal.print([Phrases.initialised(folder)])
  }
}
