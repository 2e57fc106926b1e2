package import Drills
internal import GRDB

/// Whose fetching is kept: a link's, or a public feed's.
package enum FetchedFeed: Hashable, Sendable {
  case link(Int)
  case `public`(FeedID)

  fileprivate var text: String {
    switch self {
    case .link(let number): "link/\(number)"
    case .public(let feed): "public/\(feed)"
    }
  }

  fileprivate init?(text: String) {
    let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "link":
      guard let number = Int(parts[1]) else { return nil }
      self = .link(number)
    case "public": self = .public(FeedID(parts[1]))
    default: return nil
    }
  }
}

extension Directory {
  /// In the order made, the revoked ones among them.
  package func links() throws(RecordFailure) -> [Link] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        try Cells.all(
          .link,
          """
          SELECT link.id, token, is_of_tasks, feed, label, made_by, made_at, revoked_by, revoked_at
          FROM link LEFT JOIN link_revocation ON link = link.id ORDER BY link.id
          """, in: database
        ) { cells in
          let token = try cells.text(1)
          guard Link.isToken(token) else { throw cells.damage(1) }
          let revokedBy = try cells.optionalText(7)
          return Link(
            number: try cells.number(0), token: token, isOfTasks: try cells.flag(2),
            feed: try cells.id(3), label: try cells.text(4), madeBy: try cells.text(5),
            madeAt: try cells.instant(6),
            revoked: try revokedBy.map { Link.Revocation(by: $0, at: try cells.instant(8)) })
        }
      }
    }
  }

  /// Appends links under the next numbers, all or none.
  package func append(_ links: [Link]) throws(RecordFailure) -> [Link] {
    try RecordFailure.wrapping(path) {
      try database.write { database in
        try links.map { link in
          try database.execute(
            sql: """
              INSERT INTO link (token, is_of_tasks, feed, label, made_by, made_at)
              VALUES (?, ?, ?, ?, ?, ?)
              """,
            arguments: [
              link.token, link.isOfTasks, link.feed.text, link.label, link.madeBy, link.madeAt,
            ])
          var made = link
          made.number = Int(database.lastInsertedRowID)
          return made
        }
      }
    }
  }

  /// Appends that a link is given up.
  ///
  /// - Returns: Whether it stood until now; if not, nothing is appended.
  package func revoke(
    _ number: Int, _ revocation: Link.Revocation
  ) throws(RecordFailure) -> Bool {
    try RecordFailure.wrapping(path) {
      try database.write { database in
        try database.execute(
          sql: """
            INSERT INTO link_revocation (link, revoked_by, revoked_at) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """, arguments: [number, revocation.by, revocation.at])
        return database.changesCount > 0
      }
    }
  }

  package func fetches() throws(RecordFailure) -> [FetchedFeed: Fetch] {
    try RecordFailure.wrapping(path) {
      try database.read { database in
        let rows = try Cells.all(.fetch, "SELECT feed, hour, family FROM fetch", in: database) {
          cells in
          guard let feed = FetchedFeed(text: try cells.text(0)) else { throw cells.damage(0) }
          return (feed, Fetch(hour: try cells.instant(1), family: try cells.text(2)))
        }
        return Dictionary(rows, uniquingKeysWith: { $1 })
      }
    }
  }

  /// Keeps when feeds were last fetched; an earlier hour than is kept changes nothing.
  package func keep(_ fetches: [FetchedFeed: Fetch]) throws(RecordFailure) {
    try RecordFailure.wrapping(path) {
      try database.write { database in
        for (feed, fetch) in fetches {
          try database.execute(
            sql: """
              INSERT INTO fetch (feed, hour, family) VALUES (?, ?, ?)
              ON CONFLICT (feed) DO UPDATE SET hour = excluded.hour, family = excluded.family
              WHERE excluded.hour >= fetch.hour
              """, arguments: [feed.text, fetch.hour, fetch.family])
        }
      }
    }
  }
}
