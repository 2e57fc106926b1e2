import Clocks
import SourceText

/// Turns the components of an outline into events, and what it cannot read into warnings.
struct EventReader {
  let file: String
  let lines: ContentLines
  let planZone: ZoneTable
  let window: ClosedRange<CalendarDate>

  var catalog: ZoneCatalog
  /// Where floating times hold.
  var floatingZone: ZoneTable
  var steps: Int
  var warnings: [ICalendarError] = []

  /// An event before its rules are expanded.
  struct Draft {
    var event: ImportedEvent
    var start: Moment
    var length: Length
    var rules: [RecurrenceRule] = []
    var extra: [Extra] = []
    var except: [Moment] = []
    /// The occurrence of another event that this one replaces.
    var replaces: Moment?
  }

  /// How long each occurrence takes.
  enum Length {
    /// By the calendar, as a DURATION says.
    case nominal(DurationValue)
    /// By the clock, as a DTEND says of all occurrences: RFC 5545 §3.8.5.3.
    case exact(seconds: Int)
    case days(Int)
  }

  /// An RDATE; a PERIOD brings its own length.
  struct Extra {
    var start: Moment
    var length: Length?
  }

  // MARK: - Components

  mutating func draft(of component: Outline.Component) throws(Unreadable) -> Draft {
    guard let startEntry = component.entries.first(where: { $0.name == .start }) else {
      throw Unreadable(
        reason: .missing(property: "DTSTART", component: "VEVENT"),
        place: Place(line: component.line))
    }
    let start = try moment(of: startEntry)
    var draft = Draft(
      event: blankEvent(on: component.line), start: start,
      length: start.isDate ? .days(1) : .exact(seconds: 0))
    var finish: Outline.Entry?
    for entry in component.entries {
      switch entry.name {
      case .finish: finish = entry
      case .duration: if finish == nil { finish = entry }
      case .rule: readRule(entry, into: &draft)
      case .extraDates: readExtraDates(entry, into: &draft)
      case .exceptDates: draft.except += moments(of: entry)
      case .recurrenceID: draft.replaces = try replacedMoment(of: entry)
      default: read(entry, into: &draft.event)
      }
    }
    if let finish { draft.length = try length(of: finish, from: start) }
    return draft
  }

  /// The busy periods of a VFREEBUSY, as one event.
  mutating func busyTime(of component: Outline.Component) -> ImportedEvent {
    var event = blankEvent(on: component.line)
    var occurrences: [Occurrence] = []
    for entry in component.entries {
      guard entry.name == .busy else {
        read(entry, into: &event)
        continue
      }
      guard let line = contentLine(of: entry), line.parameter("FBTYPE")?.uppercased() != "FREE"
      else { continue }
      var unreadable: ArraySlice<UInt8>?
      for part in line.value.split(separator: UInt8(ascii: ",")) {
        if let (start, length) = period(part, zone: floatingZone) {
          let occurrence = occurrence(from: start.instant, length: length, start: start)
          if touchesWindow(occurrence) { occurrences.append(occurrence) }
        } else if unreadable == nil {
          unreadable = part
        }
      }
      if let unreadable { warn(ofUnreadable: unreadable, line, entry) }
    }
    event.occurrences = occurrences.eachOnce()
    return event
  }

  private func blankEvent(on line: Int) -> ImportedEvent {
    ImportedEvent(
      uid: "", summary: "", categories: [], isCancelled: false, isTransparent: false, line: line,
      occurrences: [])
  }

  /// Reads what does not concern time.
  private mutating func read(_ entry: Outline.Entry, into event: inout ImportedEvent) {
    guard let line = contentLine(of: entry) else { return }
    switch entry.name {
    case .uid: event.uid = text(of: line, entry)
    case .summary: event.summary = text(of: line, entry)
    case .categories:
      event.categories += line.value.splitList().compactMap { Libical.text($0.trimmed) }
        .filter { !$0.isEmpty }
    case .status: event.isCancelled = line.text.uppercased() == "CANCELLED"
    case .transp: event.isTransparent = line.text.uppercased() == "TRANSPARENT"
    default: break
    }
  }

  private mutating func text(of line: ContentLine, _ entry: Outline.Entry) -> String {
    if let text = Libical.text(line.value) { return text }
    warn(ofUnreadable: line.value, line, entry)
    return ""
  }

  // MARK: - Times

  /// The one date or time of a property without which the event means nothing.
  private mutating func moment(of entry: Outline.Entry) throws(Unreadable) -> Moment {
    let line = try wholeLine(of: entry)
    let zone = try zone(of: line, entry)
    guard let moment = Moment(line.value.trimmed, zone: zone, asDate: line.isDate) else {
      throw unreadable(entry, line)
    }
    return moment
  }

  /// The occurrence that an event replaces.
  ///
  /// RANGE is rare, and clients differ on what it means.
  private mutating func replacedMoment(of entry: Outline.Entry) throws(Unreadable) -> Moment {
    let line = try wholeLine(of: entry)
    if let range = line.parameters.first(where: { $0.name == "RANGE" }) {
      warn(.rangeIgnored, at: place(ofByte: range.start, line, entry))
    }
    return try moment(of: entry)
  }

  private mutating func length(
    of entry: Outline.Entry, from start: Moment
  ) throws(Unreadable) -> Length {
    let line = try wholeLine(of: entry)
    let before = Unreadable(
      reason: .endsBeforeItStarts(
        property: entry.name.text, value: ContentLine.excerpt(line.value)),
      place: place(of: line.value, line, entry))
    if entry.name == .duration {
      guard let duration = DurationValue(line.value.trimmed) else { throw unreadable(entry, line) }
      guard !duration.isNegative else { throw before }
      guard start.isDate else { return .nominal(duration) }
      return .days(max(1, duration.days + (duration.seconds + 86_399) / 86_400))
    }
    let end = try moment(of: entry)
    guard end.isDate == start.isDate else { throw before }
    if start.isDate {
      // Some writers end a single day on itself instead of on the next.
      guard end.day >= start.day else { throw before }
      return .days(max(1, end.day - start.day))
    }
    guard end.instant >= start.instant else { throw before }
    return .exact(seconds: end.instant - start.instant)
  }

  /// A list of dates and times, without those that cannot be read.
  private mutating func moments(of entry: Outline.Entry) -> [Moment] {
    do {
      let line = try wholeLine(of: entry)
      let zone = try zone(of: line, entry)
      var moments: [Moment] = []
      var unreadable: ArraySlice<UInt8>?
      for part in line.value.split(separator: UInt8(ascii: ",")) {
        if let moment = Moment(part.trimmed, zone: zone, asDate: line.isDate) {
          moments.append(moment)
        } else if unreadable == nil {
          unreadable = part
        }
      }
      if let unreadable { warn(ofUnreadable: unreadable, line, entry) }
      return moments
    } catch {
      warn(error.reason, at: error.place)
      return []
    }
  }

  private mutating func readExtraDates(_ entry: Outline.Entry, into draft: inout Draft) {
    guard let line = contentLine(of: entry), line.parameter("VALUE")?.uppercased() == "PERIOD"
    else {
      draft.extra += moments(of: entry).map { Extra(start: $0) }
      return
    }
    do {
      let zone = try zone(of: line, entry)
      var unreadable: ArraySlice<UInt8>?
      for part in line.value.split(separator: UInt8(ascii: ",")) {
        if let (start, length) = period(part, zone: zone) {
          draft.extra.append(Extra(start: start, length: length))
        } else if unreadable == nil {
          unreadable = part
        }
      }
      if let unreadable { warn(ofUnreadable: unreadable, line, entry) }
    } catch {
      warn(error.reason, at: error.place)
    }
  }

  /// A PERIOD: a start, and after a slash an end or a duration.
  ///
  /// Source: RFC 5545 §3.3.9.
  private func period(_ bytes: ArraySlice<UInt8>, zone: ZoneTable) -> (Moment, Length)? {
    let parts = bytes.trimmed.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, let start = Moment(parts[0], zone: zone), !start.isDate else {
      return nil
    }
    if let duration = DurationValue(parts[1]) {
      return duration.isNegative ? nil : (start, .nominal(duration))
    }
    guard let end = Moment(parts[1], zone: zone), !end.isDate, end.instant >= start.instant else {
      return nil
    }
    return (start, .exact(seconds: end.instant - start.instant))
  }

  private mutating func readRule(_ entry: Outline.Entry, into draft: inout Draft) {
    guard let line = contentLine(of: entry) else { return }
    do {
      let place = place(of: line.value, line, entry)
      draft.rules.append(try RecurrenceRule(line, at: place, zone: draft.start.zone))
    } catch {
      warn(error.reason, at: error.place)
    }
  }

  // MARK: - Lines

  /// The line taken apart; nil, with a warning, if that cannot be done.
  private mutating func contentLine(of entry: Outline.Entry) -> ContentLine? {
    do {
      return try wholeLine(of: entry)
    } catch {
      warn(error.reason, at: error.place)
      return nil
    }
  }

  private func wholeLine(of entry: Outline.Entry) throws(Unreadable) -> ContentLine {
    let bytes = lines.bytes(of: entry.line)
    if let line = ContentLine(bytes, number: entry.line.number) { return line }
    throw Unreadable(
      reason: .malformedLine(ContentLine.excerpt(bytes)), place: Place(line: entry.line.number))
  }

  private mutating func zone(
    of line: ContentLine, _ entry: Outline.Entry
  ) throws(Unreadable) -> ZoneTable {
    guard let id = line.parameters.first(where: { $0.name == "TZID" }), !id.value.isEmpty
    else { return floatingZone }
    if let zone = catalog.zone(named: id.value) { return zone }
    throw Unreadable(
      reason: .unknownZone(id.value), place: place(ofByte: id.start, line, entry))
  }

  /// Where a part of a line's bytes stands in the file.
  func place(of part: ArraySlice<UInt8>, _ line: ContentLine, _ entry: Outline.Entry) -> Place {
    place(ofByte: part.startIndex, line, entry)
  }

  private func place(ofByte index: Int, _ line: ContentLine, _ entry: Outline.Entry) -> Place {
    lines.place(ofByte: index - line.name.startIndex, in: entry.line)
  }

  private func unreadable(_ entry: Outline.Entry, _ line: ContentLine) -> Unreadable {
    Unreadable(
      reason: .unreadable(property: entry.name.text, value: ContentLine.excerpt(line.value)),
      place: place(of: line.value, line, entry))
  }

  /// One warning a line, since finding the place goes over the line: a list of a million values
  /// would cost the square of its length.
  private mutating func warn(
    ofUnreadable part: ArraySlice<UInt8>, _ line: ContentLine, _ entry: Outline.Entry
  ) {
    warn(
      .unreadable(property: entry.name.text, value: ContentLine.excerpt(part)),
      at: place(of: part, line, entry))
  }

  mutating func warn(_ reason: ICalendarError.Reason, at place: Place) {
    let position = SourcePosition(file: file, line: place.line, column: place.column)
    warnings.append(ICalendarError(reason: reason, position: position))
  }
}

/// Why a component or a part of it is left out, and where that stands.
struct Unreadable: Error {
  let reason: ICalendarError.Reason
  let place: Place
}
