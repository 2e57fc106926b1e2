extension ZoneTable {
  /// Reads a file in TZif form; nil if it is none.
  ///
  /// Source: RFC 9636 §3.
  init?(id: String, file: [UInt8]) {
    guard file.starts(with: Array("TZif".utf8)), let first = Header(file, at: 0) else {
      return nil
    }
    // Version 1 has 32-bit times; from version 2 on the 64-bit block follows it.
    let isLong = file[4] >= UInt8(ascii: "2")
    let start = isLong ? Header.size + first.bodySize(timeSize: 4) : 0
    guard let header = Header(file, at: start) else { return nil }
    let timeSize = isLong ? 8 : 4
    let times = start + Header.size
    let indices = times + header.times * timeSize
    let types = indices + header.times
    let names = types + header.types * 6
    let end = times + header.bodySize(timeSize: timeSize)
    guard end <= file.count, header.types > 0 else { return nil }

    var kinds: [LocalTime] = []
    for type in stride(from: types, to: names, by: 6) {
      let name = names + Int(file[type + 5])
      guard name < end else { return nil }
      kinds.append(
        LocalTime(
          offset: file.bigEndian(at: type, size: 4), isDaylight: file[type + 4] != 0,
          name: String(decoding: file[name..<end].prefix { $0 != 0 }, as: UTF8.self)))
    }
    let local = Array(file[indices..<types])
    guard local.allSatisfy({ $0 < kinds.count }) else { return nil }
    let footer = file[end...].dropFirst().prefix { $0 != UInt8(ascii: "\n") }
    self.init(
      id: id,
      instants: (0..<header.times).map {
        file.bigEndian(at: times + $0 * timeSize, size: timeSize)
      },
      local: local, kinds: kinds, rule: isLong ? DaylightRule(Array(footer)) : nil)
  }

  /// The counts at the head of each block of the file.
  private struct Header {
    static let size = 44
    let isUTC, isStandard, leaps, times, types, characters: Int

    init?(_ file: [UInt8], at start: Int) {
      guard start + Self.size <= file.count else { return nil }
      let counts = (0..<6).map { file.bigEndian(at: start + 20 + 4 * $0, size: 4) }
      guard counts.allSatisfy({ (0...file.count).contains($0) }) else { return nil }
      isUTC = counts[0]
      isStandard = counts[1]
      leaps = counts[2]
      times = counts[3]
      types = counts[4]
      characters = counts[5]
    }

    func bodySize(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4) + isStandard + isUTC
    }
  }
}

extension [UInt8] {
  /// A signed number of `size` bytes, the highest first.
  fileprivate func bigEndian(at start: Int, size: Int) -> Int {
    var bits: UInt64 = 0
    for byte in self[start..<(start + size)] { bits = bits << 8 | UInt64(byte) }
    return size == 8 ? Int(Int64(bitPattern: bits)) : Int(Int32(truncatingIfNeeded: bits))
  }
}
