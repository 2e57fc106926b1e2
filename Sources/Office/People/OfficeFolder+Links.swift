package import Drills
package import Feeds
package import Record

/// Links to private feeds: made, listed, given up.
extension OfficeFolder {
  /// The newest year that has a plan, be it a draft: whose feeds there are links to while the next year is
  /// being prepared.
  package func newestPlanned(at instant: Instant) throws(Refusal) -> Standing {
    var newest: Standing?
    var refusal: Refusal?
    for year in years {
      do throws(Refusal) {
        let standing = try year.office.standing(at: instant)
        if standing.newest != nil || standing.draft != nil { return standing }
        newest = newest ?? standing
      } catch {
        refusal = refusal ?? error
      }
    }
    if let newest { return newest }
    throw refusal ?? .access(.noWorkspaces(path))
  }

  /// In the order made.
  package func links() throws(Refusal) -> [Link] {
    try Refusal.wrapping { try directory()?.links() ?? [] }
  }

  /// When feeds were last fetched.
  package func fetches() throws(Refusal) -> [FetchedFeed: Fetch] {
    try Refusal.wrapping { try directory()?.fetches() ?? [:] }
  }

  /// Writes down when feeds were last fetched.
  package func keep(_ fetches: [FetchedFeed: Fetch]) throws(Refusal) {
    try Refusal.wrapping { try Directory.openOrCreate(directoryPath).keep(fetches) }
  }

  /// A new address for each of these feeds, private ones or tasks, beside those that there are.
  package func makeLinks(
    to feeds: [FeedFile], label: String, by author: String, at instant: Instant
  ) throws(Refusal) -> [Link] {
    var random = SystemRandomNumberGenerator()
    let links = feeds.map { feed in
      Link(
        token: Link.newToken(from: &random), isOfTasks: feed.edition == .tasks, feed: feed.id,
        label: label, madeBy: author, madeAt: instant)
    }
    return try Refusal.wrapping { try Directory.openOrCreate(directoryPath).append(links) }
  }

  /// Gives up an address; it says so for 90 days, and then is none.
  package func revoke(
    _ number: Int, by author: String, at instant: Instant
  ) throws(Refusal) -> Link {
    guard var link = try links().first(where: { $0.number == number }) else {
      throw .access(.noSuchLink(number))
    }
    if let revoked = link.revoked { throw .access(.isRevoked(number, revoked)) }
    let revocation = Link.Revocation(by: author, at: instant)
    let isNew = try Refusal.wrapping {
      try Directory.openOrCreate(directoryPath).revoke(number, revocation)
    }
    guard isNew else { throw .access(.isRevoked(number, revocation)) }
    link.revoked = revocation
    return link
  }
}
