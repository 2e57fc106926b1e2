package import Drills
internal import ICalendar

/// A private feed at an address that is given up; its subscribers are told where to ask for another.
package struct OldFeed {
  /// For how many days it tells them.
  package static let daysServed = 90
  /// The one event's UID, without its domain.
  package static let event = EventID("address")

  private let feed: Feed
  private let bytes: [UInt8]

  /// Nothing for what Muster did not write below `feeds/private`, as `tasks/communities/u1.ics`.
  package init?(path: String, bytes: [UInt8]) {
    guard bytes.firstRange(of: Array("\r\nPRODID:-//Muster//".utf8)) != nil,
      let (id, edition) = FeedID.reading(privatePath: path), let feed = Feed(of: id, in: edition)
    else { return nil }
    self.feed = feed
    self.bytes = bytes
  }

  /// Since when it says that it is given up; nothing if it does not yet.
  package func retiredAt(in program: Program) -> Instant? {
    Floor.floors(in: [bytes], of: program.id)[OldFeed.event]?.lastModified
  }

  /// A feed of one event over the days that it is told, from `now`.
  package func farewell(in program: Program, at now: Instant) -> [UInt8] {
    OldFeed.farewell(of: feed, in: program, at: now)
  }

  static func farewell(of feed: Feed, in program: Program, at now: Instant) -> [UInt8] {
    let words = Words(program.language)
    let today = program.zone.moment(at: now).day
    let head = FeedHead(
      feed: feed, name: feed.name(in: program) ?? feed.id.id, program: program, lastModified: now)
    var event = Event(
      kind: .campaign, state: .confirmed, language: program.language.rawValue,
      name: words.addressGivenUp, when: .days(today...(today + (OldFeed.daysServed - 1))),
      host: Event.Party(id: "", name: ""), organizer: Event.Party(program.organizer))
    event.isOver = true
    event.details = [words.askForAddress(program.organizer.name)]
    let revision = Publication(
      key: Publication.Key(event: OldFeed.event, edition: .private), sequence: 0, created: now,
      lastModified: now, contentHash: "", content: "")
    let component = EventComponent(event: event, revision: revision, program: program).component
    return head.component(zone: nil).serialized(enclosing: [component.serialized()])
  }
}
