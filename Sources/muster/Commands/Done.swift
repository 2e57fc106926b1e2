import ArgumentParser
import Drills
import Record
import Reports

struct Done: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "done", abstract: Phrases.help.done, discussion: Phrases.help.identifiers)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.people)) var people: Int?
  @Option(name: .customLong("on"), help: .init(Phrases.help.on)) var day: Day?
  @Option(help: .init(Phrases.help.note)) var note = ""
  @Flag(name: .customLong("confirm"), help: .init(Phrases.help.confirm)) var isConfirmed = false

  func validate() throws {
    if let people, people < 0 { throw ValidationError(Phrases.negativePeople(people)) }
  }

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let published = try PublishedPlan(session)
    let view = try published.view(now: common.nowInstant)
    let subject = try Identifier(in: view).subject(id)
    let review = CompletionReview(subject, in: view.agenda.program, today: view.today)
    var completion = try review.completion(
      people: people, on: day, note: note, isConfirmed: isConfirmed, by: author.name,
      at: common.nowInstant)
    let standing = try published.record.standingCompletionLists()[subject.id]?.last
    completion.recordedAt = common.nowInstant
    if let standing, standing.says(theSameAs: completion) {
      Terminal.print([Phrases.alreadyRecorded(subject.id, standing)])
      return
    }
    try published.recordAndPublish(at: common.nowInstant, adding: completion)
    Terminal.print([
      Phrases.recorded(
        subject.id, subject.name, completion, replacing: review.isRepeated ? nil : standing)
    ])
  }
}

extension Completion {
  /// Whether another record would add nothing.
  func says(theSameAs other: Completion) -> Bool {
    var copy = other
    copy.recordedBy = recordedBy
    copy.recordedAt = recordedAt
    copy.isLate = isLate
    copy.isConfirmed = isConfirmed
    return copy == self
  }
}
