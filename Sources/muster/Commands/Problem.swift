import ArgumentParser
import Drills
import Record

struct Problem: ParsableCommand {
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
  @Option(help: .init(Phrases.help.owner)) var owner = ""
  @Option(name: .customLong("mend-by"), help: .init(Phrases.help.mendBy)) var mendBy: Day?
  @Option(name: .customLong("on"), help: .init(Phrases.help.foundOn)) var day: Day?
  @Option(help: .init(Phrases.help.file)) var file: [String] = []

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError(Phrases.emptyProblem) }
  }

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    _ = try session.openOrCreateRecord()
    let books = try Books(session, at: common.nowInstant)
    let found = day ?? books.today
    guard found <= books.today else {
      throw Failure(.usage, Phrases.futureDay(found, today: books.today))
    }
    if let mendBy, mendBy < found { throw Failure(.usage, Phrases.backwards(found, mendBy)) }
    var hazard = Hazard(
      text: text, community: try books.owner(community), source: source.source, foundOn: found,
      recordedBy: author.name, recordedAt: common.nowInstant)
    if let venue {
      guard books.program.venues[venue] != nil else {
        throw Failure(
          .noInput,
          Phrases.unknown(venue, among: books.program.venues.elements.map { ($0.id, $0.name) }))
      }
      hazard.venue = venue
    }
    hazard.mender = owner
    hazard.mendBy = mendBy
    hazard.files = try EvidenceFolder(workspace: session.folder).keep(file)
    try books.record.tellIfClockIsBehind(common.nowInstant)
    let number = try books.record.report(hazard)
    Terminal.print([Phrases.problemRecorded(number)])
  }
}
