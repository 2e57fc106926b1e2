package import Drills

/// The largest count of people, and the largest weight, priority or other count.
package enum Most {
  package static let people = 1_000_000_000
  package static let number = 1_000_000
  /// Days in one range of dates, and between any date and the plan's.
  package static let days = 1100
  /// Bytes of one cell of a table or one text of plan.yaml.
  package static let textBytes = 10_000
  /// Bytes of an id: it becomes a part of file names and addresses, which end at 255.
  package static let idBytes = 100
}

/// What a number counts: the words that people write after it, and that say nothing more.
package enum CountUnit {
  case none, people, days, minutes, crews, sessions

  fileprivate var words: [String] {
    switch self {
    case .none: []
    case .people: ["人", "名", "口", "个人", "人次", "位", "people", "persons"]
    case .days: ["天", "日", "个工作日", "工作日", "days", "day"]
    case .minutes: ["分钟", "分", "minutes", "minute", "mins", "min"]
    case .crews: ["个", "班", "组", "支", "队", "个班组", "班组", "crews", "crew"]
    case .sessions: ["场", "次", "个", "场次", "times"]
    }
  }
}

/// A whole number as people write it: `1420`, `１４２０`, `1,420`, `1420人`, `1.2万`.
package func readInteger(
  _ text: String, in range: ClosedRange<Int>, of unit: CountUnit = .none
) throws(WorkspaceError.Reason) -> Int {
  guard let number = wholeNumber(text, of: unit) else {
    throw .notAWholeNumber(text, near: nearWholeNumber(text, of: unit))
  }
  guard let number = number.value, range.contains(number) else { throw .outOfRange(text, range) }
  return number
}

/// Minutes as a number, or as a duration with its units.
package func readMinuteCount(
  _ text: String, in range: ClosedRange<Int>
) throws(WorkspaceError.Reason) -> Minute {
  if wholeNumber(text, of: .minutes) == nil, let seconds = seconds(text),
    seconds.isMultiple(of: 60)
  {
    guard range.contains(seconds / 60) else { throw .outOfRange(text, range) }
    return seconds / 60
  }
  return try readInteger(text, in: range, of: .minutes)
}

private struct WholeNumber {
  /// Nothing if it is beyond any range.
  let value: Int?
}

/// Nothing for what is no whole number.
private func wholeNumber(_ text: String, of unit: CountUnit) -> WholeNumber? {
  var plain = text.halfWidth.trimmed.lowercased()
  if plain.cut(suffix: unit.words) { plain = plain.trimmed }
  var tenThousands = false
  if plain.cut(suffix: ["万"]) {
    tenThousands = true
    plain = plain.trimmed
  }
  let isNegative = plain.hasPrefix("-")
  if isNegative || plain.hasPrefix("+") { plain.removeFirst() }
  guard let digits = ungrouped(plain) else { return nil }
  let parts = digits.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
  var whole = String(decoding: parts[0], as: UTF8.self)
  var fraction = parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : ""
  while fraction.last == "0" { fraction.removeLast() }
  if tenThousands {
    guard fraction.utf8.count <= 4 else { return nil }
    whole += fraction + String(repeating: "0", count: 4 - fraction.utf8.count)
  } else if !fraction.isEmpty {
    return nil
  }
  let value = Int(whole)
  return WholeNumber(value: isNegative ? value.map { -$0 } : value)
}

/// The digits, with or without a fraction, without separators of thousands; nothing if they are set
/// as no thousands are.
private func ungrouped(_ text: String) -> String? {
  var result = ""
  var group = 0
  var separator: Character?
  var isFraction = false
  for character in text {
    switch character {
    case "0"..."9":
      result.append(character)
      group += 1
    case ".":
      guard !isFraction, separator == nil || group == 3 else { return nil }
      isFraction = true
      result.append(character)
    case ",", "'", "_", " ":
      let isRegular =
        separator == nil ? (1...3).contains(group) : separator == character && group == 3
      guard isRegular, !isFraction else { return nil }
      separator = character
      group = 0
    default: return nil
    }
  }
  if separator != nil, !isFraction, group != 3 { return nil }
  return result.isEmpty ? nil : result
}

/// A number that Excel rounded for show, or one that was said to be rough.
private func nearWholeNumber(_ text: String, of unit: CountUnit) -> String? {
  var plain = text.tight
  for rough in ["大约", "约", "近", "about", "~"] where plain.hasPrefix(rough) {
    plain.removeFirst(rough.count)
    return wholeNumber(plain, of: unit)?.value.map(String.init)
  }
  let parts = plain.split(separator: "e", omittingEmptySubsequences: false).map(String.init)
  guard parts.count == 2, let mantissa = plainDecimal(parts[0]),
    let exponent = Int(parts[1]), (0...9).contains(exponent)
  else { return nil }
  var number = mantissa
  for _ in 0..<exponent { number *= 10 }
  guard number == number.rounded(), abs(number) <= 1e9 else { return nil }
  return String(Int(number))
}

/// Degrees, as a plain decimal.
package func readDegrees(_ text: String, most: Int) throws(WorkspaceError.Reason) -> Double {
  var plain = text.tight
  for word in most == 90 ? ["北纬", "n"] : ["东经", "e"] where plain.hasPrefix(word) {
    plain.removeFirst(word.count)
  }
  _ = plain.cut(suffix: most == 90 ? ["°n", "n", "°", "度"] : ["°e", "e", "°", "度"])
  guard let degrees = plainDecimal(plain) else { throw .notANumber(text, near: nil) }
  guard abs(degrees) <= Double(most) else { throw .notADegree(text, most: most) }
  return degrees
}

private func plainDecimal(_ text: String) -> Double? {
  let isPlain = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
  return isPlain ? Double(text) : nil
}

/// A number of people, or an exact share of the population such as `2.5%`.
package func readParticipants(
  _ text: String
) throws(WorkspaceError.Reason) -> Requirement.Participants {
  var plain = text.tight
  guard plain.cut(suffix: ["%"]) || plain == "%" else {
    return .number(try readInteger(text, in: 0...Most.people, of: .people))
  }
  let parts = plain.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
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

/// A percentage as a number of hundredths, its sign written or not: `1`, `1%`, `0.5％`.
package func readPercent(_ text: String) throws(WorkspaceError.Reason) -> Double {
  var plain = text.tight
  _ = plain.cut(suffix: ["%"])
  guard let percent = plainDecimal(plain), (0...100).contains(percent) else {
    throw .notAPercentage(text)
  }
  return percent
}
