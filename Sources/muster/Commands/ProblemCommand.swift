import ArgumentParser
import Drills
import Office

struct ProblemCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "problem", abstract: Phrases.help.problemCommand,
      discussion: Phrases.help.problemExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.problemText)) var text: String
  @Option(help: .init(Phrases.help.countOwner, valueName: "id")) var community: String
  @Option(help: .init(Phrases.help.problemVenue, valueName: "id")) var venue: String?
  @Option(help: .init(Phrases.help.source)) var source: SourceOption
  @OptionGroup var mender: MenderOptions
  @Option(name: .customLong("mend-by"), help: .init(Phrases.help.mendBy)) var mendBy: Day?
  @Option(name: .customLong("on"), help: .init(Phrases.help.foundOn)) var day: Day?
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(name: .customLong("key"), help: .init(Phrases.help.key)) var key: String?

  func run() throws {
    let key = try key.map(SubmissionKey.init)
    let books = try Office(folder: try common.workspace(nil)).begunBooks(at: common.nowInstant)
    Terminal.warn(books.standing.clockWarning)
    var report = ProblemReport(text, of: community, from: source.source)
    report.venue = venue
    report.mender = mender.name
    report.mendBy = mendBy
    report.day = day
    report.files = file
    Terminal.print([Phrases.problemRecorded(try books.record(report, by: author.name, under: key))])
  }
}
