package import Drills
package import Feeds
package import Foundation
package import Reports

/// What is published, for a person.
package struct FeedList {
  private let feeds: [FeedFile]
  private let zone: Zone
  private let workspace: URL

  package init(_ feeds: [FeedFile], in zone: Zone, workspace: URL) {
    self.feeds = feeds
    self.zone = zone
    self.workspace = workspace
  }

  /// A row for each feed: its name, its events, when it changed, and where it is.
  package func table(in language: Language) -> TextTable {
    let header = [
      language("日历", "feed"), language("条目", "events"), language("更新", "changed"),
      language("地址", "address"),
    ]
    var table = TextTable([.left, .right, .left, .left], header: header)
    for feed in feeds {
      let changed = feed.lastModified.map { "\(zone.moment(at: $0))" } ?? "–"
      table.append([
        feed.name, "\(feed.events)", changed.replacingOccurrences(of: "T", with: " "),
        feed.address ?? workspace.appending(path: feed.location).path,
      ])
    }
    return table
  }
}
