import CZlib

/// A workbook put together from text, as one would by hand after Excel's or WPS's habits.
///
/// A ZIP writer of its own, so that what reads archives is not judged by what it shares.
struct HandWritten {
  /// By name, in the order in which they are written.
  var parts: [(name: String, bytes: [UInt8])] = []

  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// `rows` stand inside `sheetData`, `after` behind it, `styles` inside `styleSheet`.
  init(
    rows: String, after: String = "", texts: String = "", styles: String = "",
    workbook: String = "", sheets: [(name: String, state: String)] = [("Sheet1", "visible")]
  ) {
    set("[Content_Types].xml", "<Types/>")
    set(
      "_rels/.rels",
      """
      <Relationships xmlns="\(Self.package)"><Relationship Id="rId1" \
      Type="\(Self.office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """)
    var list = ""
    var targets = """
      <Relationship Id="rS" Type="\(Self.office)/sharedStrings" Target="sharedStrings.xml"/>\
      <Relationship Id="rF" Type="\(Self.office)/styles" Target="/xl/styles.xml"/>
      """
    for (index, sheet) in sheets.enumerated() {
      list +=
        "<sheet name='\(sheet.name)' sheetId='\(index + 1)' state='\(sheet.state)' r:id='r\(index)'/>"
      targets += """
        <Relationship Id="r\(index)" Type="\(Self.office)/worksheet" \
        Target="worksheets/sheet\(index + 1).xml"/>
        """
      set(
        "xl/worksheets/sheet\(index + 1).xml",
        "<worksheet xmlns='\(Self.main)'><sheetData>\(rows)</sheetData>\(after)</worksheet>")
    }
    set(
      "xl/workbook.xml",
      "<workbook xmlns='\(Self.main)' xmlns:r='\(Self.office)'>\(workbook)<sheets>\(list)</sheets></workbook>"
    )
    set(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='\(Self.package)'>\(targets)</Relationships>")
    set("xl/sharedStrings.xml", "<sst xmlns='\(Self.main)'>\(texts)</sst>")
    let plain = "<cellXfs><xf numFmtId='0'/></cellXfs>"
    set(
      "xl/styles.xml",
      "<styleSheet xmlns='\(Self.main)'>\(styles.isEmpty ? plain : styles)</styleSheet>")
  }

  mutating func set(_ name: String, _ text: String) { set(name, Array(text.utf8)) }

  mutating func set(_ name: String, _ bytes: [UInt8]) {
    parts.removeAll { $0.name == name }
    parts.append((name, bytes))
  }

  var bytes: [UInt8] { HandWrittenArchive(parts).bytes }
}

/// A ZIP archive, every field of which can be wrong.
struct HandWrittenArchive {
  struct Entry {
    var name: [UInt8]
    var bytes: [UInt8]
    var method = 8
    var flags = 0
    /// What the directory says, if it is not the truth.
    var statedSize: Int?
    var statedChecksum: UInt32?
    /// The sizes and the offset stand in a field of eight bytes each.
    var isLong = false
    /// The head in front of the data knows no sizes; they follow it.
    var isStreamed = false
  }

  var entries: [Entry]
  /// What the directory says of the number of entries.
  var statedCount: Int?
  var comment: [UInt8] = []
  /// Entries whose head is that of the first one.
  var sharesFirst = false

  init(_ parts: [(name: String, bytes: [UInt8])]) {
    entries = parts.map { Entry(name: Array($0.name.utf8), bytes: $0.bytes) }
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = sharesFirst ? 0 : file.count
      let packed = entry.method == 8 ? Self.deflated(entry.bytes) : entry.bytes
      let checksum = Int(entry.statedChecksum ?? Self.checksum(entry.bytes))
      let size = entry.statedSize ?? entry.bytes.count
      let flags = entry.flags | (entry.isStreamed ? 8 : 0)
      let known = entry.isStreamed ? [0, 0, 0] : [checksum, packed.count, size]
      if !sharesFirst || file.isEmpty {
        file += word(0x0403_4B50) + short(20) + short(flags) + short(entry.method) + word(0)
        file += known.flatMap(word) + short(entry.name.count) + short(0) + entry.name + packed
        if entry.isStreamed {
          file += word(0x0807_4B50) + word(checksum) + word(packed.count) + word(size)
        }
      }
      let extra =
        entry.isLong
        ? short(1) + short(24) + long(size) + long(packed.count) + long(offset) : []
      let most = 0xFFFF_FFFF
      directory += word(0x0201_4B50) + short(20) + short(20) + short(flags)
      directory += short(entry.method) + word(0) + word(checksum)
      directory += word(entry.isLong ? most : packed.count) + word(entry.isLong ? most : size)
      directory += short(entry.name.count) + short(extra.count) + short(0) + short(0) + short(0)
      directory += word(0) + word(entry.isLong ? most : offset) + entry.name + extra
    }
    let count = statedCount ?? entries.count
    let start = file.count
    file += directory + word(0x0605_4B50) + short(0) + short(0) + short(count) + short(count)
    return file + word(directory.count) + word(start) + short(comment.count) + comment
  }

  private func short(_ number: Int) -> [UInt8] { (0..<2).map { UInt8(number >> (8 * $0) & 0xFF) } }
  private func word(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(number >> (8 * $0) & 0xFF) } }
  private func long(_ number: Int) -> [UInt8] { (0..<8).map { UInt8(number >> (8 * $0) & 0xFF) } }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    UInt32(crc32(0, bytes, UInt32(bytes.count)))
  }

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    compress2(&result, &length, bytes, uLong(bytes.count), 9)
    // Without zlib's own head and checksum.
    return Array(result[2..<Int(length) - 4])
  }
}
