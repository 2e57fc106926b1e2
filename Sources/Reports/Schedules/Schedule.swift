package import Drills

/// The plan as paper: what is held when, where, by whom and with whom.
package struct Schedule: Sendable {
  package enum Grouping: String, CaseIterable, Sendable {
    case day, community, requirement, team, phase
  }
  /// Whom it is for.
  package enum Scope: Hashable, Sendable {
    case office
    /// The organizer or a community.
    case owner(OwnerID)
    /// A team's id.
    case team(String)
  }

  /// Published to all, or for those who hold it, with contacts, hidden hours and what is internal.
  let isPrivate: Bool
  let scope: Scope
  let grouping: Grouping
  let view: PlanView
  /// What it tells of, by day and hour.
  private(set) var entries: [PlanView.Entry]
  /// Hidden hours that were opened.
  private let revealed: Set<DutyID>
  var program: Program { view.agenda.program }

  /// - Parameters:
  ///   - view: The plan.
  ///   - entries: What is chosen of it.
  ///   - scope: Whom it is for.
  ///   - grouping: What a table is made for.
  ///   - isPrivate: Whether it tells what is not for all.
  ///   - revealed: The date-only activities whose hour may be told.
  package init(
    _ view: PlanView, of entries: [PlanView.Entry], for scope: Scope,
    by grouping: Grouping = .day, isPrivate: Bool = false, revealed: Set<DutyID> = []
  ) {
    self.view = view
    self.scope = scope
    self.grouping = grouping
    self.isPrivate = isPrivate
    self.revealed = revealed
    self.entries = entries.filter { $0.status != .cancelled }
    guard !isPrivate else { return }
    self.entries = self.entries.filter { entry in
      if entry.completion != nil { return true }
      if entry.requirement.announcement == .internal { return false }
      // Which teams come would tell the hour.
      if case .team = scope { return !hidesHour(of: entry) }
      return true
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// How many are left out because they are not for all.
  package func withheldCount(of entries: [PlanView.Entry]) -> Int {
    entries.count { $0.status != .cancelled } - self.entries.count
  }

  /// Whether only its day may be told.
  func hidesHour(of entry: PlanView.Entry) -> Bool {
    !isPrivate && entry.requirement.announcement == .dateOnly && entry.completion == nil
      && !revealed.contains(entry.activity.id)
  }

  /// A part of the schedule under a title of its own.
  struct Group {
    var title: String
    var entries: [PlanView.Entry]
  }

  func groups(_ words: Words) -> [Group] {
    let held = entries.filter { $0.placement != nil }.sorted { key($0) < key($1) }
    let unplaced = entries.filter { $0.placement == nil }
    var groups = held.isEmpty ? [] : self.groups(of: held, words)
    if !unplaced.isEmpty {
      groups.append(Group(title: words.language("时间待定", "No time yet"), entries: unplaced))
    }
    return groups
  }

  /// What hides its hour stands after the rest of its day, whenever it is.
  private func key(_ entry: PlanView.Entry) -> (Day, Minute, Int) {
    let placement = entry.placement
    return (
      placement?.day ?? view.today,
      hidesHour(of: entry) ? 1440 : entry.requirement.isAllDay ? -1 : placement?.start ?? 0,
      entry.number
    )
  }

  private func groups(of held: [PlanView.Entry], _ words: Words) -> [Group] {
    let language = words.language
    switch grouping {
    case .day: return [Group(title: "", entries: held)]
    case .community:
      return program.ownersEver.compactMap { owner in
        group(program.name(ofOwner: owner), held.filter { $0.host == owner })
      }
    case .requirement:
      return program.requirements.elements.compactMap { requirement in
        group(requirement.name, held.filter { $0.requirement.id == requirement.id })
      }
    case .team:
      let teams = program.teams.elements.compactMap { team in
        group(team.name, held.filter { self.teams(of: $0).contains(team.id) })
      }
      let others = held.filter { self.teams(of: $0).isEmpty }
      return teams + [group(language("不列队伍", "No team listed"), others)].compactMap(\.self)
    case .phase:
      var phases: [String] = []
      for requirement in program.requirements.elements where !phases.contains(requirement.phase) {
        phases.append(requirement.phase)
      }
      // What belongs to none comes last.
      phases = phases.filter { !$0.isEmpty } + phases.filter(\.isEmpty)
      return phases.compactMap { phase in
        group(
          phase.isEmpty ? language("不分阶段", "No phase") : phase,
          held.filter { $0.requirement.phase == phase })
      }
    }
  }

  private func group(_ title: String, _ entries: [PlanView.Entry]) -> Group? {
    entries.isEmpty ? nil : Group(title: title, entries: entries)
  }

  /// Ids, by role; none of what hides its hour, since they would tell it.
  func teams(of entry: PlanView.Entry) -> [String] {
    if hidesHour(of: entry) { return [] }
    return (entry.placement?.teams ?? [:]).sorted { $0.key < $1.key }.map(\.value)
  }
}
