internal import Glibc
internal import Office

/// What must hold before anything is served.
enum Safety {
  /// Who may run it and who may reach it; `isRootAllowed` is what MUSTER_ROOT_OK says.
  static func check(
    _ options: ServerOptions, isRoot: Bool, isRootAllowed: Bool
  ) throws(StartRefusal) {
    if isRoot, !isRootAllowed { throw StartRefusal(.isRoot) }
    let isHere = options.host == "localhost" || IPAddress(options.host)?.isLoopback ?? false
    if !isHere, options.proxies.isEmpty, !options.isInsecure {
      throw StartRefusal(.isOpen(host: options.host))
    }
  }

  /// The offices, none of which others may write to, no two of one name.
  static func offices(at paths: [String]) throws(StartRefusal) -> [OfficeFolder] {
    var folders: [OfficeFolder] = []
    for path in paths {
      do throws(Refusal) {
        folders.append(try OfficeFolder(path))
      } catch {
        throw StartRefusal(.office(error))
      }
    }
    for folder in folders {
      for path in files(of: folder) where mayBeWrittenByOthers(path) {
        throw StartRefusal(.isWritableByOthers(path: path))
      }
    }
    for (id, same) in Dictionary(grouping: folders, by: \.id).sorted(by: { $0.key < $1.key })
    where same.count > 1 {
      throw StartRefusal(.sameOffice(id, same.map(\.path)))
    }
    return folders
  }

  /// What whoever could write it could make the server say.
  private static func files(of folder: OfficeFolder) -> [String] {
    let years = folder.years.flatMap { year in
      let home = year.office.folder
      return ["", "/plan.yaml", "/muster.sqlite", "/feeds", "/feeds-private"].map { home + $0 }
    }
    return [folder.path, folder.directoryPath] + years
  }

  private static func mayBeWrittenByOthers(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IWOTH != 0
  }
}
