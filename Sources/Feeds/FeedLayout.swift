import Drills
internal import ICalendar

/// Which events stand in which feeds.
struct FeedLayout {
  /// An event of the layout, or the word that it left a feed.
  private enum Entry {
    case told(Int)
    case left(Int)
  }

  private let source: FeedSource
  /// In order of start, then UID.
  private let events: [ToldEvent]

  /// `known` saves reading the text of an event that is the same as what the plan makes now.
  init(
    _ source: FeedSource, _ newest: [Publication.Key: Publication],
    known: [Publication.Key: WrittenEvent]
  ) {
    self.source = source
    let today = source.today
    events = newest.values.compactMap { row in
      let known = known[row.key]
      let told = known?.content == row.content ? known?.event : Event(content: row.content)
      guard let event = told, event.isShown(on: today) else { return nil }
      return ToldEvent(event: event, revision: row)
    }.sorted()
  }

  /// In order of their places below the workspace.
  func forEachFile(_ body: (FeedFile) -> Void) throws(ICalendarError) {
    // In all feeds of an edition an event is the same bytes.
    let bytes = events.map { component($0.event, $0.revision).serialized() }
    var zones: [ClosedRange<Int>: Component] = [:]
    for (feed, entries) in entriesByFeed().sorted(by: { $0.key.location < $1.key.location }) {
      let told = entries.map { events[index(of: $0)] }
      let years = years(of: told)
      let zone: Component
      if let known = zones[years] {
        zone = known
      } else {
        zone = try VTimeZone.component(for: source.program.zone.identifier, years: years)
        zones[years] = zone
      }
      let head = FeedHead(
        feed: feed, name: name(of: feed, telling: told), program: source.program,
        lastModified: told.map(\.revision.lastModified).max())
      let contents = entries.map { entry in
        switch entry {
        case .told(let index): bytes[index]
        case .left(let index): farewell(of: events[index], to: feed)
        }
      }
      body(
        FeedFile(
          id: feed.id, bytes: head.component(zone: zone).serialized(enclosing: contents),
          edition: feed.edition, name: head.name, events: contents.count,
          lastModified: head.lastModified, address: feed.address(in: source.program)))
    }
  }

  private func entriesByFeed() -> [Feed: [Entry]] {
    var entries: [Feed: [Entry]] = [:]
    // While there is but a draft, nothing is public.
    for feed in Feed.all(of: source.program) where !source.isDraft || feed.edition != .public {
      entries[feed] = []
    }
    let today = source.today
    for (index, told) in events.enumerated() {
      for feed in told.feeds where feed.exists { entries[feed, default: []].append(.told(index)) }
      for id in told.event.feedsLeft(on: today) {
        guard let feed = Feed(of: id, in: told.edition), feed.exists else { continue }
        entries[feed, default: []].append(.left(index))
      }
    }
    return entries
  }

  private func index(of entry: Entry) -> Int {
    switch entry {
    case .told(let index), .left(let index): index
    }
  }

  private func component(_ event: Event, _ revision: Publication) -> Component {
    EventComponent(event: event, revision: revision, program: source.program).component
  }

  private func farewell(of told: ToldEvent, to feed: Feed) -> [UInt8] {
    component(told.event.calledOff(in: feed.id), told.revision).serialized()
  }

  private func years(of told: [ToldEvent]) -> ClosedRange<Int> {
    let period = source.program.period
    let first = told.reduce(period.lowerBound) { min($0, $1.event.when.start.day) }
    let last = told.reduce(period.upperBound) { max($0, $1.event.when.lastDay) }
    return first.components.year...last.components.year
  }

  /// What the plan calls it; of what has left the plan, what its own events call it.
  private func name(of feed: Feed, telling told: [ToldEvent]) -> String {
    feed.name(in: source.program)
      ?? told.lazy.flatMap { $0.event.parties }.first { $0.id == feed.id.id }?.name ?? feed.id.id
  }
}

/// An event with what the record says of it.
///
/// A class, because it is sorted and laid out in many feeds: a copy would count the references of
/// twenty strings and lists.
private final class ToldEvent {
  let event: Event
  let revision: Publication

  init(event: Event, revision: Publication) {
    self.event = event
    self.revision = revision
  }

  var edition: Feed.Edition {
    if event.kind == .task { return .tasks }
    return revision.key.edition == .public ? .public : .private
  }

  var feeds: [Feed] {
    [Feed(.all, in: edition)]
      + event.feeds.compactMap { Feed(of: $0, in: edition) }
      + (event.venue.map { [Feed(.venues, $0, in: edition)] } ?? [])
      + Set(event.teams.map(\.id)).map { Feed(.teams, $0, in: edition) }
  }
}

extension ToldEvent: Comparable {
  static func < (lhs: ToldEvent, rhs: ToldEvent) -> Bool {
    (lhs.event.when.start, lhs.revision.key.event) < (rhs.event.when.start, rhs.revision.key.event)
  }

  static func == (lhs: ToldEvent, rhs: ToldEvent) -> Bool { lhs.revision.key == rhs.revision.key }
}
