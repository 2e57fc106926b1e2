package import SourceText

/// A mistake in a calendar, and where it stands; a warning where the rest could still be read.
package struct ICalendarError: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    // The whole file is refused.
    case tooLarge(bytes: Int, limit: Int)
    case lineTooLong(limit: Int)
    case tooDeep(limit: Int)
    case tooManyComponents(limit: Int)
    case tooManyTimeZones(limit: Int)
    case notText
    case notACalendar(found: String)
    case cutShort(component: String)
    /// The system has no time zone data at all.
    case noTimeZoneData(directory: String)
    /// A zone that Muster itself asked for.
    case noSuchZone(String)

    // One part is left out and the rest is read.
    case malformedLine(String)
    case unclosed(component: String)
    case holdsUnclosed(component: String)
    case unopened(component: String)
    case missing(property: String, component: String)
    case unreadable(property: String, value: String)
    case endsBeforeItStarts(property: String, value: String)
    /// A TZID or X-WR-TIMEZONE that names no zone of this system.
    case unknownZone(String)
    case unreadableRule(String)
    case subDailyRule(String)
    case tooManySteps(rule: String)
    case rangeIgnored
    /// An EXRULE that cannot be read or expanded.
    case exceptRuleIgnored(String)
    /// A time under VALUE=DATE.
    case timeOfDate(property: String, value: String)
  }

  package let reason: Reason
  package let position: SourcePosition

  package init(reason: Reason, position: SourcePosition) {
    self.reason = reason
    self.position = position
  }
}

extension ICalendarError: CustomStringConvertible {
  package var description: String { "\(position): \(reason)" }
}

extension ICalendarError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge(let bytes, let limit):
      """
      the calendar has \(bytes) bytes, more than \(limit)
        Maybe export only the dates of the plan.
      """
    case .lineTooLong(let limit):
      "the line is longer than \(limit) bytes"
    case .tooDeep(let limit):
      "components are nested more than \(limit) deep"
    case .tooManyComponents(let limit):
      "the calendar has more than \(limit) components"
    case .tooManyTimeZones(let limit):
      "the calendar has more than \(limit) time zones"
    case .notText:
      "the text is neither UTF-8 nor GB18030"
    case .notACalendar(let found):
      found.isEmpty
        ? "the file is empty, not a calendar"
        : """
        not a calendar: it starts with '\(found)'
          Maybe the address gave a web page instead of the .ics file.
        """
    case .cutShort(let component):
      """
      the calendar stops before its END:\(component)
        Maybe the file was not downloaded to its end.
      """
    case .noTimeZoneData(let directory):
      """
      there is no time zone data in \(directory)
        Maybe the package tzdata is not installed.
      """
    case .noSuchZone(let zone):
      "'\(zone)' is no time zone of this system"
    case .malformedLine(let line):
      """
      cannot read '\(line)' as NAME:VALUE
        Maybe the line before it was folded without a leading space.
      """
    case .unclosed(let component):
      "this \(component) has no END:\(component) and is left out"
    case .holdsUnclosed(let component):
      "this \(component) holds a component without an end and is left out"
    case .unopened(let component):
      "END:\(component) without its BEGIN:\(component)"
    case .missing(let property, let component):
      "this \(component) has no \(property) and is left out"
    case .unreadable(let property, let value):
      "cannot read \(property) '\(value)'"
    case .endsBeforeItStarts(let property, let value):
      "\(property) '\(value)' is before DTSTART or of another kind"
    case .unknownZone(let zone):
      """
      unknown time zone '\(zone)'
        Maybe write its IANA name, such as Asia/Shanghai.
      """
    case .unreadableRule(let rule):
      "cannot read RRULE '\(rule)'; only the first occurrence counts"
    case .subDailyRule(let rule):
      "RRULE '\(rule)' repeats within a day; only the first occurrence counts"
    case .tooManySteps(let rule):
      "RRULE '\(rule)' takes too long to expand; only the first occurrence counts"
    case .rangeIgnored:
      "RECURRENCE-ID with RANGE changes only the one occurrence it names"
    case .exceptRuleIgnored(let rule):
      "cannot follow EXRULE '\(rule)'; it takes nothing out"
    case .timeOfDate(let property, let value):
      "\(property) '\(value)' is said to be a day but has a time; the whole day is meant"
    }
  }
}
