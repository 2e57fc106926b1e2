import Drills

extension PlanReader {
  static let scopeKeys = ["communities", "areas", "kinds", "venues", "teams", "requirements"]
  static let closureKeys = scopeKeys + ["dates", "hours", "reason"]

  func readClosure(_ entry: YamlObject) -> Closure {
    entry.warnOfEmpty(["dates", "hours"])
    var closure = readScope(entry)
    closure.dates = entry.dates("dates")
    closure.hours = entry.hours("hours")
    return closure
  }

  /// Whom a closure concerns, and its reason.
  func readScope(_ entry: YamlObject) -> Closure {
    entry.warnOfEmpty(Self.scopeKeys)
    var closure = Closure()
    let communities = entry.list("communities")
    closure.communities = Set(
      communities.map { written -> OwnerID in
        OwnerID(written.text) == .organizer
          ? .organizer : .member(known.id(of: written, in: .community, findings))
      })
    closure.areas = ids("areas", .area, of: entry)
    closure.kinds = entry.words("kinds", of: Community.Kind.self)
    closure.venues = ids("venues", .venue, of: entry)
    closure.teams = ids("teams", .team, of: entry)
    closure.requirements = ids("requirements", .requirement, of: entry)
    closure.reason = entry.text("reason")
    return closure
  }

  private func ids(
    _ key: String, _ noun: WorkspaceError.Noun, of entry: YamlObject
  ) -> Set<String> {
    Set(known.ids(of: entry.list(key), in: noun, findings))
  }
}
