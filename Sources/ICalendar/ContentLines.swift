/// The content lines of a calendar one after the other, folds undone only when asked.
///
/// Nothing is kept, so a file of ten million lines costs no more memory than one of ten.
/// Source: RFC 5545 §3.1.
struct ContentLines {
  /// Where a content line stands; its bytes are asked for with `bytes(of:)`.
  struct Line: Hashable, Sendable {
    /// The physical line it starts on, counted from 1.
    let number: Int
    /// Its bytes in the file with the folds, without the last line end.
    var range: Range<Int>
    var isFolded: Bool
  }

  private let text: [UInt8]
  private let limit: Int
  private var position = 0
  private(set) var lineNumber = 0

  /// - Parameters:
  ///   - text: UTF-8; CRLF, LF and CR end lines, even mixed.
  ///   - limit: the most bytes one physical line may have.
  init(of text: [UInt8], limit: Int) {
    self.text = text
    self.limit = limit
  }

  /// The next line that is not blank, nil at the end.
  mutating func next() throws(LineTooLong) -> Line? {
    while position < text.count {
      let start = position
      var line = Line(number: lineNumber + 1, range: start..<(try skipLine()), isFolded: false)
      while position < text.count, text[position].isBlank {
        line.range = start..<(try skipLine())
        line.isFolded = true
      }
      if !line.range.isEmpty { return line }
    }
    return nil
  }

  struct LineTooLong: Error {
    let number: Int
  }

  /// Moves past one physical line and returns where it ends.
  private mutating func skipLine() throws(LineTooLong) -> Int {
    lineNumber += 1
    let start = position
    while position < text.count, text[position] != UInt8(ascii: "\n"),
      text[position] != UInt8(ascii: "\r")
    {
      position += 1
    }
    let end = position
    guard end - start <= limit else { throw LineTooLong(number: lineNumber) }
    if position < text.count, let next = text[...].indexAfterLineEnd(at: position) {
      position = next
    }
    return end
  }

  /// Where a byte of a line stands in the file.
  ///
  /// - Parameters:
  ///   - offset: how many of the line's unfolded bytes come before it.
  ///   - line: the line.
  /// - Returns: the physical line and, in characters, the column.
  func place(ofByte offset: Int, in line: Line) -> Place {
    var place = Place(line: line.number, column: 1)
    var index = line.range.lowerBound
    var left = offset
    while index < line.range.upperBound {
      if let next = text[...].indexAfterLineEnd(at: index) {
        place = Place(line: place.line + 1, column: 2)
        index = next + 1
        continue
      }
      if left == 0 { break }
      left -= 1
      index += 1
      if index == line.range.upperBound || text[index] & 0xC0 != 0x80 { place.column += 1 }
    }
    return place
  }

  /// The bytes of a line, unfolded.
  func bytes(of line: Line) -> ArraySlice<UInt8> {
    line.isFolded ? unfolded(text[line.range])[...] : text[line.range]
  }
}

/// A line and a column in it, both counted from 1.
struct Place: Hashable, Sendable {
  var line: Int
  var column = 1
}
