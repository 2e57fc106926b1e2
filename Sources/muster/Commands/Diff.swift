import ArgumentParser
import Drills
import Reports

struct Diff: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff", abstract: Phrases.help.diff, discussion: Phrases.help.diffExamples)
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, html
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.diffRevisions, valueName: "revision"))
  var revisions: [Int] = []
  @Option(help: .init(Phrases.help.community)) var community: String?
  @Option(help: .init(Phrases.help.diffFormat)) var format = Format.table

  func validate() throws {
    if revisions.count > 2 { throw ValidationError(Phrases.twoRevisions) }
  }

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let newest = try PublishedPlan(session)
    try newest.tellWhatNoLongerHolds(session, at: common.nowInstant)
    let to =
      revisions.count == 2
      ? try PublishedPlan(session, newest.record, revision: revisions[1]) : newest
    let from = revisions.first ?? to.revision.base
    let before = try from.map { try PublishedPlan(session, newest.record, revision: $0) }
    let program = to.agenda.program
    let whole = PlanDiff(from: try before?.side() ?? .empty(to.agenda), to: try to.side())
    let diff = try community.map { try of($0, whole, program) } ?? whole
    let language = Terminal.language
    let page = diff.page(
      title: Phrases.diffTitle(program.title),
      period: Phrases.diffPeriod(before?.revision, to.revision, in: program.zone),
      in: program, language: language)
    switch format {
    case .table: Terminal.print(page.text(style: Terminal.style))
    case .html: Terminal.print([page.html])
    case .json:
      Terminal.print([
        try DiffDocument(
          diff, from: before?.revision.number, to: to.revision.number, in: program
        ).json()
      ])
    }
  }

  private func of(
    _ community: String, _ diff: PlanDiff, _ program: Program
  ) throws(Failure) -> PlanDiff {
    guard community == Organizer.id || program.communities[community] != nil else {
      throw Failure(
        .noInput, Phrases.unknown(community, among: program.communities.elements.map(\.id)))
    }
    return diff.of(community)
  }
}
