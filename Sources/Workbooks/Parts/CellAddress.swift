/// A cell by its letters and its number: `B12`.
struct CellAddress: Hashable {
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// Both from 1.
  let row: Int
  let column: Int

  /// Nothing for what names no cell.
  init?(_ text: some StringProtocol) {
    var row = 0
    var column = 0
    for byte in text.utf8 {
      switch byte {
      // What is fixed in a formula.
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard row <= Self.lastRow, column <= Self.lastColumn else { return nil }
    }
    guard row > 0 else { return nil }
    self.row = row
    self.column = column
  }
}
