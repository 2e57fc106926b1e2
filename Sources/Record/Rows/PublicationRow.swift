internal import Drills
internal import GRDB

/// A row of `publication`; of one event and edition the greatest id is the newest.
struct PublicationRow: Encodable, PersistableRecord {
  static let databaseTableName = "publication"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

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

  /// The newest of each event and edition.
  static func newest(in database: Database) throws -> [Publication.Key: Publication] {
    var newest: [Publication.Key: Publication] = [:]
    try Cells.each(
      .publication,
      """
      SELECT id, event, edition, sequence, created, last_modified, hash, content
      FROM publication ORDER BY id
      """, in: database
    ) { row in
      let publication = Publication(
        key: Publication.Key(event: try row.id(1), edition: try row.word(2)),
        sequence: try row.number(3, in: 0...Int(Int32.max)), created: try row.instant(4),
        lastModified: try row.instant(5), contentHash: try row.text(6), content: try row.text(7))
      newest[publication.key] = publication
    }
    return newest
  }
}
