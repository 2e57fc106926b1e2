/// Where the central directory of a ZIP archive stands, and how many entries it has.
struct ZipDirectory {
  let start: Int
  let count: Int
  private let end: Int

  /// Nothing if there is none, or not in one piece.
  init?(of file: LittleEndian) {
    guard let record = Self.lastRecord(of: file), var count = file.short(at: record + 10),
      var size = file.word(at: record + 12), var start = file.word(at: record + 16)
    else { return nil }
    var end = record
    if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
      // Zip64: a longer record, found through its locator.
      guard file.word(at: record - 20) == 0x0706_4B50, let long = file.long(at: record - 12),
        file.word(at: long) == 0x0606_4B50, let longCount = file.long(at: long + 32),
        let longSize = file.long(at: long + 40), let longStart = file.long(at: long + 48)
      else { return nil }
      (count, size, start, end) = (longCount, longSize, longStart, long)
    }
    guard start <= end, size <= end - start else { return nil }
    self.start = start
    self.count = count
    self.end = start + size
  }

  /// Nothing unless the directory holds exactly as many as it says.
  func entries(in file: LittleEndian) -> [ZipArchive.Entry]? {
    var entries: [ZipArchive.Entry] = []
    var index = start
    for _ in 0..<count {
      guard let (entry, next) = entry(at: index, in: file) else { return nil }
      // A folder is no part.
      if !entry.name.hasSuffix("/") { entries.append(entry) }
      index = next
    }
    return entries
  }

  /// A part's name as it is compared.
  static func name(of bytes: ArraySlice<UInt8>) -> String {
    let name = String(decoding: bytes, as: UTF8.self).lowercased().replacing("\\", with: "/")
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  private static func lastRecord(of file: LittleEndian) -> Int? {
    let shortest = 22
    guard file.bytes.count >= shortest else { return nil }
    var index = file.bytes.count - shortest
    // A comment of 64 KiB at most stands behind it.
    let first = max(0, index - 0xFFFF)
    while index >= first {
      if file.bytes[index] == 0x50, file.word(at: index) == 0x0605_4B50 { return index }
      index -= 1
    }
    return nil
  }

  private func entry(at index: Int, in file: LittleEndian) -> (ZipArchive.Entry, next: Int)? {
    guard file.word(at: index) == 0x0201_4B50, let flags = file.short(at: index + 8),
      let method = file.short(at: index + 10), let checksum = file.word(at: index + 16),
      var packedSize = file.word(at: index + 20), var size = file.word(at: index + 24),
      let nameLength = file.short(at: index + 28), let extraLength = file.short(at: index + 30),
      let commentLength = file.short(at: index + 32), var offset = file.word(at: index + 42)
    else { return nil }
    let extra = index + 46 + nameLength
    let next = extra + extraLength + commentLength
    guard next <= end else { return nil }
    if size == 0xFFFF_FFFF || packedSize == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      guard var field = Self.longField(in: extra..<extra + extraLength, of: file) else {
        return nil
      }
      for value in [\ZipSizes.size, \.packedSize, \.offset] {
        var sizes = ZipSizes(size: size, packedSize: packedSize, offset: offset)
        guard sizes[keyPath: value] == 0xFFFF_FFFF else { continue }
        guard field.count >= 8, let long = file.long(at: field.lowerBound) else { return nil }
        sizes[keyPath: value] = long
        (size, packedSize, offset) = (sizes.size, sizes.packedSize, sizes.offset)
        field = field.lowerBound + 8..<field.upperBound
      }
    }
    let entry = ZipArchive.Entry(
      name: Self.name(of: file.bytes[index + 46..<extra]), isEncrypted: flags & 1 != 0,
      method: method, checksum: checksum, packedSize: packedSize, size: size, offset: offset)
    return (entry, next)
  }

  /// The extra field that holds what four bytes cannot.
  private static func longField(in extra: Range<Int>, of file: LittleEndian) -> Range<Int>? {
    var index = extra.lowerBound
    while index + 4 <= extra.upperBound {
      guard let kind = file.short(at: index), let length = file.short(at: index + 2),
        index + 4 + length <= extra.upperBound
      else { return nil }
      if kind == 1 { return index + 4..<index + 4 + length }
      index += 4 + length
    }
    return nil
  }
}

/// The numbers of an entry that may need eight bytes, in the order in which they stand there.
private struct ZipSizes {
  var size: Int
  var packedSize: Int
  var offset: Int
}
