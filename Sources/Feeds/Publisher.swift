internal import Digests
package import Drills
package import ICalendar

/// Plan and record in, feeds out; pure functions of both.
///
/// What subscribers see is made in three steps, each of which trusts only the one before:
///
/// 1. `EventMaker` makes an `Event` for each edition of each activity, campaign, deadline and
///    task: all that may be seen of it, nothing else. What an edition may not tell never gets
///    into its events, so nothing after this step can leak it.
/// 2. `changed(since:)` compares these events with those that the record holds. An event is
///    written canonically, and its text is its identity: SEQUENCE, LAST-MODIFIED and DTSTAMP rise
///    when the text differs and at no other time, for each edition by itself. History comes from
///    the record's events too: the old time that a moved event tells is the one that this edition
///    told before, so the public one cannot tell an old hour that it never told. What was told
///    and is no more in the plan, for whatever reason, becomes a cancelled event made from its own
///    old text.
/// 3. `files(_:)` lays the newest events out in feeds. It reads the record's rows alone, so an
///    event is the same in all feeds of an edition and is serialised once; the time that it is
///    matters only for how long something called off is shown.
///
/// An event names the feeds that it must not leave without a word (community, area, organizer);
/// in one that it does leave it is shown as called off for 30 days. Venues' and teams' feeds show
/// what is there now.
///
/// Nothing here depends on the clock but through `FeedSource.now`; the caller appends the rows of
/// step 2 to the record, commits, and then writes the files of step 3 that differ.
package struct Publisher: Sendable {
  let source: FeedSource
  /// What private feeds show beside it.
  private let draft: FeedSource?
  private let current: [Publication.Key: WrittenEvent]

  /// - Parameters:
  ///   - source: What is published; a draft, where nothing is.
  ///   - draft: A plan that waits to be published.
  package init(_ source: FeedSource, draft: FeedSource? = nil) {
    self.source = source
    self.draft = draft
    current = EventMaker.events(of: source, draft).mapValues(WrittenEvent.init)
  }

  /// The rows to append to the record: one for each event whose visible content changed.
  ///
  /// - Parameters:
  ///   - previous: the newest row of each event and edition.
  ///   - floors: what feeds on disk already told, where that may be ahead of the record.
  /// - Returns: Sorted by event, then edition.
  package func changed(
    since previous: [Publication.Key: Publication], atLeast floors: [Publication.Key: Floor] = [:]
  ) -> [Publication] {
    let keys = Set(current.keys).union(previous.keys)
    return keys.compactMap { key in
      let row = previous[key]
      guard let content = content(for: key, after: row) else { return nil }
      let floor = Floor(row).raised(to: floors[key])
      guard content != row?.content || floor != Floor(row) else { return nil }
      return Publication(
        key: key, sequence: floor.sequence + 1, created: row?.created ?? source.now,
        lastModified: max(source.now, floor.lastModified + 1),
        contentHash: SHA256.hex(of: content), content: content)
    }.sorted {
      ($0.key.event, $0.key.edition.rawValue) < ($1.key.event, $1.key.edition.rawValue)
    }
  }

  /// All feeds, sorted by their places, from the newest row of each event and edition.
  package func files(_ newest: [Publication.Key: Publication]) throws(ICalendarError) -> [FeedFile]
  {
    var files: [FeedFile] = []
    try forEachFile(newest) { files.append($0) }
    return files
  }

  /// The same one at a time, since those of a city fill hundreds of megabytes.
  package func forEachFile(
    _ newest: [Publication.Key: Publication], _ body: (FeedFile) -> Void
  ) throws(ICalendarError) {
    try FeedLayout(source, newest, known: current).forEachFile(body)
  }

  /// What is to be told now; nothing if there is and was nothing to tell.
  private func content(for key: Publication.Key, after row: Publication?) -> String? {
    let event = current[key]?.event
    let content = current[key]?.content
    guard let row, content != row.content || source.formerZone != nil,
      let previous = Event(content: row.content)
    else {
      // A row that cannot be read any more stays as it is unless there is something newer to say.
      return content ?? row?.content
    }
    let told: Event
    if let event {
      told = event.following(previous, on: source.today, why: whyMoved(event, key))
    } else {
      told = previous.isErased ? previous : gone(previous, key)
    }
    let moved = told.onClock(of: source.program.zone, after: previous, on: source.formerZone)
    return moved.looksLike(previous) ? row.content : moved.content
  }

  /// Why an event is not where it was, as far as its edition may tell.
  ///
  /// The reason for a placement that breaks rules stands beside them in the record, and says as
  /// little of a hidden hour as they.
  private func whyMoved(_ event: Event, _ key: Publication.Key) -> String {
    let id = key.event.duty(of: event)
    let source = event.state == .draft ? draft ?? source : source
    if event.isWithheld, source.overrides[id]?.isEmpty == false { return "" }
    return source.words(for: source.moved[id], in: key.edition)
  }

  /// What was told and is no more in the plan, or not for this edition.
  private func gone(_ previous: Event, _ key: Publication.Key) -> Event {
    let id = key.event.duty(of: previous)
    if let completion = source.completions[id] { return previous.held(completion) }
    let why = source.words(for: source.cancelled[id], in: key.edition)
    switch telling(of: previous, key) {
    case .everything: return previous.calledOff(on: source.today, why: why)
    case .date: return previous.calledOff(on: source.today, why: why).withheld
    // Why it was called off while nobody outside may know of it is no more for them than that it was.
    case .nothing: return previous.calledOff(on: source.today, why: "").erased
    }
  }

  private func telling(of event: Event, _ key: Publication.Key) -> Telling {
    let id = key.event.duty(of: event)
    let requirement = source.agenda.activities[id].map(source.agenda.requirement)
    guard key.edition == .public, event.kind == .activity,
      let announcement = requirement?.announcement
        ?? event.restriction.flatMap(Requirement.Announcement.init)
    else { return .everything }
    return source.telling(of: id, announced: announcement, in: .public)
  }
}

/// An event beside its canonical text, which takes longer to write and read than all else.
struct WrittenEvent: Sendable {
  let event: Event
  let content: String

  init(_ event: Event) {
    self.event = event
    content = event.content
  }
}

extension Event {
  /// Whether nobody can see a difference.
  fileprivate func looksLike(_ other: Event) -> Bool {
    var same = self
    same.restriction = other.restriction
    return same == other
  }
}

extension EventID {
  /// The activity, campaign run or task that it tells of.
  fileprivate func duty(of event: Event) -> DutyID {
    switch event.kind {
    case .activity, .task: duty(tellsPart: false)
    case .campaign, .deadline: duty(tellsPart: true)
    }
  }
}
