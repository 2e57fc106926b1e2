import ArgumentParser
import Drills
import Record

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

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let books = try Books(session, at: common.nowInstant)
    guard let hazard = books.accounts.hazards.first(where: { $0.number == number }) else {
      throw Failure(.noInput, Phrases.noSuchProblem(number))
    }
    let mended = day ?? books.today
    guard mended <= books.today else {
      throw Failure(.usage, Phrases.futureDay(mended, today: books.today))
    }
    guard mended >= hazard.foundOn else {
      throw Failure(.usage, Phrases.mendedBeforeFound(hazard.foundOn, mended))
    }
    var mending = Hazard.Mending(
      day: mended, recordedBy: author.name, recordedAt: common.nowInstant)
    mending.note = note
    mending.files = try EvidenceFolder(workspace: session.folder).keep(file)
    try books.record.tellIfClockIsBehind(common.nowInstant)
    guard let standing = try books.record.mend(number, mending) else {
      throw Failure(.noInput, Phrases.noSuchProblem(number))
    }
    if let earlier = standing.mending {
      throw Failure(.no, Phrases.alreadyMended(number, earlier.day))
    }
    Terminal.print([Phrases.mended(standing, mended)])
  }
}
