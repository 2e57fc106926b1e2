package import Foundation

/// Files that are either whole or not there, after a loss of power too.
package enum DurableFile {
  /// Writes beside, brings it to the disk, and renames.
  package static func write(_ bytes: Data, to target: URL) throws {
    let folder = target.deletingLastPathComponent()
    let beside = folder.appending(path: ".\(target.lastPathComponent).\(UUID().uuidString)")
    let descriptor = open(beside.path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    do {
      try handle.write(contentsOf: bytes)
      guard fsync(descriptor) == 0, rename(beside.path, target.path) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(beside.path)
      throw error
    }
    // The name itself must last as well.
    let parent = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if parent >= 0 {
      fsync(parent)
      close(parent)
    }
  }
}
