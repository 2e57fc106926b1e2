/// A number as people write it: no exponent, and as many digits as a spreadsheet keeps.
struct PlainNumber {
  /// Digits that a spreadsheet keeps; what a binary fraction has beyond is noise.
  private static let mostDigits = 15

  private let isNegative: Bool
  private var digits: [UInt8]
  /// How many of the digits stand before the point; may be below 0, or more than there are.
  private var point: Int

  /// Nothing for what is no finite number.
  init?(_ number: Double) {
    guard number.isFinite else { return nil }
    isNegative = number < 0
    let parts = abs(number).description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    digits = mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }
    point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    round()
  }

  /// As many hundredths.
  var percent: PlainNumber {
    var result = self
    result.point += 2
    return result
  }

  var text: String {
    var text = ""
    if point <= 0 {
      text = "0." + String(repeating: "0", count: -point) + joined(digits[...])
    } else if point >= digits.count {
      text = joined(digits[...]) + String(repeating: "0", count: point - digits.count)
    } else {
      text = joined(digits[..<point]) + "." + joined(digits[point...])
    }
    if digits == [0] { text = "0" }
    return isNegative ? "-" + text : text
  }

  /// In the places of `pattern`, from the right; as it is if it does not fit.
  func text(filling pattern: String) -> String {
    let plain = text
    let places = pattern.utf8.count { $0 == UInt8(ascii: "0") }
    guard plain.utf8.count <= places, plain.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return plain
    }
    let zeros = String(repeating: "0", count: places - plain.utf8.count)
    var filled = (zeros + plain).makeIterator()
    return String(pattern.map { $0 == "0" ? filled.next() ?? "0" : $0 })
  }

  private func joined(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// To the digits that are kept, without zeros at either end.
  private mutating func round() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    if digits.count > Self.mostDigits {
      let isUp = digits[Self.mostDigits] >= 5
      digits.removeLast(digits.count - Self.mostDigits)
      if isUp { countUp() }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (digits, point) = ([0], 1) }
  }

  private mutating func countUp() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }
}
