internal import Drills
internal import GRDB

/// A row of `publication`; of one event and edition the greatest id is the newest.
struct PublicationRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "publication"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var id: Int64?
  var event: EventID
  var edition: String
  var sequence: Int
  var created: Instant
  var lastModified: Instant
  var hash: String
  var content: String

  init(_ publication: Publication) {
    event = publication.key.event
    edition = publication.key.edition.rawValue
    sequence = publication.sequence
    created = publication.created
    lastModified = publication.lastModified
    hash = publication.contentHash
    content = publication.content
  }

  /// Nothing for an edition that this program does not know.
  var publication: Publication? {
    Publication.Edition(rawValue: edition).map {
      Publication(
        key: Publication.Key(event: event, edition: $0), sequence: sequence, created: created,
        lastModified: lastModified, contentHash: hash, content: content)
    }
  }
}
