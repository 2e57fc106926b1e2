import Foundation

/// The folder that the instance is written into, with errors fit to show.
struct WorkspaceFolder {
  struct Unwritable: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path): cannot be written" }
  }

  private let folder: URL

  init(creating path: String) throws(Unwritable) {
    folder = URL(filePath: path, directoryHint: .isDirectory)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Unwritable(path: path)
    }
  }

  func write(_ text: String, to name: String) throws(Unwritable) {
    let file = folder.appending(component: name)
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw Unwritable(path: file.path(percentEncoded: false))
    }
  }
}
