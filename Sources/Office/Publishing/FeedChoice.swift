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

  /// - Throws: `Refusal` where one that is named, by its id or its name, is not among them.
  package func chosen(from files: [FeedFile]) throws(Refusal) -> [FeedFile] {
    let files = files.filter { $0.edition == edition }
    if all { return files }
    let kinds: [(FeedID.Kind, Field, texts: [String])] = [
      (.communities, .community, communities), (.areas, .area, areas),
      (.departments, .community, departments), (.venues, .venue, venues), (.teams, .team, teams),
    ]
    var wanted: [FeedID] = organizer ? [.organizer] : []
    for (kind, field, texts) in kinds {
      let choices = files.filter { $0.id.kind == kind }
        .map { NamingReason.Choice(id: $0.id.id, name: $0.name) }
      for text in texts {
        guard let id = try choices.named(text, as: field) else {
          throw .naming(.noSuchFeed(FeedID(kind, text).path(in: edition), among: choices))
        }
        wanted.append(FeedID(kind, id))
      }
    }
    return wanted.isEmpty ? files : files.filter { wanted.contains($0.id) }
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
