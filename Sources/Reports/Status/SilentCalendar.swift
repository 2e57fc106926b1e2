package import Drills

/// A calendar that nobody has fetched for seven days.
package struct SilentCalendar: Hashable, Sendable {
  /// After how many days without a fetch.
  package static let days = 7

  package let feed: FeedID
  package let name: String
  /// The day of the last fetch; nothing if there was none.
  package let last: Day?

  package init(feed: FeedID, name: String, last: Day?) {
    self.feed = feed
    self.name = name
    self.last = last
  }

  /// As `南沟村（6月2日起）`.
  func text(_ words: Words) -> String {
    guard let last else { return name + words.language("（从未）", " (never)") }
    return name + words.language("（\(words.date(last))以来）", " (since \(words.date(last)))")
  }
}
