internal import Foundation
internal import Record

extension OfficeFolder {
  /// Moves what a workspace kept of people and links, by itself until now, to the office folder that it is in, so
  /// that addresses which were given out hold on.
  ///
  /// - Returns: Where it lies now.
  package static func adopt(_ workspace: String) throws(Refusal) -> String {
    let folder = try OfficeFolder(workspace)
    let own = URL(filePath: folder.path).appending(path: directoryName).path
    guard folder.directoryPath != own else { throw .access(.noOfficeFolder(folder.path)) }
    guard FileManager.default.fileExists(atPath: own) else { throw .access(.noDirectory(own)) }
    guard !FileManager.default.fileExists(atPath: folder.directoryPath) else {
      throw .access(.hasDirectory(folder.directoryPath))
    }
    try Refusal.wrapping { try Directory.move(own, to: folder.directoryPath) }
    return folder.directoryPath
  }
}
