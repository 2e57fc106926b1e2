package import Drills
package import Feeds

/// Which of the feeds of one edition are wanted; without a choice, all of them.
package struct FeedChoice: Hashable, Sendable {
  package let edition: FeedFile.Edition
  package var areas: [String] = []
  package var communities: [String] = []
  package var departments: [String] = []
  package var teams: [String] = []
  package var venues: [String] = []
  package var organizer = false
  package var all = false

  package init(_ edition: FeedFile.Edition) { self.edition = edition }

  private var wanted: [FeedID] {
    let kinds: [(FeedID.Kind, ids: [String])] = [
      (.communities, communities), (.areas, areas), (.departments, departments),
      (.venues, venues), (.teams, teams),
    ]
    return kinds.flatMap { kind, ids in ids.map { FeedID(kind, $0) } }
      + (organizer ? [.organizer] : [])
  }

  /// - Throws: `Refusal` where one that is named is not among them.
  package func chosen(from files: [FeedFile]) throws(Refusal) -> [FeedFile] {
    let files = files.filter { $0.edition == edition }
    let wanted = wanted
    if all || wanted.isEmpty { return files }
    let known = files.map(\.id)
    if let missing = wanted.first(where: { !known.contains($0) }) {
      throw .naming(
        .noSuchFeed(
          missing.path(in: edition), among: known.filter { $0.kind == missing.kind }.map(\.id)))
    }
    return files.filter { wanted.contains($0.id) }
  }
}

/// What is published, for other programs; its keys are stable.
package struct FeedsDocument: Encodable {
  private struct Item: Encodable {
    /// Where `path` lies, below the workspace.
    let folder: String
    let path: String
    let edition: String
    let name: String
    let events: Int
    let lastModified: String?
    let address: String?
  }
  private let id: String
  private let feeds: [Item]

  package init(_ feeds: [FeedFile], of program: Program) {
    id = program.id
    self.feeds = feeds.map { feed in
      Item(
        folder: feed.edition.folder, path: feed.path, edition: feed.edition.rawValue,
        name: feed.name, events: feed.events,
        lastModified: feed.lastModified.map(program.zone.timestamp), address: feed.address)
    }
  }
}
