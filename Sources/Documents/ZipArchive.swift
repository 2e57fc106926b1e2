internal import CZlib

/// A ZIP file as entries in order; what is not replaced keeps its packed bytes.
///
/// Source: APPNOTE.TXT 6.3.10 §4.3, without encryption, spanning or ZIP64, which no document needs.
package struct ZipArchive: Sendable {
  struct Entry: Sendable {
    let name: String
    /// 0 stored, 8 deflated.
    var method: UInt16
    var check: UInt32
    var size: Int
    var packed: [UInt8]
  }

  private(set) var entries: [Entry] = []

  package init() {}

  package var names: [String] { entries.map(\.name) }

  /// Adds an entry, or gives the one of that name other bytes in its place.
  package mutating func set(_ name: String, to bytes: [UInt8]) {
    let entry = Entry(
      name: name, method: 8, check: ZipArchive.check(of: bytes), size: bytes.count,
      packed: deflated(bytes))
    if let index = entries.firstIndex(where: { $0.name == name }) {
      entries[index] = entry
    } else {
      entries.append(entry)
    }
  }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  static func check(of bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
  }

  /// The bytes of the file; the same entries give the same bytes.
  package var file: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      // Version 2.0, names in UTF-8, 1 January 1980 00:00.
      let header: [UInt8] =
        little(20 as UInt16) + little(0x0800 as UInt16) + little(entry.method)
        + little(0 as UInt16) + little(0x0021 as UInt16) + little(entry.check)
        + little(UInt32(entry.packed.count)) + little(UInt32(entry.size))
        + little(UInt16(name.count)) + little(0 as UInt16)
      directory += little(0x0201_4B50 as UInt32) + little(20 as UInt16) + header
      // No comment, first disk, no attributes.
      directory += [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + little(UInt32(file.count)) + name
      file += little(0x0403_4B50 as UInt32) + header + name + entry.packed
    }
    let start = file.count
    file += directory
    file += little(0x0605_4B50 as UInt32) + [0, 0, 0, 0]
    file += little(UInt16(entries.count)) + little(UInt16(entries.count))
    file += little(UInt32(directory.count)) + little(UInt32(start)) + [0, 0]
    return file
  }
}

private func little(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}

/// Deflated without zlib's own header.
private func deflated(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  let version = ZLIB_VERSION
  let state = deflateInit2_(
    &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, version,
    Int32(MemoryLayout<z_stream>.size))
  precondition(state == Z_OK, "out of memory")
  defer { deflateEnd(&stream) }
  var bytes = bytes
  var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let count = packed.count
  let end = bytes.withUnsafeMutableBufferPointer { source in
    packed.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(count)
      return deflate(&stream, Z_FINISH)
    }
  }
  precondition(end == Z_STREAM_END, "the bound leaves room for all of it")
  return Array(packed.prefix(count - Int(stream.avail_out)))
}
