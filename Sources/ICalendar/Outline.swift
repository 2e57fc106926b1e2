import SourceText

/// The components of a calendar file that the reader wants, and where their properties stand.
///
/// This is what stands between a stranger's file and everything else: it enforces the limits and
/// finds out which components are whole.
struct Outline {
  /// A property that the reader looks at, not yet taken apart.
  struct Entry {
    let name: PropertyName
    let line: ContentLines.Line
  }

  struct Component {
    let kind: Kind
    /// The line of its BEGIN.
    let line: Int
    var entries: [Entry] = []
    var isWhole = true
  }

  enum Kind: String {
    case calendar = "VCALENDAR"
    case event = "VEVENT"
    case freeBusy = "VFREEBUSY"
    case timeZone = "VTIMEZONE"
    /// To-dos, journals, alarms, and what else there may be.
    case other
  }

  /// Calendars, events, busy times and time zones, in the order of their ENDs.
  private(set) var components: [Component] = []
  private(set) var warnings: [ICalendarError] = []
  let lines: ContentLines

  private var open: [Open] = []
  private var componentCount = 0
  private var timeZoneCount = 0
  private let limits: CalendarLimits
  private let file: String

  private struct Open {
    let name: String
    var component: Component
    var hasMalformedLine = false
    /// A bit for each property it has, so that the first of two counts.
    var seen = 0
  }

  init(of text: [UInt8], file: String, limits: CalendarLimits) throws(ICalendarError) {
    lines = ContentLines(of: text, limit: limits.lineBytes)
    self.limits = limits
    self.file = file
    try readLines()
  }

  private mutating func readLines() throws(ICalendarError) {
    var cursor = lines
    var isFirst = true
    while let line = try next(&cursor) {
      let bytes = lines.bytes(of: line)
      let nameEnd = bytes.firstIndex { !$0.isNameByte } ?? bytes.endIndex
      let name = PropertyName(bytes[..<nameEnd])
      if isFirst {
        guard name == .begin, bytes.count >= 6, Self.componentName(bytes) == "VCALENDAR" else {
          throw error(.notACalendar(found: ContentLine.excerpt(bytes)), on: line.number)
        }
        isFirst = false
      }
      if !isProperty(bytes, nameEnd: nameEnd) {
        noteMalformed(bytes, on: line.number)
      } else if name == .begin {
        try begin(Self.componentName(bytes), on: line.number)
      } else if name == .end {
        end(Self.componentName(bytes), on: line.number)
      } else if let name {
        note(name, line)
      } else if open.isEmpty {
        noteMalformed(bytes, on: line.number)
      }
    }
    guard !isFirst else { throw error(.notACalendar(found: ""), on: 1) }
    if let last = open.first {
      throw error(.cutShort(component: last.name), on: cursor.lineNumber)
    }
  }

  private func next(
    _ cursor: inout ContentLines
  ) throws(ICalendarError) -> ContentLines.Line? {
    do {
      return try cursor.next()
    } catch {
      throw self.error(.lineTooLong(limit: limits.lineBytes), on: error.number)
    }
  }

  /// Whether a name comes first and a colon somewhere after it.
  private func isProperty(_ bytes: ArraySlice<UInt8>, nameEnd: Int) -> Bool {
    nameEnd > bytes.startIndex && nameEnd < bytes.endIndex
      && (bytes[nameEnd] == UInt8(ascii: ":")
        || bytes[nameEnd] == UInt8(ascii: ";") && bytes[nameEnd...].contains(UInt8(ascii: ":")))
      && !bytes.contains(0)
  }

  /// What stands after BEGIN: or END:, in upper case.
  private static func componentName(_ bytes: ArraySlice<UInt8>) -> String {
    let name = bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix(60)
    return String(decoding: name.filter { !$0.isBlank }.map(\.uppercased), as: UTF8.self)
  }

  private mutating func note(_ name: PropertyName, _ line: ContentLines.Line) {
    guard !open.isEmpty else { return }
    let top = open.count - 1
    guard open[top].component.kind != .other else { return }
    let bit = 1 << name.rawValue
    guard name.isRepeatable || open[top].seen & bit == 0 else { return }
    open[top].seen |= bit
    open[top].component.entries.append(Entry(name: name, line: line))
  }

  /// One warning a component: a file of junk would otherwise cost a warning a line.
  private mutating func noteMalformed(_ bytes: ArraySlice<UInt8>, on line: Int) {
    if let top = open.indices.last {
      guard !open[top].hasMalformedLine else { return }
      open[top].hasMalformedLine = true
    } else if warnings.last?.reason.isMalformedLine ?? false {
      return
    }
    warnings.append(error(.malformedLine(ContentLine.excerpt(bytes)), on: line))
  }

  private mutating func begin(_ name: String, on line: Int) throws(ICalendarError) {
    if name == "VCALENDAR", let calendar = open.first {
      throw error(.cutShort(component: calendar.name), on: line)
    }
    // An event inside an event means that the END of the outer one got lost.
    if Self.standsInCalendar(name), open.count > 1, Self.standsInCalendar(open[1].name) {
      close(downTo: 1)
    }
    guard open.count < limits.depth else { throw error(.tooDeep(limit: limits.depth), on: line) }
    componentCount += 1
    guard componentCount <= limits.components else {
      throw error(.tooManyComponents(limit: limits.components), on: line)
    }
    let kind = Kind(rawValue: name) ?? .other
    if kind == .timeZone { timeZoneCount += 1 }
    guard timeZoneCount <= limits.timeZones else {
      throw error(.tooManyTimeZones(limit: limits.timeZones), on: line)
    }
    open.append(Open(name: name, component: Component(kind: kind, line: line)))
  }

  private static func standsInCalendar(_ name: String) -> Bool {
    switch name {
    case "VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE": true
    default: false
    }
  }

  private mutating func end(_ name: String, on line: Int) {
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      warnings.append(error(.unopened(component: name), on: line))
      return
    }
    if index + 1 < open.count {
      close(downTo: index + 1)
      // What follows an END that got lost may belong to either, so neither is believed.
      if open[index].component.kind != .calendar {
        open[index].component.isWhole = false
        warnings.append(error(.holdsUnclosed(component: name), on: open[index].component.line))
      }
    }
    let closed = open.removeLast().component
    if closed.kind != .other, closed.isWhole { components.append(closed) }
  }

  /// Drops the open components from `depth` on, each with a warning.
  private mutating func close(downTo depth: Int) {
    while open.count > depth {
      let lost = open.removeLast()
      warnings.append(error(.unclosed(component: lost.name), on: lost.component.line))
    }
  }

  private func error(_ reason: ICalendarError.Reason, on line: Int) -> ICalendarError {
    ICalendarError(reason: reason, position: SourcePosition(file: file, line: line))
  }
}

extension ICalendarError.Reason {
  fileprivate var isMalformedLine: Bool {
    if case .malformedLine = self { true } else { false }
  }
}
