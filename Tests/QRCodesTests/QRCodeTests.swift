import CZlib
import QRCodes
import Testing

private let address = "https://feeds.example.org/baita-2024/communities/qingsong.ics"

@Suite struct `A QR code` {
  @Test func `has the three finder patterns and as many modules as its bytes need`() throws {
    let code = try #require(QRCode(address))

    // 61 bytes at level M: version 4 holds 62. Source: ISO/IEC 18004, table 7.
    #expect(code.side == 33)
    let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    for (top, left) in [(0, 0), (0, 26), (26, 0)] {
      let seen = (0..<7).map { row in
        (0..<7).map { code.isDark(row: top + row, column: left + $0) ? "#" : "." }.joined()
      }
      #expect(seen == finder)
    }
  }

  @Test func `is light all around`() throws {
    let code = try #require(QRCode("a"))

    for place in -QRCode.quietZone..<code.side + QRCode.quietZone {
      #expect(!code.isDark(row: -1, column: place))
      #expect(!code.isDark(row: place, column: code.side))
    }
  }

  @Test(arguments: [("", false), ("a\u{0}b", false), ("消防演练", true)])
  func `is of any text that a symbol can hold`(text: String, isPossible: Bool) {
    #expect((QRCode(text) != nil) == isPossible)
  }

  @Test func `holds 2331 bytes and no more`() {
    #expect(QRCode(String(repeating: "a", count: 2331))?.side == 177)
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
  }

  @Test func `stands in a terminal two modules a character`() throws {
    let code = try #require(QRCode(address))

    let lines = code.lines(setsColours: false)

    #expect(lines.count == 21)
    #expect(lines.allSatisfy { $0.count == 41 })
    let drawn = lines.flatMap { line in
      [line.map { "█▀".contains($0) }, line.map { "█▄".contains($0) }]
    }
    for row in 0..<41 {
      for column in 0..<41 {
        #expect(drawn[row][column] == !code.isDark(row: row - 4, column: column - 4))
      }
    }
    let coloured = code.lines(setsColours: true)
    #expect(coloured == lines.map { "\u{1B}[97;40m\($0)\u{1B}[0m" })
  }

  @Test(arguments: [1, 3, 8])
  func `is a picture of the same modules`(scale: Int) throws {
    let code = try #require(QRCode(address))

    let picture = try Picture(code.png(scale: scale))

    #expect(picture.width == 41 * scale)
    #expect(picture.height == 41 * scale)
    for row in 0..<picture.height {
      for column in 0..<picture.width {
        #expect(
          picture.isDark(row, column)
            == code.isDark(row: row / scale - 4, column: column / scale - 4))
      }
    }
  }
}

/// A PNG of one bit a pixel, taken apart with its checksums.
private struct Picture {
  var width = 0
  var height = 0
  private var lines: [UInt8] = []

  init(_ bytes: [UInt8]) throws {
    #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    var rest = bytes.dropFirst(8)
    var types: [String] = []
    while !rest.isEmpty {
      let length = number(rest.prefix(4))
      let checked = Array(rest.dropFirst(4).prefix(4 + length))
      let sum = number(rest.dropFirst(8 + length).prefix(4))
      #expect(Int(crc32(0, checked, UInt32(checked.count))) == sum)
      let type = String(decoding: checked.prefix(4), as: UTF8.self)
      types.append(type)
      let content = Array(checked.dropFirst(4))
      if type == "IHDR" {
        width = number(content.prefix(4))
        height = number(content.dropFirst(4).prefix(4))
        #expect(Array(content.dropFirst(8)) == [1, 0, 0, 0, 0])
      } else if type == "IDAT" {
        var size = uLong(height * (1 + (width + 7) / 8))
        lines = [UInt8](repeating: 0, count: Int(size))
        #expect(uncompress(&lines, &size, content, uLong(content.count)) == Z_OK)
        #expect(Int(size) == lines.count)
      }
      rest = rest.dropFirst(12 + length)
    }
    #expect(types == ["IHDR", "IDAT", "IEND"])
  }

  func isDark(_ row: Int, _ column: Int) -> Bool {
    let start = row * (1 + (width + 7) / 8)
    return lines[start + 1 + column / 8] & (0x80 >> (column % 8)) == 0
  }

  private func number(_ bytes: some Collection<UInt8>) -> Int {
    bytes.reduce(0) { $0 << 8 | Int($1) }
  }
}
