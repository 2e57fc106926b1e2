import Clocks
import SourceText
import Drills
import ICalendar

/// What the `calendars` of plan.yaml say.
extension PlanReader {
  /// Days around the plan for which holidays are known: notices look back, making up looks ahead.
  private static let daysAround = 366

  func readCalendars(of files: WorkspaceFiles, into program: inout Program) {
    let keys = ["file", "as", "reason"] + Self.scopeKeys
    let planDays = program.hullOfDates
    for entry in root.objects("calendars", keys: keys) {
      let use = entry.required("as", CalendarUse.init(written:))
      let scope = readScope(entry)
      if use == .holidays { checkNoScope(entry) }
      guard entry.has("file") else {
        entry.reportMissing("file")
        continue
      }
      guard let file = entry.written("file"), let use else { continue }
      let around = use == .holidays ? Self.daysAround : 0
      let window = planDays.lowerBound + -around...planDays.upperBound + around
      guard let events = readEvents(in: file, of: files, program.zone, window) else { continue }
      switch use {
      case .holidays: program.dayKinds.add(events, within: window)
      case .closure:
        program.closures += events.flatMap { $0.closures(scope, within: planDays) }
      }
    }
  }

  private func checkNoScope(_ entry: YamlObject) {
    for key in Self.scopeKeys where entry.has(key) {
      findings.report(.scopeOfHolidays(key: key), at: entry.position(of: key))
    }
  }

  private func readEvents(
    in file: Written, of files: WorkspaceFiles, _ zone: Zone, _ window: ClosedRange<Day>
  ) -> [ImportedEvent]? {
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
        window: CalendarDate(window.lowerBound)...CalendarDate(window.upperBound))
      let reading = try reader.read(bytes)
      for warning in reading.warnings {
        findings.warn(of: .calendar(warning.reason), at: SourcePosition(warning))
      }
      return reading.events
    } catch {
      findings.report(.calendar(error.reason), at: SourcePosition(error))
      return nil
    }
  }
}

extension SourcePosition {
  fileprivate init(_ error: ICalendarError) {
    self.init(
      file: error.position.file, line: error.position.line, column: error.position.column)
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
