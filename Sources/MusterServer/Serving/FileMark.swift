internal import Drills
internal import Glibc

/// What changes with whatever is written to a file.
struct FileMark: Hashable, Sendable {
  private let inode: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Nothing where there is no file.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }

  /// When it was last written.
  var modified: Instant { Instant(seconds: seconds) }

  /// Of a database and the log beside it.
  static func ofDatabase(_ path: String) -> [FileMark?] {
    [FileMark(path), FileMark(path + "-wal")]
  }
}
