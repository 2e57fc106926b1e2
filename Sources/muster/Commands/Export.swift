import ArgumentParser
import Drills
import Feeds
import Foundation

struct Export: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "export", abstract: Phrases.help.export)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.workspaceArgument)) var workspace: String?
  @Option(help: .init(Phrases.help.exportCommunity)) var community: [String] = []
  @Option(help: .init(Phrases.help.exportTeam)) var team: [String] = []
  @Flag(help: .init(Phrases.help.exportAll)) var all = false
  @Flag(name: .customLong("private"), help: .init(Phrases.help.exportPrivate))
  var isPrivate = false
  @Option(name: .customLong("out"), help: .init(Phrases.help.exportOut)) var folder: String

  func run() throws {
    let session = try Session(folder: try common.workspace(workspace), tellsWarnings: false)
    let published = try PublishedPlan(session)
    published.tellIfWorkspaceIsNewer()
    let files = try published.publishing(at: common.nowInstant).files()
    let prefix = isPrivate ? "private/" : ""
    let wanted =
      community.map { "\(prefix)communities/\($0).ics" } + team.map { "\(prefix)teams/\($0).ics" }
    let known = Set(files.map(\.path))
    if let missing = wanted.first(where: { !known.contains($0) }) {
      throw Failure(.noInput, Phrases.noSuchFeed(missing))
    }
    let isEverything = all || wanted.isEmpty
    let chosen = files.filter { file in
      isEverything ? file.path.hasPrefix("private/") == isPrivate : wanted.contains(file.path)
    }
    let written = try ExportFolder(folder).write(chosen)
    Terminal.print([Phrases.exported(written, to: folder)])
  }
}

/// A folder of the user's that feeds are copied into, under their names there.
private struct ExportFolder {
  private let url: URL

  init(_ path: String) { url = URL(filePath: path) }

  func write(_ files: [FeedFile]) throws(Failure) -> Int {
    for file in files {
      let target = url.appending(path: file.path)
      do {
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: target, options: .atomic)
      } catch {
        throw Failure(.cannotCreate, Phrases.cannotWrite(target.path))
      }
    }
    return files.count
  }
}
