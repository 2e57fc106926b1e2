import ArgumentParser
import Drills
import Foundation
import Office
import Reports

/// Begins a form of the workspace from the district's own file.
struct FormCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "form", abstract: Phrases.help.formCommand,
      discussion: Phrases.help.formCommandExamples)
  }

  enum Action: String, ExpressibleByArgument, CaseIterable {
    case from
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.formAction)) var action: Action
  @Argument(help: .init(Phrases.help.districtFile)) var file: String
  @Option(help: .init(Phrases.help.newFormName)) var name: String?

  func run() throws {
    let office = Office(folder: try common.workspace(nil))
    let books = try office.begunBooks(at: common.nowInstant)
    let own = URL(filePath: file).deletingPathExtension().lastPathComponent
    let draft = try books.draft(from: file)
    let path = try books.write(draft, as: (name ?? own).asFileName)
    Terminal.print([Phrases.formBegun(path, guessed: draft.guessed, unknown: draft.unknown)])
  }
}
