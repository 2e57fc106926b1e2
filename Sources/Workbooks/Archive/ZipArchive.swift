/// The parts of a ZIP archive, by its central directory.
///
/// Sizes are judged before anything is unpacked, and nothing is unpacked beyond the size that is
/// stated. Names are only compared with those that a workbook has: no file is ever written, so that
/// `..` in one leads nowhere.
///
/// Source: PKWARE's APPNOTE 6.3.10, §4.3.
struct ZipArchive {
  struct Entry {
    let name: String
    let isEncrypted: Bool
    let method: Int
    let checksum: Int
    let packedSize: Int
    let size: Int
    /// Where its own head stands.
    let offset: Int
  }

  private let file: LittleEndian
  /// By names in small letters, since parts of a workbook are named without regard to case.
  private let entries: [String: (entry: Entry, data: Range<Int>)]

  init(_ bytes: [UInt8]) throws(WorkbookError) {
    file = LittleEndian(bytes: bytes)
    guard let directory = ZipDirectory(of: file) else { throw Self.damaged }
    guard directory.count <= WorkbookLimits.entries else {
      throw WorkbookError(.tooManyEntries(most: WorkbookLimits.entries))
    }
    guard let found = directory.entries(in: file) else { throw Self.damaged }
    try Self.checkSizes(of: found, in: bytes.count)

    var entries: [String: (entry: Entry, data: Range<Int>)] = [:]
    var taken: [Range<Int>] = []
    for entry in found {
      guard let data = Self.data(of: entry, in: file), data.upperBound <= directory.start,
        // Two parts of one name: programs would not agree which is meant.
        entries.updateValue((entry, data), forKey: entry.name) == nil
      else { throw Self.damaged }
      taken.append(entry.offset..<data.upperBound)
    }
    taken.sort { $0.lowerBound < $1.lowerBound }
    for (range, next) in zip(taken, taken.dropFirst())
    where next.lowerBound < range.upperBound {
      throw Self.damaged
    }
    self.entries = entries
  }

  func has(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// The bytes of a part; nothing if there is none of that name.
  func part(_ name: String) throws(WorkbookError) -> [UInt8]? {
    guard let (entry, data) = entries[name.lowercased()] else { return nil }
    if entry.isEncrypted { throw WorkbookError(.encrypted) }
    let packed = file.bytes[data]
    let bytes =
      switch entry.method {
      case 0: entry.size == packed.count ? Array(packed) : nil
      case 8: Inflation.inflated(packed, size: entry.size)
      default: [UInt8]?.none
      }
    guard let bytes, Inflation.checksum(bytes) == entry.checksum else {
      throw WorkbookError(.damaged(part: name))
    }
    return bytes
  }

  private static let damaged = WorkbookError(.damaged(part: nil))

  private static func checkSizes(of entries: [Entry], in count: Int) throws(WorkbookError) {
    let most = WorkbookLimits.unpackedMebibytes << 20
    var size = 0
    for entry in entries {
      guard entry.size <= most - size else {
        throw WorkbookError(.unpacksTooLarge(mebibytes: WorkbookLimits.unpackedMebibytes))
      }
      size += entry.size
    }
    guard size <= count * WorkbookLimits.fold else {
      throw WorkbookError(.unpacksTooFar(fold: WorkbookLimits.fold))
    }
  }

  /// Where the bytes of an entry lie, behind a head that must agree with the directory.
  private static func data(of entry: Entry, in file: LittleEndian) -> Range<Int>? {
    guard file.word(at: entry.offset) == 0x0403_4B50,
      let nameLength = file.short(at: entry.offset + 26),
      let extraLength = file.short(at: entry.offset + 28)
    else { return nil }
    let start = entry.offset + 30 + nameLength + extraLength
    guard start <= file.bytes.count, entry.packedSize <= file.bytes.count - start,
      ZipDirectory.name(of: file.bytes[entry.offset + 30..<entry.offset + 30 + nameLength])
        == entry.name
    else { return nil }
    return start..<start + entry.packedSize
  }
}
