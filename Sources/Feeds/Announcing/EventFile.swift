package import Drills
package import ICalendar

/// One event alone as a file to take into a calendar once, with the UID that it has in the feeds.
package enum EventFile {
  /// Nothing if the row is no event that is shown on the day.
  ///
  /// Nothing in it says where or how often to look again: what is taken in once is not renewed.
  package static func bytes(
    of row: Publication, in program: Program, on today: Day
  ) throws(ICalendarError) -> [UInt8]? {
    guard let event = Event(content: row.content), event.isShown(on: today) else { return nil }
    let days = event.when.days
    let years = days.lowerBound.components.year...days.upperBound.components.year
    var zones: [Component] = []
    if case .hours = event.when {
      zones = [try VTimeZone.component(for: program.zone.identifier, years: years)]
    }
    let words = Words(program.language)
    let head = Component(
      "VCALENDAR",
      [
        Property("VERSION", .text("2.0")),
        Property("PRODID", .text("-//Muster//Muster 1.0//\(words.productLanguage)")),
        Property("METHOD", .token("PUBLISH")),
      ], zones)
    let component = EventComponent(event: event, revision: row, program: program).component
    return head.serialized(enclosing: [component.serialized()])
  }
}
