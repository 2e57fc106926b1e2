import ArgumentParser
import Drills
import Office

struct Mend: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mend", abstract: Phrases.help.mendCommand,
      discussion: Phrases.help.mendExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.problemNumber)) var number: Int
  @Option(name: .customLong("on"), help: .init(Phrases.help.mendedOn)) var day: Day?
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(help: .init(Phrases.help.note)) var note = ""
  @Option(name: .customLong("key"), help: .init(Phrases.help.key)) var key: String?

  func run() throws {
    let key = try key.map(SubmissionKey.init)
    let books = try Office(folder: try common.workspace(nil)).books(at: common.nowInstant)
    Terminal.warn(books.standing.clockWarning)
    var report = MendingReport(number)
    report.day = day
    report.note = note
    report.files = file
    let (problem, mended) = try books.record(report, by: author.name, under: key)
    Terminal.print([problem.text(mendedOn: mended, in: Phrases.language)])
  }
}
