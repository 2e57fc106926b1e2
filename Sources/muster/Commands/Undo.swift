import ArgumentParser
import Drills
import Reports

struct Undo: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "undo", abstract: Phrases.help.undo, discussion: Phrases.help.identifiers)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let published = try PublishedPlan(session)
    let view = try published.view(now: common.nowInstant)
    let subject = try Identifier(in: view).subject(id)
    let taken = try published.withdrawAndPublish(
      subject.id, by: author.name, at: common.nowInstant)
    guard let taken else { throw Failure(.no, Phrases.nothingToUndo(subject.id)) }
    let standing = try published.record.standingCompletionLists()[subject.id]?.last
    Terminal.print([Phrases.undone(subject.id, taken, standing: standing)])
  }
}
