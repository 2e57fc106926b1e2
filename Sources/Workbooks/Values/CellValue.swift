/// What a cell holds, as people would write it.
package enum CellValue: Hashable, Sendable {
  case text(String)
  /// Without exponent, and without a point if it is whole.
  case number(String)
  /// With its sign: `2.5%`.
  case percent(String)
  /// `2024-06-03`, perhaps with a time behind it.
  case date(String)
  /// `08:30`, or `00:03:40` where seconds are shown.
  case time(String)
  case boolean(Bool)
  /// `#N/A`
  case error(String)
  /// The number of a day that there is not.
  case noDay(String)
  /// A formula whose result nobody worked out.
  case noResult
  case picture

  /// As the same cell reads in a CSV; nothing for what is no value.
  package var text: String? {
    switch self {
    case .text(let text), .number(let text), .percent(let text), .date(let text), .time(let text):
      text
    case .boolean(let isTrue): isTrue ? "TRUE" : "FALSE"
    case .error, .noDay, .noResult, .picture: nil
    }
  }
}

extension CellValue {
  /// A number in a format; nothing for what is no number.
  init?(_ written: String, in format: NumberFormat, countsFrom1904: Bool) {
    let bytes = written.utf8
    guard bytes.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
      let number = Double(written), let plain = PlainNumber(number)
    else { return nil }
    let day = SerialDay(number: number, countsFrom1904: countsFrom1904)
    switch format {
    case .general: self = .number(plain.text)
    case .filled(let pattern): self = .number(plain.text(filling: pattern))
    case .percent: self = .percent(plain.percent.text + "%")
    case .date: self = day.date.map(CellValue.date) ?? .noDay(plain.text)
    case .dateAndTime(let hasSeconds):
      self = day.dateAndTime(hasSeconds: hasSeconds).map(CellValue.date) ?? .noDay(plain.text)
    case .time(let hasSeconds):
      self = day.time(hasSeconds: hasSeconds).map(CellValue.time) ?? .noDay(plain.text)
    }
  }

  /// A date or time as ISO 8601 has it, which some programs write.
  init(iso text: String) {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard parts.count == 2 else {
      self = .date(text)
      return
    }
    // Fractions of a second and the zone say nothing here.
    let clock = String(parts[1].prefix(8)).prefix { $0.isNumber || $0 == ":" }
    let time =
      clock.hasSuffix(":00") && clock.count == 8 ? String(clock.dropLast(3)) : String(clock)
    if parts[0].isEmpty {
      self = .time(time)
    } else {
      self = .date(time == "00:00" ? parts[0] : "\(parts[0]) \(time)")
    }
  }
}
