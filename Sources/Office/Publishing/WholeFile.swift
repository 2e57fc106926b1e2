package import Foundation

/// Files that are either whole or not there, and of which a failure leaves nothing behind.
package enum WholeFile {
  /// Writes beside and renames; `durably`: so that it outlasts a loss of power.
  ///
  /// - Throws: `Refusal` with the path and the cause.
  package static func write(
    _ bytes: some Collection<UInt8>, to target: URL, durably: Bool = true
  ) throws(Refusal) {
    try write(to: target, durably: durably) { beside throws(Refusal) in
      try save(bytes, to: beside.path, as: target.path)
    }
  }

  /// The same of a file that `body` makes where it is told.
  package static func write(
    to target: URL, durably: Bool = true, making body: (URL) throws(Refusal) -> Void
  ) throws(Refusal) {
    let folder = target.deletingLastPathComponent()
    try makeFolder(folder)
    // Its own name may be as long as a name can be.
    let beside = folder.appending(path: ".muster-\(UUID().uuidString)")
    do throws(Refusal) {
      try body(beside)
      if durably { try sync(beside.path, O_RDONLY, as: target.path) }
      guard rename(beside.path, target.path) == 0 else {
        throw .publishing(.cannotWrite(target.path, WriteCause(errno)))
      }
    } catch {
      unlink(beside.path)
      throw error
    }
    // The name itself must last as well.
    if durably { try? sync(folder.path, O_RDONLY | O_DIRECTORY, as: folder.path) }
  }

  /// With those that it lies in.
  static func makeFolder(_ folder: URL) throws(Refusal) {
    guard mkdir(folder.path, 0o777) != 0 else { return }
    let code = errno
    if code == ENOENT, folder.path != "/" {
      try makeFolder(folder.deletingLastPathComponent())
      guard mkdir(folder.path, 0o777) != 0, errno != EEXIST else { return }
      throw .publishing(.cannotWrite(folder.path, WriteCause(errno)))
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw .publishing(.cannotWrite(folder.path, WriteCause(code))) }
  }

  /// Writes a new file of that path; `name`: as messages call it.
  static func save(
    _ bytes: some Collection<UInt8>, to path: String, as name: String
  ) throws(Refusal) {
    let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .publishing(.cannotWrite(name, WriteCause(errno))) }
    var code = WholeFile.writeAll(Array(bytes), to: descriptor)
    // Some file systems tell only now that there was no room.
    if close(descriptor) != 0, code == nil { code = errno }
    if let code {
      unlink(path)
      throw .publishing(.cannotWrite(name, WriteCause(code)))
    }
  }

  /// - Returns: The system's number for what went wrong; nothing if all was written.
  package static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }

  private static func sync(_ path: String, _ mode: Int32, as name: String) throws(Refusal) {
    let descriptor = open(path, mode | O_CLOEXEC)
    guard descriptor >= 0 else { throw .publishing(.cannotWrite(name, WriteCause(errno))) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .publishing(.cannotWrite(name, WriteCause(errno)))
    }
  }
}
