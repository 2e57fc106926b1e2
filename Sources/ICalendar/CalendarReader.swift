package import Clocks
import SourceText

/// Reads the calendars of others: what is whole becomes events, what is not becomes a warning.
///
/// Nothing in such a file is believed before it is checked, so reading goes in steps that each
/// trust only the one before:
///
/// 1. `utf8Text` decodes the bytes, `ContentLines` walks over their lines, and `Outline` finds out
///    which components are whole. All limits are enforced here; neither depth nor length of the
///    input is ever depth or length of a recursion.
/// 2. `EventReader` takes the properties that matter apart. Dates are checked as real ones; a list
///    may be as long as its file, since its values are read one by one. libical reads what has a
///    grammar of its own and was checked for numbers that it would wrap: texts with escapes,
///    durations, rules. It never sees a component, a VTIMEZONE or a list, where it crashes, takes
///    minutes, or drops values in silence.
/// 3. `ZoneCatalog` maps names to `Zone`s of this system.
/// 4. `Expansion` finds the occurrences of a rule inside the window, in the event's own clock time,
///    and pays for each look from a budget for the whole file.
///
/// One place is wrong: the event is left out, or read without the part if that still tells the
/// truth, and a warning has the line. The file as a whole is wrong: an error.
///
/// Writing is the other half of the module: `Component` and `Property` are values, and
/// `Component.serialized()` is the only place where libical's trees live.
package struct CalendarReader: Sendable {
  private let file: String
  private let zone: ZoneTable
  private let window: ClosedRange<CalendarDate>
  private let limits: CalendarLimits
  private let midnightIsAllDay: Bool

  /// - Parameters:
  ///   - file: the name that errors carry; nothing is opened.
  ///   - zone: the IANA name of the plan's zone, in which occurrences are given.
  ///   - window: the days whose occurrences are wanted.
  ///   - midnightIsAllDay: whether what lasts from midnight to midnight is a whole day, as it is in
  ///     a calendar of holidays.
  /// - Throws: `noTimeZoneData` or `noSuchZone`.
  package init(
    file: String, zone: String, window: ClosedRange<CalendarDate>, midnightIsAllDay: Bool = false
  ) throws(ICalendarError) {
    try self.init(
      file: file, zone: zone, window: window, limits: CalendarLimits(),
      midnightIsAllDay: midnightIsAllDay)
  }

  init(
    file: String, zone: String, window: ClosedRange<CalendarDate>, limits: CalendarLimits,
    midnightIsAllDay: Bool = false
  ) throws(ICalendarError) {
    self.midnightIsAllDay = midnightIsAllDay
    self.file = file
    self.zone = try ZoneTable.named(zone)
    self.window = window
    self.limits = limits
  }

  /// Reads a whole file: iCalendar in UTF-8 or GB18030, one or several calendars.
  ///
  /// - Complexity: linear in the bytes and the occurrences found.
  package func read(_ bytes: [UInt8]) throws(ICalendarError) -> CalendarReading {
    guard bytes.count <= limits.bytes else {
      throw error(.tooLarge(bytes: bytes.count, limit: limits.bytes))
    }
    guard let text = utf8Text(of: bytes) else { throw error(.notText) }
    let outline = try Outline(of: text, file: file, limits: limits)
    var reader = EventReader(
      file: file, lines: outline.lines, planZone: zone, window: window,
      midnightIsAllDay: midnightIsAllDay, catalog: ZoneCatalog(locations: locations(in: outline)),
      floatingZone: zone,
      steps: limits.steps)
    let events = reader.events(in: outline)
    let warnings = outline.warnings + reader.warnings
    return CalendarReading(
      events: events,
      warnings: warnings.sorted {
        ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
      })
  }

  /// What the file's own zones say of where they are, by TZID.
  private func locations(in outline: Outline) -> [String: String] {
    var locations: [String: String] = [:]
    for component in outline.components where component.kind == .timeZone {
      let lines = component.entries.map { entry in
        (entry.name, ContentLine(outline.lines.bytes(of: entry.line), number: entry.line.number))
      }
      guard let id = lines.first(where: { $0.0 == .zone })?.1?.text,
        let location = lines.first(where: { $0.0 == .location })?.1?.text
      else { continue }
      locations[id] = location
    }
    return locations
  }

  private func error(_ reason: ICalendarError.Reason) -> ICalendarError {
    ICalendarError(reason: reason, position: SourcePosition(file: file, line: 1))
  }
}

extension EventReader {
  /// All events of an outline, in file order.
  fileprivate mutating func events(in outline: Outline) -> [ImportedEvent] {
    var events: [ImportedEvent] = []
    var drafts: [Draft] = []
    var contents: [Outline.Component] = []
    for component in outline.components {
      guard component.kind == .calendar else {
        contents.append(component)
        continue
      }
      // A calendar closes after its events, but what it says of the zone holds for them.
      floatingZone = zone(of: component) ?? planZone
      let first = (drafts.count, events.count)
      for content in contents { read(content, into: &drafts, &events) }
      contents = []
      guard cancels(component) else { continue }
      for index in first.0..<drafts.count { drafts[index].event.isCancelled = true }
      for index in first.1..<events.count { events[index].isCancelled = true }
    }
    drafts = latest(of: drafts)
    let replaced = replacements(among: drafts)
    for draft in drafts {
      var event = draft.event
      event.occurrences = occurrences(
        of: draft, replaced: draft.replaces == nil ? replaced[event.uid] ?? .none : .none)
      events.append(event)
    }
    return events.sorted { $0.line < $1.line }
  }

  private mutating func read(
    _ component: Outline.Component, into drafts: inout [Draft], _ events: inout [ImportedEvent]
  ) {
    do {
      switch component.kind {
      case .event: drafts.append(try draft(of: component))
      case .freeBusy: events.append(busyTime(of: component))
      case .calendar, .timeZone, .other: break
      }
    } catch {
      warn(error.reason, at: error.place)
    }
  }

  /// Without the events that a later state of themselves in the same file replaces.
  ///
  /// Only where each has a SEQUENCE and no two have the same: else nothing tells which is later.
  private func latest(of drafts: [Draft]) -> [Draft] {
    var sequences: [String: [Int?]] = [:]
    for draft in drafts where draft.replaces == nil && !draft.event.uid.isEmpty {
      sequences[draft.event.uid, default: []].append(draft.event.sequence)
    }
    let highest = sequences.filter { $1.count > 1 }.compactMapValues { sequences -> Int? in
      let known = sequences.compactMap(\.self)
      return known.count == sequences.count && Set(known).count == known.count ? known.max() : nil
    }
    guard !highest.isEmpty else { return drafts }
    return drafts.filter { draft in
      guard draft.replaces == nil, let highest = highest[draft.event.uid] else { return true }
      return draft.event.sequence == highest
    }
  }

  private func cancels(_ calendar: Outline.Component) -> Bool {
    guard let entry = calendar.entries.first(where: { $0.name == .method }),
      let line = ContentLine(lines.bytes(of: entry.line), number: entry.line.number)
    else { return false }
    return line.text.uppercased() == "CANCEL"
  }

  /// By UID, the occurrences that have become events of their own.
  private func replacements(among drafts: [Draft]) -> [String: Exceptions] {
    var moments: [String: [Moment]] = [:]
    for draft in drafts where !draft.event.uid.isEmpty {
      guard let replaced = draft.replaces else { continue }
      moments[draft.event.uid, default: []].append(replaced)
    }
    return moments.mapValues(Exceptions.init)
  }

  /// X-WR-TIMEZONE says where floating times hold; without it they hold in the plan's zone.
  private mutating func zone(of calendar: Outline.Component) -> ZoneTable? {
    guard let entry = calendar.entries.first(where: { $0.name == .calendarZone }),
      let line = ContentLine(lines.bytes(of: entry.line), number: entry.line.number),
      !line.text.isEmpty
    else { return nil }
    if let zone = catalog.zone(named: line.text) { return zone }
    warn(.unknownZone(line.text), at: place(of: line.value, line, entry))
    return nil
  }
}
