import ArgumentParser
import Drills
import Office

struct EntryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "entry", abstract: Phrases.help.entryCommand,
      discussion: Phrases.help.entryExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.entryArgument)) var subject: String
  @Option(help: .init(Phrases.help.countOwner, valueName: "id")) var community: String?
  @Option(help: .init(Phrases.help.entryTitle)) var title: String?
  @Option(help: .init(Phrases.help.medium)) var medium: MediumOption?
  @Option(help: .init(Phrases.help.publishedOn, valueName: "day")) var published: Day?
  @Option(help: .init(Phrases.help.platform)) var platform = ""
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(help: .init(Phrases.help.stage)) var stage: String?
  @Flag(help: .init(Phrases.help.passed)) var passed = false
  @Flag(help: .init(Phrases.help.failed)) var failed = false
  @Option(name: .customLong("on"), help: .init(Phrases.help.decidedOn)) var day: Day?
  @Option(name: .customLong("key"), help: .init(Phrases.help.key)) var key: String?

  func validate() throws {
    if Int(subject) != nil {
      guard stage != nil, passed != failed else { throw ValidationError(Phrases.stageNeedsOutcome) }
    } else {
      guard stage == nil, !passed, !failed, community != nil, title != nil, medium != nil,
        published != nil
      else { throw ValidationError(Phrases.entryNeeds) }
    }
  }

  func run() throws {
    let key = try key.map(SubmissionKey.init)
    let books = try Office(folder: try common.workspace(nil)).begunBooks(at: common.nowInstant)
    Terminal.warn(books.standing.clockWarning)
    if let number = Int(subject), let stage {
      var outcome = StageOutcome(of: number, stage: stage, passed: passed)
      outcome.day = day
      let work = try books.record(outcome, by: author.name, under: key)
      Terminal.print([work.text(of: stage, passed: passed, in: Phrases.language)])
    } else if let community, let title, let medium, let published {
      var entry = WorkEntry(
        for: subject, of: community, title: title, medium: medium.medium, published: published)
      entry.platform = platform
      entry.files = file
      let (number, stage) = try books.record(entry, by: author.name, under: key)
      Terminal.print([entry.text(recorded: number, before: stage, in: Phrases.language)])
    }
  }
}
