import Drills

/// How long an activity takes: `90min`, `2h`, `1h30min` or `all-day`; less than 24 hours.
func readDuration(_ text: String) throws(WorkspaceError.Reason) -> Requirement.Duration {
  if text == "all-day" || text == "全天" { return .allDay }
  let minutes = try readMinutes(text)
  guard minutes < 1440 else { throw .wholeDayOrLonger(text) }
  return .minutes(minutes)
}

/// A stretch of time of any length, at least a minute.
func readMinutes(_ text: String) throws(WorkspaceError.Reason) -> Minute {
  guard let minutes = minutes(text), minutes > 0 else {
    throw .notADuration(text, near: nearDuration(to: text))
  }
  return minutes
}

/// Minutes between possible starts: a divisor of 60, or a multiple of it within the day.
func readGrid(_ text: String) throws(WorkspaceError.Reason) -> Minute {
  let minutes = try readMinutes(text)
  guard minutes <= 1440, 60 % minutes == 0 || minutes % 60 == 0 else { throw .wrongGrid(text) }
  return minutes
}

private func minutes(_ text: String) -> Minute? {
  var rest = Substring(text)
  var total = 0
  var isEmpty = true
  if let hours = number(before: "h", in: &rest) {
    total += hours * 60
    isEmpty = false
  }
  if let minutes = number(before: "min", in: &rest) {
    total += minutes
    isEmpty = false
  }
  return isEmpty || !rest.isEmpty ? nil : total
}

/// Takes `12h` off the front of `rest`, if `unit` is `h`, and returns 12.
private func number(before unit: String, in rest: inout Substring) -> Int? {
  let digits = rest.prefix { $0.isASCII && $0.isNumber }
  let after = rest.dropFirst(digits.count)
  guard (1...6).contains(digits.count), let number = Int(digits), after.hasPrefix(unit),
    unit != "h" || after.dropFirst().first.map({ $0.isNumber }) ?? true
  else { return nil }
  rest = after.dropFirst(unit.count)
  return number
}

private func nearDuration(to text: String) -> String? {
  var plain = text.halfWidth.lowercased().filter { !$0.isWhitespace }
  for (word, unit) in [
    ("个小时", "h"), ("小时", "h"), ("分钟", "min"), ("分", "min"), ("hours", "h"), ("hour", "h"),
    ("minutes", "min"), ("mins", "min"),
  ] {
    plain = plain.replacing(word, with: unit)
  }
  if plain.isDigits { plain += "min" }
  if plain.last == "m" { plain += "in" }
  return plain != text && minutes(plain) ?? 0 > 0 ? plain : nil
}
