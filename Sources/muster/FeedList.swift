import Drills
import Feeds
import Foundation
import Reports

/// What is published, for a person.
struct FeedList {
  private let feeds: [FeedFile]
  private let zone: Zone
  /// The workspace.
  private let folder: URL

  init(_ feeds: [FeedFile], in zone: Zone, folder: URL) {
    self.feeds = feeds
    self.zone = zone
    self.folder = folder
  }

  func table() -> TextTable {
    var table = TextTable([.left, .right, .left, .left], header: Phrases.feedColumns)
    for feed in feeds {
      let changed = feed.lastModified.map { "\(zone.moment(at: $0))" } ?? "–"
      table.append([
        feed.name, "\(feed.events)", changed.replacingOccurrences(of: "T", with: " "),
        feed.address ?? folder.appending(path: feed.location).path,
      ])
    }
    return table
  }
}

/// What is published, for other programs; its keys are stable.
struct FeedsDocument: Encodable {
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

  init(_ feeds: [FeedFile], of program: Program) {
    id = program.id
    self.feeds = feeds.map { feed in
      Item(
        folder: feed.edition.folder, path: feed.path, edition: feed.edition.rawValue,
        name: feed.name, events: feed.events,
        lastModified: feed.lastModified.map(program.zone.timestamp), address: feed.address)
    }
  }
}
