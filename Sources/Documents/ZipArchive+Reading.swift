internal import CZlib

extension ZipArchive {
  /// Why bytes are no archive to read.
  package enum Fault: Error, Hashable, Sendable {
    /// The format of .doc, .wps, .xls and of what is encrypted.
    case oldFormat
    case notZip
    case tooLarge
    case damaged(String)
  }

  private static let largestFile = 64 << 20
  private static let largestWhole = 256 << 20
  private static let mostEntries = 2000

  /// - Throws: ``Fault`` for what is no ZIP file, or one that would fill the memory.
  package init(reading file: [UInt8]) throws(Fault) {
    self.init()
    if file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .oldFormat }
    guard file.count <= ZipArchive.largestFile else { throw .tooLarge }
    guard file.starts(with: [0x50, 0x4B]), let end = ZipArchive.end(of: file) else { throw .notZip }
    let count = number(file, end + 10, 2)
    guard count <= ZipArchive.mostEntries else { throw .tooLarge }
    var place = number(file, end + 16, 4)
    var whole = 0
    for _ in 0..<count {
      guard place + 46 <= file.count, number(file, place, 4) == 0x0201_4B50 else {
        throw .damaged("")
      }
      let nameLength = number(file, place + 28, 2)
      guard place + 46 + nameLength <= file.count else { throw .damaged("") }
      let name = String(decoding: file[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
      let packedSize = number(file, place + 20, 4)
      let size = number(file, place + 24, 4)
      let local = number(file, place + 42, 4)
      guard number(file, place + 8, 2) & 1 == 0 else { throw .damaged(name) }
      guard local + 30 <= file.count, number(file, local, 4) == 0x0403_4B50 else {
        throw .damaged(name)
      }
      let start = local + 30 + number(file, local + 26, 2) + number(file, local + 28, 2)
      guard start + packedSize <= file.count else { throw .damaged(name) }
      whole += size
      guard whole <= ZipArchive.largestWhole else { throw .tooLarge }
      append(
        Entry(
          name: name, method: UInt16(number(file, place + 10, 2)),
          check: UInt32(number(file, place + 16, 4)), size: size,
          packed: Array(file[start..<(start + packedSize)])))
      place += 46 + nameLength + number(file, place + 30, 2) + number(file, place + 32, 2)
    }
  }

  /// Where the record at the end begins; a comment may follow it.
  private static func end(of file: [UInt8]) -> Int? {
    var place = file.count - 22
    let first = max(0, file.count - 22 - 65_535)
    while place >= first {
      if file[place] == 0x50, number(file, place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  /// What an entry holds; nothing if there is none.
  package func bytes(of name: String) throws(Fault) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    let bytes =
      switch entry.method {
      case 0: entry.packed
      case 8: inflated(entry.packed, size: entry.size)
      default: nil as [UInt8]?
      }
    guard let bytes, bytes.count == entry.size, ZipArchive.check(of: bytes) == entry.check else {
      throw .damaged(name)
    }
    return bytes
  }
}

private func number(_ bytes: [UInt8], _ start: Int, _ length: Int) -> Int {
  (0..<length).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
}

/// - Returns: Nothing if it is not so many bytes deflated.
private func inflated(_ packed: [UInt8], size: Int) -> [UInt8]? {
  var stream = z_stream()
  guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  else { return nil }
  defer { inflateEnd(&stream) }
  var packed = packed
  // A byte more than it says, so that what is longer shows.
  var bytes = [UInt8](repeating: 0, count: size + 1)
  let end = packed.withUnsafeMutableBufferPointer { source in
    bytes.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      return inflate(&stream, Z_FINISH)
    }
  }
  guard end == Z_STREAM_END, Int(stream.total_out) == size else { return nil }
  return Array(bytes.prefix(size))
}
