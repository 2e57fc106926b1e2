import Drills

extension PlanReader {
  static let requirementKeys = [
    "id", "kind", "name", "scenario", "for", "attends", "venue", "per", "duration", "dates", "days",
    "hours", "start", "on-holidays", "every", "count", "apart", "teams", "participants", "after",
    "aim-by",
    "prefer", "announce", "notices", "priority", "mode", "blocking", "channel", "url", "basis",
    "note", "counts-as", "together", "responsible", "takes-part", "phase",
  ]

  func readRequirements(_ items: [Item]) -> [Requirement] {
    var references = PredecessorReferences()
    let requirements = items.map { entry, id in
      let requirement = readRequirement(entry, id: id, &references)
      checkRules(of: requirement, entry)
      return requirement
    }
    references.reportCycles(to: findings)
    warnOfAbsentTables(items)
    return requirements
  }

  /// At the first requirement that needs the table.
  private func warnOfAbsentTables(_ items: [Item]) {
    for (key, table) in [("venue", TableName.venues), ("teams", .teams)]
    where tables.absent.contains(table) {
      guard let entry = items.first(where: { $0.entry.has(key) })?.entry else { continue }
      findings.warn(of: .missingTable(table.english), at: entry.position(of: key))
    }
  }

  private func readRequirement(
    _ entry: YamlObject, id: String, _ references: inout PredecessorReferences
  ) -> Requirement {
    let name = entry.requiredText("name")
    let duration = entry.required("duration", readDuration)
    var requirement = Requirement(id: id, name: name, duration: duration ?? .minutes(1))
    requirement.kind = entry.word("kind", of: Requirement.Kind.self) ?? .drill
    requirement.scenario = entry.word("scenario", of: Scenario.self)
    requirement.audience = readAudience(of: entry, takesDepartments: false)
    requirement.attends = readAttends(of: entry)
    requirement.mode = entry.word("mode", of: Requirement.Mode.self)
    requirement.announcement =
      entry.word("announce", of: Requirement.Announcement.self) ?? .public
    requirement.channel = entry.word("channel", of: Requirement.Channel.self)
    requirement.url = entry.text("url")
    requirement.basis = entry.text("basis")
    requirement.note = entry.text("note")
    requirement.responsible = entry.texts("responsible").joined(separator: "、")
    requirement.takesPart = entry.texts("takes-part").joined(separator: "、")
    requirement.phase = entry.text("phase")
    requirement.countsAs = known.ids(of: entry.list("counts-as"), in: .line, findings)
    readTiming(of: entry, into: &requirement)
    readNeeds(of: entry, into: &requirement)
    requirement.predecessors = readPredecessors(of: entry, id: id, &references)
    requirement.preferences = readPreferences(of: entry)
    requirement.notices = readNotices(of: entry)
    return requirement
  }

  private func readTiming(of entry: YamlObject, into requirement: inout Requirement) {
    entry.warnOfEmpty(["dates", "days", "hours"])
    requirement.dates = entry.dates("dates")
    requirement.days = entry.days("days") ?? .any
    requirement.hours = entry.hours("hours")
    requirement.start = entry.value("start", readClock)
    requirement.onHolidays = entry.truth("on-holidays") ?? false
    requirement.every = entry.word("every", of: Span.Kind.self)
    requirement.count = entry.integer("count", in: 1...1000, of: .sessions) ?? 1
    requirement.apart = entry.integer("apart", in: 0...Most.number, of: .days) ?? 0
    requirement.aimBy = entry.day("aim-by")
    requirement.priority = entry.integer("priority", in: 1...Most.number) ?? 100
    requirement.blocking = entry.truth("blocking") ?? true
  }

  private func readNeeds(of entry: YamlObject, into requirement: inout Requirement) {
    requirement.venueTypes = entry.venueTypes("venue")
    requirement.together = readTogether(of: entry)
    requirement.isPerVenue = entry.word("per", of: Separation.self) != nil
    requirement.participants = entry.value("participants", readParticipants) ?? .number(0)
    requirement.crews = entry.pairs("teams").compactMap { pair in
      guard let crews = pair.value.written else {
        let position = pair.value.isNothing ? pair.key.position : pair.value.position
        findings.report(.notAShape(.text, key: pair.key.text), at: position)
        return nil
      }
      return findings.value(of: crews) { text throws(WorkspaceError.Reason) in
        CrewNeed(role: pair.key.text, crews: try readInteger(text, in: 1...Most.number, of: .crews))
      }
    }
  }

  /// `area`, or groups of communities.
  private func readTogether(of entry: YamlObject) -> Requirement.Together? {
    entry.warnOfNobody(["together"])
    guard let node = entry["together"] else { return nil }
    if let word = node.written {
      return findings.value(of: word, Union.init(written:)).map { _ in .areas }
    }
    var seen: Set<String> = []
    return .groups(
      node.items.map { group in
        let written = group.items.compactMap(\.written)
        if written.count < group.items.count || written.isEmpty {
          findings.report(.notAShape(.list, key: "together"), at: group.position)
        }
        let ids = known.ids(of: written, in: .community, findings)
        for (id, written) in zip(ids, written) where !seen.insert(id).inserted {
          findings.report(.inTwoGroups(id), at: written.position)
        }
        return ids
      })
  }

  private func readPredecessors(
    of entry: YamlObject, id: String, _ references: inout PredecessorReferences
  ) -> [Predecessor] {
    (entry["after"]?.items ?? []).compactMap { item in
      var days = 1
      let written: Written?
      if let only = item.written {
        written = only
      } else {
        let keys = ["requirement", "days"]
        guard let object = YamlObject(item, name: "after", keys: keys, findings) else { return nil }
        if !object.has("requirement") { object.reportMissing("requirement") }
        written = object.written("requirement")
        days = object.integer("days", in: 0...Most.days) ?? 1
      }
      guard let written else { return nil }
      let requirement = known.id(of: written, in: .requirement, findings)
      references.add(Written(text: requirement, position: written.position), to: id)
      return Predecessor(requirement: requirement, days: days)
    }
  }

  private func readPreferences(of entry: YamlObject) -> [Preference] {
    entry.objects("prefer", keys: ["days", "dates", "hours", "weight"]).map { entry in
      var preference = Preference()
      entry.warnOfEmpty(["dates", "days", "hours"])
      preference.dates = entry.dates("dates")
      preference.days = entry.days("days") ?? .any
      preference.hours = entry.hours("hours")
      preference.weight = entry.integer("weight", in: 0...Most.number) ?? 1
      return preference
    }
  }

  private func readNotices(of entry: YamlObject) -> [NoticeRule] {
    entry.objects("notices", keys: ["to", "workdays"]).map { entry in
      let workdays = entry.required("workdays") { text throws(WorkspaceError.Reason) in
        try readInteger(text, in: 0...Most.days, of: .days)
      }
      return NoticeRule(to: entry.requiredText("to"), workdays: workdays ?? 0)
    }
  }
}
