import Drills

/// A closure as other programs read it.
struct BlockDocument: Encodable {
  let dates: [String]?
  let hours: String?
  let communities: [String]?
  let areas: [String]?
  let kinds: [String]?
  let venues: [String]?
  let teams: [String]?
  let requirements: [String]?
  let reason: String

  init(_ closure: Closure) {
    func list(_ ids: Set<String>) -> [String]? { ids.isEmpty ? nil : ids.sorted() }
    dates = closure.dates?.ranges.map {
      $0.count == 1 ? $0.lowerBound.description : "\($0.lowerBound)..\($0.upperBound)"
    }
    hours =
      closure.hours.isEmpty ? nil : closure.hours.map(\.description).joined(separator: ";")
    communities = list(Set(closure.communities.map(\.text)))
    areas = list(closure.areas)
    kinds = list(Set(closure.kinds.map(\.rawValue)))
    venues = list(closure.venues)
    teams = list(closure.teams)
    requirements = list(closure.requirements)
    reason = closure.reason
  }
}

extension BlockDocument {
  /// Days, hours and scopes on one line.
  func text(in language: Language) -> String {
    let scopes = [communities, areas, kinds, venues, teams, requirements].compactMap(\.self)
      .map { $0.joined(separator: "+") }
    let all = scopes.isEmpty ? [language("全部", "everything")] : scopes
    return ([dates?.joined(separator: ";"), hours].compactMap(\.self) + all)
      .joined(separator: " ")
  }
}
