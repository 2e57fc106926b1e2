internal import Foundation

/// Files that a person hands in.
enum ReadFile {
  /// - Throws: `Refusal`, where there is none, or something that is no file.
  static func bytes(of path: String, at url: URL) throws(Refusal) -> Data {
    try check(path, at: url)
    guard let bytes = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      throw .recording(.notAFile(url.path, .unreadable))
    }
    return bytes
  }

  /// That there is a file that may be read.
  static func check(_ path: String) throws(Refusal) {
    let url = URL(filePath: path)
    try check(path, at: url)
    guard access(url.path, R_OK) == 0 else { throw .recording(.notAFile(url.path, .unreadable)) }
  }

  private static func check(_ path: String, at url: URL) throws(Refusal) {
    var status = stat()
    guard !path.isEmpty else { throw .recording(.notAFile(path, .noName)) }
    guard stat(url.path, &status) == 0 else { throw .recording(.noSuchFile(url.path)) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .recording(.notAFile(url.path, .folder))
    // A pipe would keep us waiting for whoever writes to it.
    default: throw .recording(.notAFile(url.path, .device))
    }
  }
}
