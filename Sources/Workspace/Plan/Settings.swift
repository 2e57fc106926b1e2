import Drills

/// What stands at the head of plan.yaml.
extension PlanReader {
  func checkVersion() {
    _ = root.required("muster") { text throws(WorkspaceError.Reason) in
      guard text == "1" else { throw .unknownVersion(text) }
    }
  }

  func readOrganizer() -> Organizer? {
    guard root.has("organizer") else {
      root.reportMissing("organizer")
      return nil
    }
    guard let entry = root.object("organizer", keys: ["name", "office", "phone", "email"]) else {
      return nil
    }
    var organizer = Organizer(name: entry.requiredText("name"))
    organizer.office = entry.text("office")
    organizer.phone = entry.text("phone")
    organizer.email = entry.text("email")
    return organizer
  }

  func readZone() -> Zone? {
    let read = { (text: String) throws(WorkspaceError.Reason) in
      guard let zone = Zone(text) else { throw WorkspaceError.Reason.unknownZone(text) }
      return zone
    }
    if root.has("time-zone") { return root.value("time-zone", read) }
    return findings.value(
      of: Written(text: "Asia/Shanghai", position: root.position(of: "time-zone")), read)
  }

  /// Years that a plan may be of.
  private static let years = 1970...2199

  func readPeriod() -> ClosedRange<Day>? {
    guard root.has("period") else {
      root.reportMissing("period")
      return nil
    }
    guard let entry = root.object("period", keys: ["from", "to"]) else { return nil }
    let dates = DateReader()
    func bound(_ text: String) throws(WorkspaceError.Reason) -> Day {
      let day = try dates.day(text)
      let year = day.components.year
      guard Self.years.contains(year) else { throw .outOfRange(String(year), Self.years) }
      return day
    }
    let from = entry.required("from", bound)
    return entry.required("to") { text throws(WorkspaceError.Reason) -> ClosedRange<Day>? in
      let to = try bound(text)
      guard let from else { return nil }
      return try dayRange(from: from, to: to, written: "\(from)..\(to)")
    } ?? nil
  }

  func readSettings(into program: inout Program) {
    program.office = root.value("office", readID) ?? program.office
    program.title = root.written("title")?.text ?? program.id
    program.theme = root.text("theme")
    program.basis = root.text("basis")
    program.committee = root.objects("committee", keys: ["post", "title", "name"]).map { entry in
      var post = CommitteePost(post: entry.requiredText("post"))
      post.title = entry.text("title")
      post.name = entry.text("name")
      return post
    }
    program.publishBase =
      root.object("publish", keys: ["base"])?.value("base", readPublishBase) ?? ""
    program.language = root.word("language", of: Language.self) ?? program.language
    program.grid = root.value("grid", readGrid) ?? program.grid
    program.reportingDay = root.word("reporting-day", of: Weekday.self) ?? program.reportingDay
    program.grace = root.integer("grace", in: 0...Most.number, of: .days) ?? program.grace
    program.freeze = root.value("freeze", readFreeze) ?? program.freeze
    program.makeUpWithin =
      root.integer("make-up-within", in: 0...Most.number, of: .days) ?? program.makeUpWithin
    program.limits = readLimits()
    program.weights = readWeights()
  }

  /// Where the feeds are, none of them too long for a client.
  private func readPublishBase(_ text: String) throws(WorkspaceError.Reason) -> String {
    let base = try readWebAddress(text)
    let ids = [known.communities, known.areas, known.venues, known.teams].compactMap(\.?.ids)
    let longest = ids.joined().max { $0.utf8.count < $1.utf8.count } ?? ""
    let path = FeedID(.communities, longest).path(in: .public)
    let length = base.utf8.count + 1 + path.utf8.count
    let most = 255
    guard length <= most else { throw .addressesTooLong(characters: length, most: most) }
    return base
  }

  private func readFreeze(_ text: String) throws(WorkspaceError.Reason) -> Minute {
    ["0", "0h", "0min", "0小时", "0分钟"].contains(text.tight) ? 0 : try readMinutes(text)
  }

  private func readLimits() -> Limits {
    var limits = Limits()
    let keys = [
      "per-community-per-day", "comfortable-drills-per-day", "comfortable-days-between-drills",
    ]
    guard let entry = root.object("limits", keys: keys) else { return limits }
    limits.perCommunityPerDay = entry.integer(keys[0], in: 1...Most.number)
    limits.comfortableDrillsPerDay = entry.integer(keys[1], in: 0...Most.number)
    limits.comfortableDaysBetweenDrills = entry.integer(keys[2], in: 0...Most.number) ?? 0
    return limits
  }

  private func readWeights() -> Weights {
    var weights = Weights()
    let paths: [(key: String, path: WritableKeyPath<Weights, Int>)] = [
      ("crowding", \.crowding), ("quiet-week", \.quietWeek), ("closeness", \.closeness),
      ("distance", \.distance), ("lateness", \.lateness), ("moved-day", \.movedDay),
      ("moved-time", \.movedTime), ("away", \.away),
      ("dropped", \.dropped), ("unevenness", \.unevenness),
    ]
    guard let entry = root.object("weights", keys: paths.map(\.key)) else { return weights }
    for (key, path) in paths {
      weights[keyPath: path] = entry.integer(key, in: 0...Most.number) ?? weights[keyPath: path]
    }
    return weights
  }

  func readDepartments() -> [Department] {
    var seen = SeenIDs(.department, findings)
    return root.objects("departments", keys: ["id", "name"]).compactMap { entry in
      let id = seen.id(of: entry)
      let name = entry.requiredText("name")
      if let id, let position = tables.positionOfCommunity[id] {
        findings.report(.sameID(id, .community, first: position), at: entry.position(of: "id"))
      }
      return id.map { Department(id: $0, name: name) }
    }
  }
}

func readWebAddress(_ text: String) throws(WorkspaceError.Reason) -> String {
  guard text.hasPrefix("http://") || text.hasPrefix("https://"),
    !text.unicodeScalars.contains(where: \.properties.isWhitespace)
  else { throw .notAWebAddress(text) }
  return text
}
