internal import Glibc

/// A folder on disk whose files are read, by paths relative to it.
struct Folder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// The kind of what stands at `relative`, links followed; the empty path is the folder itself.
  func kind(of relative: String) -> Source.Kind {
    var status = stat()
    guard stat(absolute(relative), &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// - Throws: The reason alone.
  func bytes(of relative: String, limit: Int) throws(WorkspaceError.Reason) -> [UInt8] {
    let descriptor = open(absolute(relative), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .noFile(relative) : .unreadable
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable }
    guard status.st_size <= limit else { throw .tooLarge(mebibytes: limit >> 20) }

    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .unreadable }
      if count == 0 { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }

  /// Whether `relative`, links followed, lies inside the folder that holds this one; also if there
  /// is nothing there.
  func holdsBesideItself(_ relative: String) -> Bool {
    guard let home = resolved(path) else { return false }
    let parent = home.split(separator: "/").dropLast()
    let target: [Substring]
    if let found = resolved(absolute(relative)) {
      target = found.split(separator: "/")
    } else {
      var parts = relative.hasPrefix("/") ? [] : home.split(separator: "/")
      for part in relative.split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      target = parts
    }
    return target.starts(with: parent)
  }

  /// The names of the files in a folder, sorted; none if there is no such folder.
  func names(in relative: String) -> [String] {
    guard let directory = opendir(absolute(relative)) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func absolute(_ relative: String) -> String {
    if relative.hasPrefix("/") { return relative }
    return relative.isEmpty ? path : "\(path)/\(relative)"
  }

  private func resolved(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
