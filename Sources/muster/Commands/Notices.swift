import ArgumentParser
import Drills
import Record
import Reports

struct Notices: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "notices", abstract: Phrases.help.notices,
      discussion: Phrases.help.noticesExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Flag(help: .init(Phrases.help.due)) var due = false
  @Option(help: .init(Phrases.help.sent, valueName: "id")) var sent: [String] = []
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    let published = try PublishedPlan(session)
    try published.tellWhatNoLongerHolds(session, at: common.nowInstant)
    let view = try published.viewForRecording(now: common.nowInstant)
    let all = try published.record.notices(for: view, in: session).notices
    if !sent.isEmpty {
      try record(all, published, view)
      return
    }
    let notices = due ? all.filter { $0.by <= view.today } : all
    switch format {
    case .json: Terminal.print([try NoticesDocument(notices, in: view).json()])
    case .table:
      Terminal.print(
        notices.isEmpty
          ? [Phrases.nobodyToTell]
          : notices.lines(today: view.today, language: Terminal.language, style: Terminal.style))
    }
    if due, notices.contains(where: { $0.isLate(on: view.today) }) {
      throw ExitCode(Failure.Status.no.rawValue)
    }
  }

  /// Records that these were sent, all or none.
  private func record(_ open: [Notice], _ published: PublishedPlan, _ view: PlanView) throws {
    try published.record.tellIfClockIsBehind(common.nowInstant)
    let chosen = try sent.map { id throws(Failure) -> Notice in
      if let exact = open.first(where: { $0.id == id }) { return exact }
      let matches = id.isEmpty ? [] : open.filter { $0.id.contains(id) }
      guard let match = matches.first, matches.count == 1 else {
        throw Failure(
          matches.isEmpty ? .no : .usage,
          matches.isEmpty
            ? Phrases.noSuchNotice(id, among: open.map(\.id))
            : Phrases.ambiguousID(id, matches.prefix(10).map(\.id), matches.count))
      }
      return match
    }
    try published.record.send(
      chosen.map {
        SentNotice(
          notice: $0.id, about: $0.about, revision: published.revision.number,
          sentBy: author.name, sentAt: common.nowInstant)
      })
    Terminal.print(chosen.map { Phrases.told($0.to, $0.id) })
  }
}
