// A workbook that came from anywhere: the bytes of one, or parts of one that is right but for them; the
// first byte says which. A byte 0 stands between the sheet, the styles and the texts.

import CZlib
import Foundation

private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
private let package = "http://schemas.openxmlformats.org/package/2006/relationships"

/// The table stands in one place only.
private let withoutCSV: Void = {
  do {
    try FileManager.default.removeItem(at: folder.appending(path: "communities.csv"))
  } catch { fatalError("cannot remove communities.csv") }
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbook(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let rest = Array(bytes.dropFirst())
  _ = withoutCSV
  watched { read(first % 4 == 0 ? rest : workbook(of: rest), as: "communities.xlsx") }
  return 0
}

private func workbook(of parts: [UInt8]) -> [UInt8] {
  let pieces = parts.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
  func piece(_ index: Int, _ root: String) -> [UInt8] {
    let inside = index < pieces.count ? pieces[index] : []
    // What has a head of its own is taken as it is.
    if inside.starts(with: Array("<?xml".utf8)) { return inside }
    return Array("<\(root) xmlns='\(main)'>".utf8) + inside + Array("</\(root)>".utf8)
  }
  return stored([
    (
      "_rels/.rels",
      Array(
        "<Relationships xmlns='\(package)'><Relationship Id='a' Type='\(office)/officeDocument' Target='w'/></Relationships>"
          .utf8)
    ),
    (
      "w",
      Array(
        "<workbook xmlns='\(main)' xmlns:r='\(office)'><sheets><sheet name='社区' r:id='a'/></sheets></workbook>"
          .utf8)
    ),
    (
      "_rels/w.rels",
      Array(
        "<Relationships xmlns='\(package)'><Relationship Id='a' Type='\(office)/worksheet' Target='s'/><Relationship Id='b' Type='\(office)/styles' Target='f'/><Relationship Id='c' Type='\(office)/sharedStrings' Target='t'/></Relationships>"
          .utf8)
    ),
    ("s", piece(0, "worksheet")), ("f", piece(1, "styleSheet")), ("t", piece(2, "sst")),
  ])
}

/// An archive of parts as they are, with the checksums that belong to them.
private func stored(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in parts {
    let checksum = Int(crc32(0, bytes, UInt32(bytes.count)))
    let sizes = number(checksum, 4) + number(bytes.count, 4) + number(bytes.count, 4)
    let head = number(20, 2) + number(0, 8) + sizes + number(name.utf8.count, 2) + number(0, 2)
    directory += number(0x0201_4B50, 4) + number(20, 2) + head + number(0, 10)
    directory += number(file.count, 4) + Array(name.utf8)
    file += number(0x0403_4B50, 4) + head + Array(name.utf8) + bytes
  }
  let ends = number(parts.count, 2) + number(parts.count, 2) + number(directory.count, 4)
  return file + directory + number(0x0605_4B50, 4) + number(0, 4) + ends + number(file.count, 4)
    + number(0, 2)
}
