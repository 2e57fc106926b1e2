import Clocks
import Drills
internal import ICalendar

/// What stands in a calendar before its events.
struct FeedHead {
  let feed: Feed
  /// Whom or what the feed is about.
  let name: String
  let program: Program
  /// The newest of its events; nothing in an empty feed.
  let lastModified: Instant?

  /// Without a zone it is the head of a feed that has no hours.
  func component(zone: Component?) -> Component {
    let words = Words(program.language)
    let title = title
    let colour = feed.colour
    var properties = [
      Property("VERSION", .text("2.0")),
      Property("PRODID", .text("-//Muster//Muster 1.0//\(words.productLanguage)")),
      Property("METHOD", .token("PUBLISH")),
      Property("NAME", .text(title)),
      Property("X-WR-CALNAME", .text(title)),
      Property("X-WR-CALDESC", .text(caption)),
      Property("X-WR-TIMEZONE", .text(program.zone.identifier)),
      Property(
        "REFRESH-INTERVAL", .duration(seconds: 3600), [Property.Parameter("VALUE", "DURATION")]),
      Property("X-PUBLISHED-TTL", .text("PT1H")),
      Property("COLOR", .text(colour.name)),
      Property("X-APPLE-CALENDAR-COLOR", .text(colour.value)),
    ]
    if let address = feed.address(in: program) {
      properties.append(
        Property("SOURCE", .uri(address), [Property.Parameter("VALUE", "URI")]))
      properties.append(Property("URL", .uri(address)))
    }
    if let lastModified {
      properties.append(
        Property("LAST-MODIFIED", .utc(CalendarTime(instant: lastModified))))
    }
    return Component("VCALENDAR", properties, zone.map { [$0] } ?? [])
  }

  private var title: String {
    let words = Words(program.language)
    let title = words.calendarName(name, program.title.isEmpty ? program.id : program.title)
    switch feed.edition {
    case .public: return title
    case .private: return words.privately(title)
    case .tasks: return words.tasks(of: title)
    }
  }

  private var caption: String {
    let words = Words(program.language)
    let edition = feed.edition == .public ? words.publicEdition : words.privateEdition
    return [program.theme, program.organizer.name, edition].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
