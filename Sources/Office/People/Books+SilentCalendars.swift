internal import Drills
internal import Feeds
internal import Record
package import Reports

extension Books {
  /// Whose calendar nobody has fetched for seven days, neither the public feed nor by any link: each
  /// community's, and of others those that have a link.
  ///
  /// - Returns: Nothing where no server of this office was ever asked for a feed.
  package func silentCalendars() throws(Refusal) -> [SilentCalendar]? {
    let folder = try OfficeFolder(standing.office.folder)
    let fetches = try folder.fetches()
    guard !fetches.isEmpty else { return nil }
    let links = Dictionary(
      grouping: try folder.links().filter { $0.revoked == nil }, by: \.feed)
    let limit = standing.instant.adding(days: -SilentCalendar.days)
    let communities = program.communities.elements.map { FeedID(.communities, $0.id) }
    let others = links.keys.filter { !communities.contains($0) }.sorted()
    return (communities + others).compactMap { feed in
      let own = links[feed] ?? []
      let hours = ([.public(feed)] + own.map { FetchedFeed.link($0.number) })
        .compactMap { fetches[$0]?.hour }
      // Whoever got an address this week need not have used it yet.
      if (hours + own.map(\.madeAt)).contains(where: { $0 > limit }) { return nil }
      return SilentCalendar(
        feed: feed, name: name(ofFeed: feed),
        last: hours.max().map { program.zone.moment(at: $0).day })
    }
  }

  private func name(ofFeed feed: FeedID) -> String {
    FeedFile.name(of: feed, in: program) ?? feed.text
  }
}
