import ArgumentParser
import Drills
import Foundation

struct Init: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "init", abstract: Phrases.help.initialise)
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.newWorkspace)) var workspace: String?

  func run() throws {
    let folder = URL(filePath: try common.workspace(workspace))
    let files = Template.files(year: year)
    for (name, _) in files {
      let path = folder.appending(path: name).path
      if FileManager.default.fileExists(atPath: path) {
        throw Failure(.cannotCreate, Phrases.alreadyThere(path))
      }
    }
    do {
      for (name, bytes) in files {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file, options: .withoutOverwriting)
      }
    } catch {
      throw Failure(.cannotCreate, Phrases.cannotWrite(folder.path))
    }
    Terminal.print([Phrases.initialised(folder.relativePath)])
  }

  /// The year of the next June.
  private var year: Int {
    guard let zone = Zone("Asia/Shanghai") else { return 2024 }
    let today = zone.moment(at: common.nowInstant).day.components
    return today.month > 6 ? today.year + 1 : today.year
  }
}
