import ArgumentParser
import Drills
import Feeds
import Office
import Record
import Reports

struct RevealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reveal", abstract: Phrases.help.reveal, discussion: Phrases.help.revealExample)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let now = common.nowInstant
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let published = try PublishedPlan(session)
    try published.tellWhatNoLongerHolds(session, at: now)
    let subject = try Identifier(in: try DoneDesk(folder: session.folder).register).subject(id)
    let zone = published.agenda.program.zone
    let seal = try openable(
      subject, published.agenda, try published.record.seals(), at: now, in: zone)
    let commitment = Commitment(
      activity: seal.activity, start: seal.start, salt: seal.salt, in: zone)
    let isNew = try published.revealAndPublish(
      Reveal(
        activity: seal.activity, start: seal.start, revealedBy: author.name, revealedAt: now),
      at: now)
    switch format {
    case .table: Terminal.print(Phrases.revealed(subject.id, subject.duty.name, commitment, isNew))
    case .json:
      Terminal.print([
        try RevealDocument(
          id: seal.activity, start: zone.timestamp(of: seal.start), salt: seal.salt,
          opening: commitment.opening, commitment: commitment.hash
        ).json()
      ])
    }
  }

  /// The seal of a date-only activity that is over.
  private func openable(
    _ subject: Subject, _ agenda: Agenda, _ seals: [String: Seal], at now: Int, in zone: Zone
  ) throws(Failure) -> Seal {
    guard let requirement = agenda.activities[subject.id].map(agenda.requirement),
      requirement.announcement == .dateOnly
    else { throw Failure(.usage, Phrases.nothingSealed(subject.id)) }
    guard let placement = subject.placement,
      subject.completion != nil || !subject.isCancelled,
      let seal = seals[subject.id], seal.start == placement.moment
    else { throw Failure(.no, Phrases.notHeld(subject.id)) }
    let end =
      requirement.isAllDay
      ? Moment(day: placement.day + 1, minute: 0)
      : zone.moment(requirement.length, after: placement.moment)
    guard subject.completion != nil || now >= zone.instant(of: end) else {
      throw Failure(.no, Phrases.notOverYet(subject.id, end))
    }
    return seal
  }
}

private struct RevealDocument: Encodable {
  let id: String
  let start: String
  let salt: String
  let opening: String
  let commitment: String
}
