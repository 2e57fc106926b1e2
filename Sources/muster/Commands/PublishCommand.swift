import ArgumentParser
import Drills
import Foundation
import Office
import Reports

struct PublishCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "publish", abstract: Phrases.help.publish,
      discussion: Phrases.help.publishExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Flag(name: .customLong("dry-run"), help: .init(Phrases.help.dryRun)) var isDryRun = false
  @Flag(name: .customLong("discard"), help: .init(Phrases.help.discard)) var discards = false
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func validate() throws {
    if discards, isDryRun || format == .json {
      throw ValidationError(Phrases.discardIsAlone)
    }
  }

  func run() throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    Terminal.warn(standing.clockWarning)
    guard !discards else {
      Terminal.print([Phrases.discarded(try standing.discardDraft(by: author.name))])
      return
    }
    let published = try standing.publishDraft(by: author.name, isDryRun: isDryRun) {
      Terminal.warn(Phrases.changedMeanwhile($0))
    }
    switch format {
    case .json: Terminal.print([try published.changes.json()])
    case .table:
      let summary = PlanSummary(
        published.view, changes: published.changes.diff, language: Phrases.language,
        style: Terminal.style)
      Terminal.print(
        summary.lines() + published.changes.lines(in: Phrases.language, style: Terminal.style) + [
          published.isPublished
            ? Phrases.published(
              published.view.revision.number, feeds: standing.office.feedFolder.url.path,
              written: published.feedFiles) : Phrases.nothingWritten
        ])
    }
  }
}
