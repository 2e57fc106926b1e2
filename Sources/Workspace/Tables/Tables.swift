import SourceText
import Drills

/// What the three tables hold, and which ids they name.
struct Tables {
  private(set) var communities: [Community] = []
  private(set) var venues: [Venue] = []
  private(set) var teams: [Team] = []
  private(set) var known = KnownIDs()
  /// Where each community's id stands.
  private(set) var positionOfCommunity: [String: SourcePosition] = [:]

  private let findings: Findings

  init(_ files: WorkspaceFiles, _ findings: Findings) {
    self.findings = findings
    readCommunities(files)
    readVenues(files)
    readTeams(files)
  }

  // MARK: communities

  private static let communityColumns: [WorkspaceError.Word] = [
    .init("id", "编号"), .init("name", "名称"), .init("kind", "类型"), .init("area", "片区"),
    .init("population", "人口"), .init("hazards", "风险"), .init("lat", "纬度"), .init("lon", "经度"),
    .init("contact", "安全员"), .init("phone", "电话"), .init("max-per-day", "每日上限"),
  ]

  private mutating func readCommunities(_ files: WorkspaceFiles) {
    guard case .table(let content) = files.table(.communities, isRequired: true) else { return }
    let table = TableFile(
      content, known: Self.communityColumns, required: ["id", "name", "kind", "population"],
      findings)
    guard let rows = table.rows else { return }
    var seen = SeenIDs(.community, findings)
    var areas: Set<String> = []
    var areaBlanks = BlanksUnderFilled(column: "area")
    for row in rows {
      // A row is read to its end even if its id is wrong: its other mistakes count too.
      let id = seen.id(of: row)
      var community = Community(
        id: id ?? "", name: row.requiredText("name"),
        kind: row.required("kind", Community.Kind.init(written:)) ?? .urban)
      areaBlanks.look(at: row, findings)
      if let area = row.written("area") {
        community.area = findings.value(of: area, readID) ?? area.text
      }
      community.population =
        row.required("population") { text throws(WorkspaceError.Reason) in
          try readInteger(text, in: 0...Most.people, of: .people)
        } ?? 0
      community.hazards = row.words("hazards", of: Scenario.self)
      community.position = row.place()
      community.contact = row.contact()
      community.maximumPerDay = row.integer("max-per-day", in: 1...Most.number, of: .sessions)
      areas.insert(community.area)
      if id != nil { communities.append(community) }
    }
    positionOfCommunity = seen.positions
    known.communities = table.isWhole ? seen.names.union(NameTable(table.brokenIDs)) : nil
    known.areas = table.isWhole && table.brokenIDs.isEmpty ? NameTable(areas) : nil
  }

  // MARK: venues

  private static let venueColumns: [WorkspaceError.Word] = [
    .init("id", "编号"), .init("name", "名称"), .init("types", "类别"), .init("community", "所属"),
    .init("capacity", "容纳人数"), .init("concurrent", "同时场次"), .init("turnaround", "整理"),
    .init("hours", "开放时间"), .init("days", "开放日"), .init("lat", "纬度"), .init("lon", "经度"),
    .init("address", "地址"),
    .init("contact", "联系人"), .init("phone", "电话"),
  ]

  private mutating func readVenues(_ files: WorkspaceFiles) {
    let content: TableContent
    switch files.table(.venues, isRequired: false) {
    case .table(let found): content = found
    case .unreadable: return
    case .absent:
      known.venues = NameTable()
      return
    }
    let table = TableFile(
      content, known: Self.venueColumns, required: ["id", "name"], findings)
    guard let rows = table.rows else { return }
    var ownerBlanks = BlanksUnderFilled(column: "community")
    var seen = SeenIDs(.venue, findings)
    for row in rows {
      let id = seen.id(of: row)
      var venue = Venue(id: id ?? "", name: row.requiredText("name"))
      venue.types = row.venueTypes("types")
      ownerBlanks.look(at: row, findings)
      if let owner = row.written("community"), !owner.isShared {
        venue.owner = known.id(of: owner, in: .community, findings)
      }
      venue.capacity = row.integer("capacity", in: 1...Most.people, of: .people)
      venue.concurrent = row.integer("concurrent", in: 1...Most.number, of: .sessions) ?? 1
      venue.turnaround = row.minutes("turnaround", in: 0...Most.number) ?? 0
      venue.opening = row.opening()
      venue.position = row.place()
      venue.address = row.text("address")
      venue.contact = row.contact()
      if id != nil { venues.append(venue) }
    }
    known.venues = table.isWhole ? seen.names.union(NameTable(table.brokenIDs)) : nil
  }

  // MARK: teams

  private static let teamColumns: [WorkspaceError.Word] = [
    .init("id", "编号"), .init("name", "名称"), .init("role", "角色"), .init("crews", "班组数"),
    .init("turnaround", "周转"), .init("covers", "覆盖"), .init("hours", "时间"),
    .init("days", "日期"), .init("contact", "联系人"), .init("phone", "电话"),
  ]

  private mutating func readTeams(_ files: WorkspaceFiles) {
    let content: TableContent
    switch files.table(.teams, isRequired: false) {
    case .table(let found): content = found
    case .unreadable: return
    case .absent:
      known.teams = NameTable()
      return
    }
    let table = TableFile(
      content, known: Self.teamColumns, required: ["id", "name"], findings)
    guard let rows = table.rows else { return }
    var seen = SeenIDs(.team, findings)
    for row in rows {
      let id = seen.id(of: row)
      var team = Team(
        id: id ?? "", name: row.requiredText("name"), role: row.written("role")?.text)
      team.crews = row.integer("crews", in: 1...Most.number, of: .crews) ?? 1
      team.turnaround = row.minutes("turnaround", in: 0...Most.number) ?? 0
      let covers = row.list("covers")
      team.covers = Set(covers.map { known.cover($0, findings) })
      team.duty = row.opening()
      team.contact = row.contact()
      if id != nil { teams.append(team) }
    }
    known.teams = table.isWhole ? seen.names.union(NameTable(table.brokenIDs)) : nil
  }
}

extension TableRow {
  /// Both coordinates or neither.
  fileprivate func place() -> Position? {
    let latitude = value("lat") { text throws(WorkspaceError.Reason) in
      try readDegrees(text, most: 90)
    }
    let longitude = value("lon") { text throws(WorkspaceError.Reason) in
      try readDegrees(text, most: 180)
    }
    switch (written("lat"), written("lon")) {
    case (let latitude?, nil):
      findings.report(.halfAPosition(missing: title(of: "lon")), at: latitude.position)
    case (nil, let longitude?):
      findings.report(.halfAPosition(missing: title(of: "lat")), at: longitude.position)
    default: break
    }
    guard let latitude, let longitude else { return nil }
    return Position(latitude: latitude, longitude: longitude)
  }

  fileprivate func contact() -> Contact? {
    if let phone = written("phone"), phone.isMangledNumber {
      findings.warn(of: .mangledNumber(phone.text), at: phone.position)
    }
    let contact = Contact(name: text("contact"), phone: text("phone"))
    return contact.name.isEmpty && contact.phone.isEmpty ? nil : contact
  }

  fileprivate func opening() -> Opening {
    Opening(hours: hours("hours"), days: days("days") ?? .any)
  }
}

/// Looks for blanks below a filled cell: what a spreadsheet leaves of merged cells.
private struct BlanksUnderFilled {
  let column: String
  private var isUnderFilled = false

  init(column: String) { self.column = column }

  mutating func look(at row: TableRow, _ findings: Findings) {
    if row.has(column) {
      isUnderFilled = !(row.written(column)?.isShared ?? false)
    } else if isUnderFilled, row.hasColumn(column) {
      findings.warn(
        of: .blankUnderFilled(column: row.title(of: column)), at: row.place(of: column))
    }
  }
}

extension Written {
  /// Said of what belongs to nobody alone.
  fileprivate var isShared: Bool { ["shared", "共用", "公用", "共享"].contains(text.tight) }

  /// Whether a spreadsheet took it for a quantity: rounded it, or dropped the 0 of the area code.
  fileprivate var isMangledNumber: Bool {
    let plain = text.tight
    if plain.contains("e+"), plain.first?.isNumber ?? false { return true }
    guard plain.isDigits else { return false }
    switch plain.utf8.count {
    case 10: return !["400", "800"].contains { plain.hasPrefix($0) }
    case 11: return plain.first != "1" && plain.first != "0"
    default: return false
    }
  }
}
