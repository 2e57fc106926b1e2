import SourceText
import Drills

/// What the three tables hold, and which ids they name.
struct Tables {
  private(set) var communities: [Community] = []
  private(set) var venues: [Venue] = []
  private(set) var teams: [Team] = []
  private(set) var known = KnownIDs()
  /// The tables that are not there.
  private(set) var absent: Set<TableName> = []
  /// Where each community's id stands.
  private(set) var positionOfCommunity: [String: SourcePosition] = [:]

  /// What people call the areas that are named and have no ids of their own, by the ids made of that.
  private(set) var areaNames: [String: String] = [:]

  private let findings: Findings
  private var nameIDs: NameIDs
  /// By the areas' names.
  private var areaIDs: [String: String] = [:]

  /// The rows that have ids made of their names, and areas so named where they stand first.
  var rowIDs: [RowID] { nameIDs.rows }

  /// `given`: the ids that names were given before.
  init(_ files: WorkspaceFiles, given: [GivenID], _ findings: Findings) {
    self.findings = findings
    nameIDs = NameIDs(given)
    readCommunities(files)
    readVenues(files)
    readTeams(files)
  }

  /// Those of the table whose rows are of that kind.
  static func columns(of kind: GivenID.Kind) -> [WorkspaceError.Word] {
    switch kind {
    case .area, .community: communityColumns
    case .team: teamColumns
    case .venue: venueColumns
    }
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
      content, known: Self.communityColumns, required: ["name", "kind", "population"],
      findings)
    guard let rows = table.rows else { return }
    var seen = SeenIDs(.community, findings)
    var unnumbered = UnnumberedRows(rows)
    nameIDs.take(rows.compactMap { $0.written("id")?.text }, of: .community)
    var areas: Set<String> = []
    var areaBlanks = BlanksUnderFilled(column: "area")
    for row in rows {
      // A row is read to its end even if its id is wrong: its other mistakes count too.
      let id = seen.id(of: row) { name in
        unnumbered.id(of: row, named: name, .community, .community, from: &nameIDs)
      }
      var community = Community(
        id: id ?? "", name: row.requiredText("name"),
        kind: row.required("kind", Community.Kind.init(written:)) ?? .urban)
      areaBlanks.look(at: row, findings)
      if let area = row.written("area") {
        community.area = areaID(of: area)
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
    known.communities = table.isWhole ? seen.names.union(table.broken) : nil
    known.areas = table.isWhole && table.broken.isEmpty ? NameTable(areas, named: areaNames) : nil
  }

  /// The id that is written, else the one that is made of the area's name.
  private mutating func areaID(of area: Written) -> String {
    if area.text.halfWidth.isID { return findings.value(of: area, readID) ?? area.text }
    let key = area.text.tight
    if let id = areaIDs[key] { return id }
    let id = nameIDs.id(for: area.text, of: .area, at: area.position)
    areaIDs[key] = id
    areaNames[id] = area.text
    return id
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
      absent.insert(.venues)
      return
    }
    let table = TableFile(
      content, known: Self.venueColumns, required: ["name"], findings)
    guard let rows = table.rows else { return }
    var ownerBlanks = BlanksUnderFilled(column: "community")
    var seen = SeenIDs(.venue, findings)
    var unnumbered = UnnumberedRows(rows, ownerColumn: "community")
    nameIDs.take(rows.compactMap { $0.written("id")?.text }, of: .venue)
    for row in rows {
      let id = seen.id(of: row) { name in
        unnumbered.id(of: row, named: name, .venue, .venue, from: &nameIDs)
      }
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
    known.venues = table.isWhole ? seen.names.union(table.broken) : nil
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
      absent.insert(.teams)
      return
    }
    let table = TableFile(
      content, known: Self.teamColumns, required: ["name"], findings)
    guard let rows = table.rows else { return }
    var seen = SeenIDs(.team, findings)
    var unnumbered = UnnumberedRows(rows)
    nameIDs.take(rows.compactMap { $0.written("id")?.text }, of: .team)
    for row in rows {
      let id = seen.id(of: row) { name in
        unnumbered.id(of: row, named: name, .team, .team, from: &nameIDs)
      }
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
    known.teams = table.isWhole ? seen.names.union(table.broken) : nil
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
