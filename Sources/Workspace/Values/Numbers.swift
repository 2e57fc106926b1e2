import Drills

/// The largest count of people, and the largest weight, priority or other count.
enum Most {
  static let people = 1_000_000_000
  static let number = 1_000_000
  /// Days in one range of dates.
  static let days = 1100
}

func readInteger(
  _ text: String, in range: ClosedRange<Int>
) throws(WorkspaceError.Reason) -> Int {
  guard let number = Int(text), text != "-0", !text.utf8.starts(with: "+".utf8) else {
    let isDecimal = text.contains(".")
    let digits = String(text.halfWidth.filter { !",_ ".contains($0) }.prefix { $0.isNumber })
    if text.isDigits { throw .outOfRange(text, range) }
    throw .notAWholeNumber(text, near: digits.isDigits && !isDecimal ? digits : nil)
  }
  guard range.contains(number) else { throw .outOfRange(text, range) }
  return number
}

/// Degrees, as a plain decimal.
func readDegrees(_ text: String, most: Int) throws(WorkspaceError.Reason) -> Double {
  guard let degrees = plainDecimal(text) else {
    let near = text.halfWidth
    throw .notANumber(text, near: plainDecimal(near) == nil ? nil : near)
  }
  guard abs(degrees) <= Double(most) else { throw .notADegree(text, most: most) }
  return degrees
}

private func plainDecimal(_ text: String) -> Double? {
  let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
  return isPlain ? Double(text) : nil
}

/// A number of people, or an exact share of the population such as `2.5%`.
func readParticipants(
  _ text: String
) throws(WorkspaceError.Reason) -> Requirement.Participants {
  guard text.utf8.last == UInt8(ascii: "%") else {
    return .number(try readInteger(text, in: 0...Most.people))
  }
  let parts = text.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    .map { String($0) }
  guard (1...2).contains(parts.count), parts.allSatisfy(\.isDigits),
    parts[0].utf8.count <= 3, parts.last.map({ $0.utf8.count <= 6 }) ?? false,
    let numerator = Int(parts.joined())
  else { throw .notAPercentage(text) }
  var denominator = 100
  if parts.count == 2 {
    for _ in parts[1].utf8 { denominator *= 10 }
  }
  guard numerator <= denominator else { throw .notAPercentage(text) }
  return .share(numerator: numerator, denominator: denominator)
}
