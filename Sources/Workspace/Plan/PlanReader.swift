import Drills

/// Reads plan.yaml, part by part.
struct PlanReader {
  static let keys = [
    "muster", "office", "id", "title", "theme", "basis", "organizer", "committee", "departments",
    "publish",
    "language", "time-zone", "period", "grid", "reporting-day", "grace", "freeze",
    "make-up-within", "holidays", "calendars", "closures", "limits", "weights", "requirements",
    "campaigns",
    "deadlines", "forms", "lines",
  ]

  private(set) var root: YamlObject
  let tables: Tables
  let formNames: Set<String>
  let findings: Findings
  var known: KnownIDs

  init(_ root: YamlObject, _ tables: Tables, formNames: Set<String>, _ findings: Findings) {
    self.root = root
    self.tables = tables
    self.formNames = formNames
    self.findings = findings
    known = tables.known
  }

  /// The program without what calendars say; nothing if it lacks what every plan needs, which is
  /// reported.
  mutating func read() -> Program? {
    checkVersion()
    let id = root.required("id", readID)
    let organizer = readOrganizer()
    let zone = readZone()
    let period = readPeriod()
    root.dates.period = period
    // Should one of these be missing, the rest is read all the same, for its mistakes.
    let anyDay = Day(number: 0)
    guard let zone = zone ?? Zone("UTC") else { return nil }
    var program = Program(
      id: id ?? "", organizer: organizer ?? Organizer(name: ""), zone: zone,
      period: period ?? anyDay...anyDay)
    readSettings(into: &program)
    program.communities = Table(tables.communities)
    program.venues = Table(tables.venues)
    program.teams = Table(tables.teams)
    program.areaNames = tables.areaNames

    program.departments = Table(readDepartments())
    program.lines = readLines()
    program.forms = readForms()
    let items = collectItems()
    program.requirements = Table(readRequirements(items.requirements))
    program.campaigns = items.campaigns.compactMap { readCampaign($0.entry, id: $0.id) }
    program.deadlines = items.deadlines.compactMap { readDeadline($0.entry, id: $0.id) }
    warnOfNoCoordinates(program)
    program.closures = root.objects("closures", keys: Self.closureKeys).map(readClosure)
    return period == nil ? nil : program
  }

  /// Where distances have a weight and there is none to be had.
  private func warnOfNoCoordinates(_ program: Program) {
    let communities = program.communities.elements
    let venues = program.venues.elements
    guard program.weights.distance > 0, !communities.isEmpty, !venues.isEmpty,
      program.requirements.elements.contains(where: { !$0.venueTypes.isEmpty }),
      communities.allSatisfy({ $0.position == nil }) || venues.allSatisfy({ $0.position == nil })
    else { return }
    findings.warn(of: .noCoordinates, at: root.position(of: "weights"))
  }

  // MARK: Requirements, campaigns and deadlines share their ids

  typealias Item = (entry: YamlObject, id: String)

  private mutating func collectItems() -> (
    requirements: [Item], campaigns: [Item], deadlines: [Item]
  ) {
    var seen = SeenIDs(.item, findings)
    func items(_ key: String, _ keys: [String]) -> [Item] {
      // Without a good id an item is still read, for its other mistakes.
      root.objects(key, keys: keys).map { ($0, seen.id(of: $0) ?? "") }
    }
    let requirements = items("requirements", Self.requirementKeys)
    known.requirements = seen.names
    let campaigns = items("campaigns", Self.campaignKeys)
    let deadlines = items("deadlines", Self.deadlineKeys)
    return (requirements, campaigns, deadlines)
  }
}
