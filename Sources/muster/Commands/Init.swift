import ArgumentParser
import Drills
import Foundation
import Office

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
    for (name, bytes) in files { try WholeFile.write(bytes, to: folder.appending(path: name)) }
    Terminal.print([Phrases.initialised(folder.relativePath)])
  }

  /// The year of the next June.
  private var year: Int {
    guard let zone = Zone("Asia/Shanghai") else { return 2024 }
    let today = zone.moment(at: common.nowInstant).day.components
    return today.month > 6 ? today.year + 1 : today.year
  }
}
