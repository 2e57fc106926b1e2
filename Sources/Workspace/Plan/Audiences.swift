import SourceText
import Drills

extension PlanReader {
  private static let filterKeys = ["kind", "hazards", "communities", "areas"]

  /// Whom an entry is for; every community if it says nothing.
  ///
  /// Campaigns and deadlines take departments, requirements do not.
  func readAudience(of entry: YamlObject, takesDepartments: Bool) -> Audience {
    guard let node = entry["for"] else {
      entry.warnOfEmpty(["for"])
      return .everyCommunity
    }
    entry.warnOfNobody(["for"])
    var audience = Audience()
    var firstHazards: SourcePosition?
    for item in node.items {
      guard let word = item.written else {
        guard let filter = readFilter(item, name: "for") else { continue }
        audience.filters.append(filter.filter)
        if filter.hazards != nil, firstHazards == nil { firstHazards = filter.hazards }
        continue
      }
      switch OwnerID(word.text) {
      case .organizer: audience.organizer = true
      case .departments where takesDepartments: audience.departments = true
      case .departments: findings.report(.departmentsTakeNoPart, at: word.position)
      case .member:
        let allowed = [OwnerID.organizer] + (takesDepartments ? [.departments] : [])
        findings.report(
          .init(
            word.text, noneOf: (allowed.map(\.text) + ["{ … }"]).map { WorkspaceError.Word($0) }),
          at: word.position)
      }
    }
    if audience.organizer, let firstHazards {
      findings.report(.organizerHasNoHazards, at: firstHazards)
    }
    return audience
  }

  /// The communities that an organizer's activity calls in.
  func readAttends(of entry: YamlObject) -> [CommunityFilter] {
    entry.warnOfNobody(["attends"])
    return (entry["attends"]?.items ?? []).compactMap { readFilter($0, name: "attends")?.filter }
  }

  /// One filter, and where its hazards stand.
  private func readFilter(
    _ node: YamlNode, name: String
  ) -> (filter: CommunityFilter, hazards: SourcePosition?)? {
    guard let entry = YamlObject(node, name: name, keys: Self.filterKeys, findings) else {
      return nil
    }
    entry.warnOfEmpty(Self.filterKeys)
    var filter = CommunityFilter()
    filter.kinds = entry.words("kind", of: Community.Kind.self)
    filter.hazards = entry.words("hazards", of: Scenario.self)
    filter.communities = Set(known.ids(of: entry.list("communities"), in: .community, findings))
    filter.areas = Set(known.ids(of: entry.list("areas"), in: .area, findings))
    return (filter, entry.has("hazards") ? entry.position(of: "hazards") : nil)
  }
}
