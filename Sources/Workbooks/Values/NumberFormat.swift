/// What a number in a cell is, by how it is shown.
enum NumberFormat: Hashable {
  case general
  /// Filled up with zeros and set with dashes, as phone numbers are: `000-00000000`.
  case filled(String)
  case percent
  case date
  case time(hasSeconds: Bool)
  case dateAndTime(hasSeconds: Bool)

  /// Formats that styles need not declare.
  ///
  /// Excel's Chinese edition writes 27–36 and 50–58, which are dates there.
  ///
  /// Source: ECMA-376-1:2016 §18.8.30, zh-cn.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18, 20, 32, 34, 55: self = .time(hasSeconds: false)
    case 19, 21, 33, 35, 45...47, 56: self = .time(hasSeconds: true)
    case 22: self = .dateAndTime(hasSeconds: false)
    default: self = .general
    }
  }

  /// A format in signs such as `yyyy/m/d h:mm` or `0.0%`: what its first section shows.
  init(code: String) {
    var letters = FormatLetters(code)
    letters.read()
    let time = letters.hasTime
    if letters.hasDate {
      self = time ? .dateAndTime(hasSeconds: letters.hasSeconds) : .date
    } else if time {
      self = .time(hasSeconds: letters.hasSeconds)
    } else if letters.signs.contains("%") {
      self = .percent
    } else if letters.signs.utf8.count(where: { $0 == UInt8(ascii: "0") }) > 1,
      letters.signs.utf8.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") })
    {
      self = .filled(letters.signs)
    } else {
      self = .general
    }
  }
}

/// The signs of a format's first section, without what is only shown beside the number.
private struct FormatLetters {
  private var rest: Substring
  /// Signs of numbers, and of what stands between them.
  private(set) var signs = ""
  /// Of dates and times, in small letters, a run each.
  private var runs: [String] = []
  private var last: Character = " "

  init(_ code: String) {
    rest = code.lowercased()[...]
    // Names of the format that shows what was entered; their letters are no date's.
    for word in ["general", "g/通用格式", "通用格式"] {
      while let found = rest.firstRange(of: word) { rest.removeSubrange(found) }
    }
  }

  /// A month alone is a date; beside hours or seconds it is minutes.
  var hasDate: Bool {
    runs.contains { "ydeb".contains($0.first ?? " ") || $0.hasPrefix("aaa") || $0.hasPrefix("mmm") }
      || !hasClock && runs.contains { $0.first == "m" }
      || hasMonthBesideDay
  }

  var hasTime: Bool { hasClock }

  var hasSeconds: Bool { runs.contains { $0.first == "s" } }

  private var hasClock: Bool {
    runs.contains { $0.first == "h" || $0.first == "s" || $0.first == "[" }
  }

  private var hasMonthBesideDay: Bool { runs.contains { $0.first == "d" } }

  mutating func read() {
    while let sign = rest.popFirst() {
      switch sign {
      case ";": return
      case "\"": skip(to: "\"")
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let word = rest.prefix { $0 != "]" }
        skip(to: "]")
        // A stretch of time, which goes on beyond its last hour or minute.
        if let letter = word.first, "hms".contains(letter), word.allSatisfy({ $0 == letter }) {
          runs.append("[")
          if letter == "s" { runs.append("s") }
        }
        last = " "
      case "e" where rest.first == "+" || rest.first == "-":
        signs.append(sign)
        last = " "
      case "a" where rest.hasPrefix("m/pm"), "a" where rest.hasPrefix("/p"): skip(to: "p")
      case "y", "m", "d", "h", "s", "e", "b", "a":
        if sign == last, let run = runs.popLast() {
          runs.append(run + String(sign))
        } else {
          runs.append(String(sign))
        }
        last = sign
      default:
        signs.append(sign)
        last = " "
      }
    }
  }

  private mutating func skip(to end: Character) {
    while let sign = rest.popFirst(), sign != end {}
    last = " "
  }
}
