/// What subscribers were last told of one event, in one edition.
package struct Publication: Hashable, Sendable {
  package enum Edition: String, CaseIterable, Sendable {
    case `public`, `private`
  }
  package struct Key: Hashable, Sendable {
    package var event: EventID
    package var edition: Edition

    package init(event: EventID, edition: Edition) {
      self.event = event
      self.edition = edition
    }
  }

  package var key: Key
  package var sequence: Int
  package var created: Instant
  package var lastModified: Instant
  /// SHA-256 of `content`, in hex.
  package var contentHash: String
  /// All that a subscriber can see of the event, as the feeds wrote it down.
  package var content: String

  package init(
    key: Key, sequence: Int, created: Instant, lastModified: Instant, contentHash: String,
    content: String
  ) {
    self.key = key
    self.sequence = sequence
    self.created = created
    self.lastModified = lastModified
    self.contentHash = contentHash
    self.content = content
  }
}
