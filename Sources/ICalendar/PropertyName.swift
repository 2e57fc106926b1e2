/// The properties that the reader looks at; every other is passed over unread.
enum PropertyName: Int, CaseIterable {
  case begin, end
  case uid, summary, categories, status, transp
  case start, finish, duration
  case rule, exceptRule, extraDates, exceptDates, recurrenceID
  case sequence, method
  case allDay, busyStatus, specialDay
  case busy
  case zone, location, calendarZone

  var text: String {
    switch self {
    case .begin: "BEGIN"
    case .end: "END"
    case .uid: "UID"
    case .summary: "SUMMARY"
    case .categories: "CATEGORIES"
    case .status: "STATUS"
    case .transp: "TRANSP"
    case .start: "DTSTART"
    case .finish: "DTEND"
    case .duration: "DURATION"
    case .rule: "RRULE"
    case .exceptRule: "EXRULE"
    case .extraDates: "RDATE"
    case .exceptDates: "EXDATE"
    case .recurrenceID: "RECURRENCE-ID"
    case .sequence: "SEQUENCE"
    case .method: "METHOD"
    case .allDay: "X-MICROSOFT-CDO-ALLDAYEVENT"
    case .busyStatus: "X-MICROSOFT-CDO-BUSYSTATUS"
    case .specialDay: "X-APPLE-SPECIAL-DAY"
    case .busy: "FREEBUSY"
    case .zone: "TZID"
    case .location: "X-LIC-LOCATION"
    case .calendarZone: "X-WR-TIMEZONE"
    }
  }

  private static let byBytes = Dictionary(
    uniqueKeysWithValues: allCases.map { (Array($0.text.utf8), $0) })

  private static let longest = allCases.map(\.text.utf8.count).max() ?? 0

  /// Nil for a name that the reader does not look at; the case of letters does not matter.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.count <= Self.longest, let name = Self.byBytes[bytes.map(\.uppercased)] else {
      return nil
    }
    self = name
  }

  /// Whether every occurrence counts, not just the first.
  var isRepeatable: Bool {
    switch self {
    case .categories, .rule, .exceptRule, .extraDates, .exceptDates, .busy: true
    default: false
    }
  }
}

extension UInt8 {
  var uppercased: UInt8 {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) ? self - 32 : self
  }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  /// Whether it may stand in the name of a property, component or parameter.
  var isNameByte: Bool {
    isDigit || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(uppercased)
      || self == UInt8(ascii: "-")
  }
}
