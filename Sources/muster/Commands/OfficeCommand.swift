import ArgumentParser
import Office

/// The folder of an office over the years.
struct OfficeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "office", abstract: Phrases.help.office, discussion: Phrases.help.officeExample,
      subcommands: [Adopt.self])
  }

  struct Adopt: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "adopt", abstract: Phrases.help.officeAdopt)
    }

    @OptionGroup var common: CommonOptions
    @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?

    func run() throws {
      Terminal.print([Phrases.adopted(try OfficeFolder.adopt(try common.workspace(workspace)))])
    }
  }
}
