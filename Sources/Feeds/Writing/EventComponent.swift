import Clocks
import Drills
internal import ICalendar

/// One event on its way into a calendar, with its revision numbers.
struct EventComponent {
  let event: Event
  let revision: Publication
  let program: Program

  var component: Component {
    let alarms = rings ? [alarm] : []
    return Component(
      event.kind == .task ? "VTODO" : "VEVENT",
      identity + times + content + parties + state, alarms)
  }

  private var identity: [Property] {
    [
      Property("UID", .text(revision.key.event.uid(of: program.id))),
      Property("DTSTAMP", .utc(CalendarTime(instant: revision.lastModified))),
      Property("CREATED", .utc(CalendarTime(instant: revision.created))),
      Property("LAST-MODIFIED", .utc(CalendarTime(instant: revision.lastModified))),
      Property("SEQUENCE", .integer(revision.sequence)),
    ]
  }

  private var times: [Property] {
    let end = event.kind == .task ? "DUE" : "DTEND"
    let zone = [Property.Parameter("TZID", program.zone.identifier)]
    switch event.when {
    case .days(let days):
      // An event ends the day after its last; a task is due on it.
      let last = event.kind == .task ? days.upperBound : days.upperBound + 1
      return [
        Property("DTSTART", .date(CalendarDate(days.lowerBound))),
        Property(end, .date(CalendarDate(last))),
      ]
    case .hours(let start, let finish):
      return [
        Property("DTSTART", .dateTime(CalendarTime(start)), zone),
        event.minutes.map { minutes in
          let instant = program.zone.instant(of: start).adding(minutes: minutes)
          return Property(end, .utc(CalendarTime(instant: instant)))
        } ?? Property(end, .dateTime(CalendarTime(finish)), zone),
      ]
    }
  }

  private var content: [Property] {
    let text = EventText(event)
    var properties = [
      Property("SUMMARY", .text(text.summary)),
      Property("DESCRIPTION", .text(text.description)),
      Property("LOCATION", .text(event.place)),
      Property("URL", .uri(event.url)),
      Property("CATEGORIES", .textList(event.categories)),
    ]
    if event.position.count == 2 {
      properties.append(
        Property("GEO", .geo(latitude: event.position[0], longitude: event.position[1])))
    }
    return properties + event.follows.map { Property("RELATED-TO", .text($0.uid(of: program.id))) }
  }

  private var parties: [Property] {
    [
      Property(
        "ORGANIZER", .calAddress(event.organizer.id),
        [Property.Parameter("CN", event.organizer.name)])
    ] + event.contacts.map { Property("CONTACT", .text($0)) }
  }

  private var state: [Property] {
    guard event.kind == .task else {
      return [
        Property("STATUS", .token(eventStatus)),
        Property("TRANSP", .token(event.isBusy ? "OPAQUE" : "TRANSPARENT")),
      ]
    }
    let isDone = event.state == .done
    return [
      Property("STATUS", .token(taskStatus)),
      Property("PERCENT-COMPLETE", .integer(isDone ? 100 : 0)),
      Property("PRIORITY", .integer(event.priority ?? 5)),
    ] + (event.completedAt.map { [Property("COMPLETED", .utc(CalendarTime(instant: $0)))] } ?? [])
  }

  private var eventStatus: String {
    switch event.state {
    case .draft: "TENTATIVE"
    case .confirmed, .done: "CONFIRMED"
    case .cancelled: "CANCELLED"
    }
  }

  private var taskStatus: String {
    switch event.state {
    case .draft, .confirmed: "NEEDS-ACTION"
    case .done: "COMPLETED"
    case .cancelled: "CANCELLED"
    }
  }

  private var rings: Bool {
    switch event.state {
    case .draft, .confirmed: event.kind != .task && event.isOver != true
    case .done, .cancelled: false
    }
  }

  /// The day before at the same hour; for whole days at 9.
  private var alarm: Component {
    var seconds = -86_400
    if case .days = event.when { seconds = -15 * 3600 }
    return Component(
      "VALARM",
      [
        Property("ACTION", .token("DISPLAY")),
        Property("DESCRIPTION", .text(EventText(event).reminder)),
        Property("TRIGGER", .duration(seconds: seconds)),
      ])
  }
}

extension CalendarDate {
  init(_ day: Day) { self.init(dayNumber: Int(day.number)) }
}

extension CalendarTime {
  init(_ moment: Moment) {
    self.init(date: CalendarDate(moment.day), secondOfDay: moment.minute * 60)
  }

  /// The time in UTC of an instant.
  init(instant: Instant) {
    let day = instant.dayNumber
    self.init(
      date: CalendarDate(dayNumber: day),
      secondOfDay: instant - Instant(seconds: 0).adding(days: day))
  }
}
