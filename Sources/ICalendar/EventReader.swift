import Clocks
import SourceText

/// Turns the components of an outline into events, and what it cannot read into warnings.
struct EventReader {
  let file: String
  let lines: ContentLines
  let planZone: ZoneTable
  let window: ClosedRange<CalendarDate>

  /// Whether what lasts from midnight to midnight is a whole day.
  var midnightIsAllDay = false

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
    /// EXRULEs, as RFC 2445 has them.
    var exceptRules: [RecurrenceRule] = []
    var extra: [Extra] = []
    var except: [Moment] = []
    /// The occurrence of another event that this one replaces.
    var replaces: Moment?

    mutating func isOneInstance() {
      rules = []
      exceptRules = []
      extra = []
      except = []
    }
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
    let finish =
      component.entries.first { $0.name == .finish }
      ?? component.entries.first { $0.name == .duration }
    if let finish { draft.length = try length(of: finish, from: start) }
    if midnightIsAllDay || isSaidToBeAllDay(component) { makeAllDay(&draft) }
    for entry in component.entries {
      switch entry.name {
      case .rule: readRule(entry, into: &draft.rules, of: draft.start)
      case .exceptRule: readRule(entry, into: &draft.exceptRules, of: draft.start)
      case .extraDates: readExtraDates(entry, into: &draft)
      case .exceptDates: draft.except += moments(of: entry, beside: draft.start)
      case .recurrenceID: draft.replaces = try replacedMoment(of: entry, beside: draft.start)
      default: read(entry, into: &draft.event)
      }
    }
    // One instance has no others, whatever a program copied from its series.
    if draft.replaces != nil { draft.isOneInstance() }
    return draft
  }

  private func isSaidToBeAllDay(_ component: Outline.Component) -> Bool {
    component.entries.contains { entry in
      entry.name == .allDay
        && ContentLine(lines.bytes(of: entry.line), number: entry.line.number)?.text.uppercased()
          == "TRUE"
    }
  }

  /// What lasts from midnight to midnight on its own clock becomes its days; UTC has no clock of its
  /// own, so the local one is meant.
  private func makeAllDay(_ draft: inout Draft) {
    guard !draft.start.isDate else { return }
    let clock = draft.start.zone.id == ZoneTable.utc.id ? floatingZone : draft.start.zone
    let start = clock.local(of: draft.start.instant)
    let end: Int
    switch draft.length {
    case .exact(let seconds): end = clock.local(of: draft.start.instant + seconds)
    case .nominal(let duration): end = start + duration.days * 86_400 + duration.seconds
    case .days: return
    }
    guard start.isMultiple(of: 86_400), end.isMultiple(of: 86_400), end > start else { return }
    draft.start = .date(start / 86_400, zone: floatingZone)
    draft.length = .days((end - start) / 86_400)
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
    case .transp: if line.text.uppercased() == "TRANSPARENT" { event.isTransparent = true }
    case .busyStatus: if line.text.uppercased() == "FREE" { event.isTransparent = true }
    case .sequence: event.sequence = Int(line.text)
    case .specialDay: event.specialDay = line.text.uppercased()
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
  ///
  /// A floating time beside `start`, the DTSTART, is on its clock.
  private mutating func moment(
    of entry: Outline.Entry, beside start: Moment? = nil
  ) throws(Unreadable) -> Moment {
    let line = try wholeLine(of: entry)
    let zone = try zone(of: line, entry, beside: start)
    guard let moment = Moment(line.value.trimmed, zone: zone, asDate: line.isDate) else {
      throw unreadable(entry, line)
    }
    warnOfTime(in: line, entry)
    return moment
  }

  /// A time under VALUE=DATE is read over, and said.
  private mutating func warnOfTime(in line: ContentLine, _ entry: Outline.Entry) {
    guard line.isDate, line.value.trimmed.count > 8, line.value.contains(UInt8(ascii: "T")) else {
      return
    }
    warn(
      .timeOfDate(property: entry.name.text, value: ContentLine.excerpt(line.value)),
      at: place(of: line.value, line, entry))
  }

  /// The occurrence that an event replaces.
  ///
  /// RANGE is rare, and clients differ on what it means.
  private mutating func replacedMoment(
    of entry: Outline.Entry, beside start: Moment
  ) throws(Unreadable) -> Moment {
    let line = try wholeLine(of: entry)
    if let range = line.parameters.first(where: { $0.name == "RANGE" }) {
      warn(.rangeIgnored, at: place(ofByte: range.start, line, entry))
    }
    let moment = try moment(of: entry, beside: start)
    return start.isDate ? moment.asDay(where: floatingZone) : moment
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
    let end = try moment(of: entry, beside: start)
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
  private mutating func moments(of entry: Outline.Entry, beside start: Moment) -> [Moment] {
    do {
      let line = try wholeLine(of: entry)
      let zone = try zone(of: line, entry, beside: start)
      warnOfTime(in: line, entry)
      var moments: [Moment] = []
      var unreadable: ArraySlice<UInt8>?
      for part in line.value.split(separator: UInt8(ascii: ",")) {
        if let moment = Moment(part.trimmed, zone: zone, asDate: line.isDate) {
          moments.append(start.isDate ? moment.asDay(where: floatingZone) : moment)
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
      draft.extra += moments(of: entry, beside: draft.start).map { Extra(start: $0) }
      return
    }
    do {
      let zone = try zone(of: line, entry, beside: draft.start)
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

  private mutating func readRule(
    _ entry: Outline.Entry, into rules: inout [RecurrenceRule], of start: Moment
  ) {
    guard let line = contentLine(of: entry) else { return }
    do {
      let place = place(of: line.value, line, entry)
      var rule = try RecurrenceRule(line, at: place, zone: start.zone)
      if start.isDate { rule.until = rule.until?.asDay(where: floatingZone) }
      rules.append(rule)
    } catch {
      if entry.name == .exceptRule {
        return warn(.exceptRuleIgnored(ContentLine.excerpt(line.value.trimmed)), at: error.place)
      }
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
    of line: ContentLine, _ entry: Outline.Entry, beside start: Moment? = nil
  ) throws(Unreadable) -> ZoneTable {
    guard let id = line.parameters.first(where: { $0.name == "TZID" }), !id.value.isEmpty
    else { return start?.zone ?? floatingZone }
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
