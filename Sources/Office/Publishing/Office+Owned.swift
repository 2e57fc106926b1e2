internal import Drills
internal import Foundation
internal import Workspace

extension Office {
  /// Refuses to write where the planner or Muster keeps something: the workspace's own files, the
  /// record, feeds and evidence.
  ///
  /// Paths are compared as the system sees them, through links and dots.
  package func refuseOwned(_ path: String) throws(Refusal) {
    let target = Office.real(path)
    let home = Office.real(folder)
    guard target != home else { throw .publishing(.isOwned(path)) }
    if target.hasPrefix(home + "/") {
      let name = String(target.dropFirst(home.count + 1))
      let first = name.split(separator: "/").first.map(String.init) ?? name
      if Office.ownFolders.contains(first) || first.hasPrefix("muster.sqlite")
        || first.hasPrefix("office.sqlite")
        || Office.plannersFiles.contains(name)
      {
        throw .publishing(.isOwned(path))
      }
    }
    let files = WorkspaceReader(folder: folder).read().files
    for file in files
    where Office.real(URL(filePath: folder).appending(path: file.path).path) == target {
      throw .publishing(.isOwned(path))
    }
    if let identity = Office.identity(of: path),
      (files.map(\.path) + ["muster.sqlite"]).contains(where: {
        Office.identity(of: URL(filePath: folder).appending(path: $0).path) == identity
      })
    {
      throw .publishing(.isOwned(path))
    }
  }

  private static let ownFolders: Set = ["feeds", "feeds-private", "evidence", "forms"]
  private static let plannersFiles: Set = [
    "plan.yaml", "plan.schema.json", "communities.csv", "venues.csv", "teams.csv",
    "communities.xlsx", "venues.xlsx", "teams.xlsx", "tables.xlsx",
  ]

  /// The path without links; of what is not there yet, that of the folder that is.
  private static func real(_ path: String) -> String {
    var url = URL(filePath: path).standardizedFileURL
    var missing: [String] = []
    while url.path != "/" {
      if let found = realpath(url.path, nil) {
        defer { free(found) }
        return ([String(cString: found)] + missing.reversed()).joined(separator: "/")
      }
      missing.append(url.lastPathComponent)
      url = url.deletingLastPathComponent()
    }
    return "/" + missing.reversed().joined(separator: "/")
  }

  /// Of a file that has several names, the same for each.
  private static func identity(of path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
