import Clocks

/// A DATE or DATE-TIME value as read: a day, or a time on the clocks of a zone.
struct Moment: Sendable {
  let isDate: Bool
  /// Seconds since 1970-01-01 00:00 on the zone's clock.
  let local: Int
  /// Of a date, the zone of floating times.
  let zone: ZoneTable

  private init(day: Int, zone: ZoneTable) {
    isDate = true
    local = day * 86_400
    self.zone = zone
  }

  /// The day, on the calendar of a zone.
  static func date(_ day: Int, zone: ZoneTable) -> Moment { Moment(day: day, zone: zone) }

  /// The day that a time in UTC means beside an all-day DTSTART: midnight on the local clock is
  /// that local day; 00:00:00 and 23:59:59 in UTC are their own.
  ///
  /// Floating times hold in `floatingZone`.
  func asDay(where floatingZone: ZoneTable) -> Moment {
    guard !isDate else { return self }
    let shown = floatingZone.local(of: instant)
    let isMidnight = zone.id == ZoneTable.utc.id && shown.isMultiple(of: 86_400)
    return .date(isMidnight ? shown / 86_400 : day, zone: floatingZone)
  }

  /// Seconds since 1970-01-01 00:00 UTC.
  var instant: Int { zone.instant(ofLocal: local) }

  /// Days since 1970-01-01 on the zone's calendar.
  var day: Int { floorDivide(local, by: 86_400) }

  /// Nil unless the bytes are a real date, or a real date and time.
  ///
  /// libical reads `2024 1 1` and 31 February as dates, so it is not asked.
  /// - Parameters:
  ///   - bytes: `20240616`, `20240616T090000` or `20240616T090000Z`.
  ///   - zone: where the time holds, unless it is in UTC.
  ///   - asDate: whether a time of day is to be dropped, as `VALUE=DATE` asks.
  init?(_ bytes: ArraySlice<UInt8>, zone: ZoneTable, asDate: Bool = false) {
    guard let year = bytes.number(at: 0, digits: 4), let month = bytes.number(at: 4, digits: 2),
      let day = bytes.number(at: 6, digits: 2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    let rest = bytes.dropFirst(8)
    isDate = rest.isEmpty || asDate
    if rest.isEmpty {
      self.zone = zone
      local = date.dayNumber * 86_400
      return
    }
    let isUTC = rest.count == 8 && rest.last?.uppercased == UInt8(ascii: "Z")
    guard rest.first?.uppercased == UInt8(ascii: "T"), rest.count == 7 || isUTC,
      let hour = rest.number(at: 1, digits: 2), let minute = rest.number(at: 3, digits: 2),
      let second = rest.number(at: 5, digits: 2), hour < 24, minute < 60, second <= 60
    else { return nil }
    self.zone = isUTC && !asDate ? .utc : zone
    // A leap second is the last second of its minute: RFC 5545 §3.3.12.
    let time = asDate ? 0 : hour * 3600 + minute * 60 + min(second, 59)
    local = date.dayNumber * 86_400 + time
  }
}

extension ArraySlice<UInt8> {
  /// The number that `digits` digits make, `offset` bytes from the start.
  fileprivate func number(at offset: Int, digits: Int) -> Int? {
    guard offset + digits <= count else { return nil }
    var number = 0
    for byte in self[(startIndex + offset)..<(startIndex + offset + digits)] {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
