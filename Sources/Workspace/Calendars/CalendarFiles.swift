import Clocks
import Drills
import ICalendar
import SourceText

/// What the `holidays` and `calendars` of plan.yaml say.
extension PlanReader {
  static let calendarKeys = ["file", "as", "reason", "unknown-zones"] + scopeKeys

  /// Days around the plan for which holidays are known: notices look back, making up looks ahead.
  private static let daysAround = 366

  func readCalendars(of files: WorkspaceFiles, into program: inout Program) {
    let planDays = program.hullOfDates
    var holidays = HolidaySources(findings, within: planDays.widened(by: Self.daysAround))
    if root.word("holidays", of: StateHolidaysWord.self) != nil {
      holidays.addStateHolidays(at: root.position(of: "holidays"), for: planDays)
    }
    var hasHolidayCalendar = false
    for entry in root.objects("calendars", keys: Self.calendarKeys) {
      let use = entry.required("as", CalendarUse.init(written:))
      let scope = readScope(entry)
      let skipsUnknownZones = entry.word("unknown-zones", of: UnknownZones.self) == .skip
      if use == .holidays {
        hasHolidayCalendar = true
        checkNoScope(entry)
      }
      guard entry.has("file") else {
        entry.reportMissing("file")
        continue
      }
      guard let file = entry.written("file"), let use else { continue }
      switch use {
      case .holidays:
        let reading = read(file, of: files, program.zone, holidays.window, midnightIsAllDay: true)
        guard let reading else { continue }
        for warning in reading.warnings { warn(of: warning) }
        holidays.add(reading.events, of: file.text)
      case .closure:
        let reading = read(file, of: files, program.zone, planDays, midnightIsAllDay: false)
        guard let reading else { continue }
        for warning in reading.warnings {
          // A booking that is left out opens hours that are taken.
          if warning.reason.isUnknownZone, !skipsUnknownZones {
            findings.report(.unknownZoneOfClosure(warning.reason), at: warning.position)
          } else {
            warn(of: warning)
          }
        }
        program.closures += reading.events.flatMap { $0.closures(scope, within: planDays) }
      }
    }
    if !root.has("holidays"), !hasHolidayCalendar {
      findings.warn(of: .noHolidays, at: root.position)
    }
    program.dayKinds = holidays.dayKinds
  }

  private func warn(of warning: ICalendarError) {
    findings.warn(of: .calendar(warning.reason), at: warning.position)
  }

  private func checkNoScope(_ entry: YamlObject) {
    for key in Self.scopeKeys + ["unknown-zones"] where entry.has(key) {
      findings.report(.scopeOfHolidays(key: key), at: entry.position(of: key))
    }
  }

  private func read(
    _ file: Written, of files: WorkspaceFiles, _ zone: Zone, _ window: ClosedRange<Day>,
    midnightIsAllDay: Bool
  ) -> CalendarReading? {
    guard files.source.holdsBesideItself(file.text) else {
      findings.report(.outside(file.text), at: file.position)
      return nil
    }
    guard let bytes = files.bytes(of: file.text, isRequired: true, at: file.position) else {
      return nil
    }
    guard !bytes.isEmpty else {
      findings.report(.empty, at: SourcePosition(file: file.text))
      return nil
    }
    do {
      let reader = try CalendarReader(
        file: file.text, zone: zone.identifier,
        window: CalendarDate(window.lowerBound)...CalendarDate(window.upperBound),
        midnightIsAllDay: midnightIsAllDay)
      return try reader.read(bytes)
    } catch {
      findings.report(.calendar(error.reason), at: error.position)
      return nil
    }
  }
}

extension ICalendarError.Reason {
  fileprivate var isUnknownZone: Bool {
    if case .unknownZone = self { true } else { false }
  }
}

extension ClosedRange<Day> {
  fileprivate func widened(by days: Int) -> ClosedRange<Day> {
    lowerBound + -days...upperBound + days
  }
}

extension CalendarDate {
  fileprivate init(_ day: Day) { self.init(dayNumber: Int(day.number)) }
}
extension Program {
  /// From the first to the last day that anything in the plan speaks of.
  fileprivate var hullOfDates: ClosedRange<Day> {
    var ranges = [period]
    ranges += requirements.elements.compactMap { $0.dates?.bounds }
    ranges += campaigns.compactMap { $0.dates?.bounds }
    for deadline in deadlines {
      if case .once(let day) = deadline.due { ranges.append(day...day) }
      if let bounds = deadline.dates?.bounds { ranges.append(bounds) }
    }
    return ranges.dropFirst().reduce(period) { hull, range in
      min(hull.lowerBound, range.lowerBound)...max(hull.upperBound, range.upperBound)
    }
  }
}
