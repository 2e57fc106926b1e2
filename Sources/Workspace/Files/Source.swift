/// Where a workspace is read from: a folder on disk, or files that are held in memory, as a record keeps
/// those of each revision.
package enum Source: Sendable {
  case disk(folder: String)
  /// The bytes of each file by its path as plan.yaml names it, also of calendars beside the workspace.
  case memory([String: [UInt8]])
}

extension Source {
  enum Kind {
    case file, folder, nothing
  }

  /// 64 MiB: more than a province's tables.
  static let mostBytes = 64 << 20

  /// What mistakes call the workspace itself.
  var name: String {
    switch self {
    case .disk(let folder): folder
    case .memory: "."
    }
  }

  /// The kind of what stands at `relative`; the empty path is the workspace itself.
  func kind(of relative: String) -> Kind {
    switch self {
    case .disk(let folder): return Folder(folder).kind(of: relative)
    case .memory(let files):
      if relative.isEmpty { return .folder }
      if files[relative] != nil { return .file }
      return files.keys.contains { $0.hasPrefix(relative + "/") } ? .folder : .nothing
    }
  }

  /// - Throws: The reason alone.
  func bytes(
    of relative: String, limit: Int = mostBytes
  ) throws(WorkspaceError.Reason) -> [UInt8] {
    switch self {
    case .disk(let folder): return try Folder(folder).bytes(of: relative, limit: limit)
    case .memory(let files):
      guard let bytes = files[relative] else {
        throw kind(of: relative) == .folder ? .isFolder : .noFile(relative)
      }
      guard bytes.count <= limit else { throw .tooLarge(mebibytes: limit >> 20) }
      return bytes
    }
  }

  /// Whether `relative` lies inside the folder that holds the workspace, also if nothing is there.
  ///
  /// What is held in memory was asked when it was read from disk.
  func holdsBesideItself(_ relative: String) -> Bool {
    switch self {
    case .disk(let folder): return Folder(folder).holdsBesideItself(relative)
    case .memory(let files):
      if files[relative] != nil { return true }
      if relative.hasPrefix("/") { return false }
      // The workspace lies one folder deep.
      var depth = 1
      for part in relative.split(separator: "/") where part != "." {
        depth += part == ".." ? -1 : 1
        if depth < 0 { return false }
      }
      return true
    }
  }

  /// The names of the files in a folder, sorted; none if there is no such folder.
  func names(in relative: String) -> [String] {
    switch self {
    case .disk(let folder): return Folder(folder).names(in: relative)
    case .memory(let files):
      let prefix = relative.isEmpty ? "" : relative + "/"
      let names = files.keys.filter { $0.hasPrefix(prefix) }
        .compactMap { $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init) }
      return Set(names).sorted()
    }
  }
}
