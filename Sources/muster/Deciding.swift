import ArgumentParser
import Drills
import Foundation
import Record
import Reports

/// What every decision takes.
struct DecidingOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Option(help: .init(Phrases.help.reason, valueName: "code")) var reason: ReasonOption?
  @Option(help: .init(Phrases.help.words)) var words = ""
  @Flag(name: .customLong("dry-run"), help: .init(Phrases.help.decisionDryRun))
  var isDryRun = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table
  @OptionGroup var search: SearchFlags

  /// A decision with who, when and why.
  func decision(_ what: Decision.What) throws(Failure) -> Decision {
    guard let code = reason?.code else { throw Failure(.usage, Phrases.whichReason) }
    if code.needsWords, words.allSatisfy(\.isWhitespace) {
      throw Failure(.usage, Phrases.otherNeedsWords)
    }
    return Decision(
      what, reason: code, words: words, decidedBy: author.name, decidedAt: common.nowInstant)
  }
}

/// One of the reason codes, or its word in either language.
struct ReasonOption: ExpressibleByArgument {
  let code: ReasonCode

  init?(argument: String) {
    guard let code = ReasonCode(word: argument) else { return nil }
    self.code = code
  }

  static var allValueStrings: [String] { ReasonCode.allCases.map(\.rawValue) }
}

/// A command that appends one decision, or shows the plan that would follow.
protocol DecisionCommand: AsyncParsableCommand {
  var deciding: DecidingOptions { get }

  /// What is decided, and what a person should know of it.
  func decision(at desk: Desk) throws -> (decision: Decision, notes: [String])
}

extension DecisionCommand {
  func run() async throws {
    let options = deciding
    let session = try Session(
      folder: try options.common.workspace(nil), tellsWarnings: false)
    let instant = options.common.nowInstant
    if options.isDryRun {
      let desk = try Desk(session, at: instant)
      let (decision, notes) = try decision(at: desk)
      try await Rehearsal(desk.trying(decision), by: options.author.name, options.search)
        .show(notes, options.format)
    } else {
      let (decision, notes) = try append(in: session, at: instant)
      try tell(decision, notes, session)
    }
  }

  /// Appends the decision; where somebody added to the record meanwhile, it is taken anew.
  private func append(
    in session: Session, at instant: Int
  ) throws -> (decision: Decision, notes: [String]) {
    var desk = try Desk(session, at: instant)
    try desk.record.tellIfClockIsBehind(instant)
    try desk.published.tellWhatNoLongerHolds(session, at: instant)
    while true {
      let (decision, notes) = try decision(at: desk)
      if let appended = try desk.record.decide([decision], ifUnchangedSince: desk.token)?.first {
        return (appended, Phrases.alsoPending(desk.pending) + notes)
      }
      let newer = try Desk(session, at: instant)
      Terminal.warn(Phrases.changedMeanwhile(newer.news(since: desk)))
      desk = newer
    }
  }

  private func tell(_ decision: Decision, _ notes: [String], _ session: Session) throws {
    switch deciding.format {
    case .table: Terminal.print([Phrases.decided(decision)] + notes + [Phrases.planNext])
    case .json:
      let event = HistoryEvent(
        instant: decision.decidedAt, author: decision.decidedBy, number: decision.number,
        what: .decision(decision))
      Terminal.print([try HistoryDocument([event], in: session.program).json()])
    }
  }
}

extension Desk {
  /// What was added to the record since an earlier look, a line each.
  func news(since earlier: Desk) -> [String] {
    let known = Set(earlier.decisions.map(\.number))
    var lines = decisions.filter { !known.contains($0.number) }.map(Phrases.decided)
    if published.revision.number != earlier.published.revision.number {
      lines.append(Phrases.newRevision(published.revision))
    }
    for (id, completion) in completions.sorted(by: { $0.key < $1.key })
    where earlier.completions[id]?.number != completion.number {
      lines.append(Phrases.doneMeanwhile(id, completion))
    }
    return lines
  }
}

/// The plan that would follow from what is only tried; nothing is written.
struct Rehearsal {
  private let desk: Desk
  private let author: String
  private let search: SearchFlags

  init(_ desk: Desk, by author: String, _ search: SearchFlags) {
    self.desk = desk
    self.author = author
    self.search = search
  }

  func show(_ notes: [String], _ format: OutputFormat) async throws {
    Interruption.begin()
    var planning = Planning(
      desk.session, desk.record, search, by: author, at: desk.instant)
    planning.decisions = desk.decisions
    let planned = try await planning.run()
    let view = try planned.view(in: desk.session, at: desk.instant)
    let known = Set(try desk.record.decisions().map(\.number))
    let changes = try planned.changes(
      in: desk.session, view, tried: desk.decisions.filter { !known.contains($0.number) },
      at: desk.instant)
    switch format {
    case .json: Terminal.print([try changes.json()])
    case .table:
      let language = Terminal.language
      let summary = PlanSummary(
        view, changes: changes.diff, language: language, style: Terminal.style)
      Terminal.print(
        notes + summary.lines() + changes.lines(in: language, style: Terminal.style)
          + [Phrases.nothingWritten])
    }
    if planned.revision.score.unplaced > 0 { throw ExitCode(Failure.Status.no.rawValue) }
  }
}
