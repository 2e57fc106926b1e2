extension Instant {
  /// Reads an ISO 8601 time with its offset, such as `2024-06-03T08:00+08:00` or `…Z`; nothing if the text
  /// is no such time.
  ///
  /// By hand, since the feeds tell tens of thousands of times, and a `Regex` takes far longer.
  package init?(iso8601 text: String) {
    var scanner = TimeScanner(text)
    guard let year = scanner.number(digits: 4), scanner.take("-") != nil,
      let month = scanner.number(digits: 2), scanner.take("-") != nil,
      let dayOfMonth = scanner.number(digits: 2), scanner.take("T ") != nil,
      let hour = scanner.number(digits: 2), scanner.take(":") != nil,
      let minute = scanner.number(digits: 2),
      let day = Day(year: year, month: month, day: dayOfMonth), hour < 24, minute < 60
    else { return nil }
    var second = 0
    if scanner.take(":") != nil {
      guard let value = scanner.number(digits: 2), value < 60 else { return nil }
      second = value
      if scanner.take(".") != nil, !scanner.skipDigits() { return nil }
    }
    guard let offset = scanner.offsetSeconds(), scanner.isAtEnd else { return nil }
    self =
      Instant(minutes: Moment(day: day, minute: hour * 60 + minute).minutes) + (second - offset)
  }

  /// Reads `20240612T010000Z` and nothing else.
  package init?(basic text: String) {
    let digits = Array(text)
    guard digits.count == 16, digits[8] == "T", digits[15] == "Z" else { return nil }
    func part(_ range: Range<Int>) -> String { String(digits[range]) }
    self.init(
      iso8601: "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(9..<11)):\(part(11..<13)):"
        + "\(part(13..<15))Z")
  }
}

private struct TimeScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) { rest = Array(text.utf8)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number(digits: Int) -> Int? {
    let taken = rest.prefix(digits)
    guard taken.count == digits, taken.allSatisfy(isDigit) else { return nil }
    rest = rest.dropFirst(digits)
    return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// One of these characters, if it comes next.
  mutating func take(_ characters: String) -> UInt8? {
    guard let next = rest.first, characters.utf8.contains(next) else { return nil }
    rest = rest.dropFirst()
    return next
  }

  /// - Returns: Whether there was any.
  mutating func skipDigits() -> Bool {
    let count = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(count)
    return count > 0
  }

  /// `Z`, `+08:00` or `+0800`.
  mutating func offsetSeconds() -> Int? {
    if take("Zz") != nil { return 0 }
    guard let sign = take("+-"), let hours = number(digits: 2) else { return nil }
    _ = take(":")
    guard let minutes = number(digits: 2), minutes < 60 else { return nil }
    return (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
