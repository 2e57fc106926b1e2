import Drills
import Feeds
import Office
import Record
import Reports

/// Links for a person or for other programs.
struct LinkTable {
  private let links: [Link]
  private let names: [FeedID: String]
  private let fetches: [FetchedFeed: Fetch]
  private let folder: OfficeFolder
  private let zone: Zone

  init(_ links: [Link], of folder: OfficeFolder, at instant: Instant) throws {
    self.links = links
    self.folder = folder
    fetches = try folder.fetches()
    let standing = try folder.newestPlanned(at: instant)
    zone = standing.program.zone
    names = Dictionary(
      try standing.feeds().filter { $0.edition != .public }.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  func show(in format: OutputFormat) throws {
    switch format {
    case .json: Terminal.print([try LinksDocument(items, of: folder.id).json()])
    case .table: Terminal.print(table.lines(style: Terminal.style))
    }
  }

  private var table: TextTable {
    var table = TextTable(
      [.right, .left, .left, .left, .left, .left], header: Phrases.linkColumns)
    for (link, item) in zip(links, items) {
      table.append([
        "\(link.number)", item.name + (link.isOfTasks ? Phrases.tasksMark : ""), link.label,
        Phrases.made(on: day(link.madeAt), by: link.madeBy),
        link.revoked.map { Phrases.revoked(on: day($0.at), by: $0.by) }
          ?? fetches[.link(link.number)].map { Phrases.fetched(hour($0.hour), by: $0.family) }
          ?? Phrases.neverFetched,
        item.address ?? item.path,
      ])
    }
    return table
  }

  private var items: [LinksDocument.Item] {
    links.map { link in
      let path = "/f/\(link.token).ics"
      let fetch = fetches[.link(link.number)]
      return LinksDocument.Item(
        number: link.number, feed: link.feed, isOfTasks: link.isOfTasks,
        name: names[link.feed] ?? link.feed.text, label: link.label, path: path,
        address: folder.base.isEmpty ? nil : folder.base.withoutSlash + path,
        madeBy: link.madeBy, madeAt: zone.timestamp(at: link.madeAt),
        lastFetched: fetch.map { zone.timestamp(at: $0.hour) }, program: fetch?.family,
        revokedBy: link.revoked?.by, revokedAt: link.revoked.map { zone.timestamp(at: $0.at) })
    }
  }

  private func day(_ instant: Instant) -> Day { zone.moment(at: instant + -59).day }

  private func hour(_ instant: Instant) -> String {
    "\(zone.moment(at: instant))".replacing("T", with: " ")
  }
}

/// Its keys are stable.
struct LinksDocument: Encodable {
  struct Item: Encodable {
    let number: Int
    let feed: FeedID
    let isOfTasks: Bool
    let name: String
    let label: String
    let path: String
    let address: String?
    let madeBy: String
    let madeAt: String
    let lastFetched: String?
    let program: String?
    let revokedBy: String?
    let revokedAt: String?
  }
  private let office: String
  private let links: [Item]

  init(_ links: [Item], of office: String) {
    self.office = office
    self.links = links
  }
}

extension String {
  fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
