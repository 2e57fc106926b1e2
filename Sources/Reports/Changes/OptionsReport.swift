package import Drills

/// Where else one activity could go, with what each placement costs and moves.
package struct OptionsReport: Sendable {
  package struct Option: Sendable {
    package let placement: Placement
    package let before: Score
    package let after: Score
    /// What each host's part costs, and each area's crowding.
    package let sharesBefore: [PlanChecker.Share: Int]
    package let sharesAfter: [PlanChecker.Share: Int]
    /// Who must make way; nothing where no place is found.
    package let moves: [(id: DutyID, from: Placement, to: Placement?)]

    package init(
      placement: Placement, before: Score, after: Score, sharesBefore: [PlanChecker.Share: Int],
      sharesAfter: [PlanChecker.Share: Int], moves: [(DutyID, Placement, Placement?)]
    ) {
      self.placement = placement
      self.before = before
      self.after = after
      self.sharesBefore = sharesBefore
      self.sharesAfter = sharesAfter
      self.moves = moves.map { (id: $0.0, from: $0.1, to: $0.2) }
    }

    /// By part, those that change.
    var parts: [(part: Score.Part, change: Int)] {
      Score.Part.allCases.map { ($0, after[$0] - before[$0]) }.filter { $0.change != 0 }
    }
    /// By host and area, those that change, sorted by name.
    var shares: [(share: PlanChecker.Share, change: Int)] {
      Set(sharesBefore.keys).union(sharesAfter.keys).sorted { $0.name < $1.name }.map {
        ($0, (sharesAfter[$0] ?? 0) - (sharesBefore[$0] ?? 0))
      }.filter { $0.change != 0 }
    }
  }

  private let activity: Activity
  private let now: Placement?
  private let options: [Option]
  /// Of an unplaced activity: what is in its way.
  private let blockingSet: BlockingSet?
  /// Rules that a person overrode, by the activity's id.
  private let overrides: [DutyID: Set<HardRule>]
  private let agenda: Agenda
  private var program: Program { agenda.program }

  package init(
    _ activity: Activity, now: Placement?, found options: [Option], blockingSet: BlockingSet?,
    overrides: [DutyID: Set<HardRule>], in agenda: Agenda
  ) {
    self.activity = activity
    self.now = now
    self.options = options
    self.blockingSet = blockingSet
    self.overrides = overrides
    self.agenda = agenda
  }

  package func lines(byCommunity: Bool, in language: Language, style: Style) -> [String] {
    let words = Words(language)
    let requirement = agenda.requirement(of: activity)
    func place(_ placement: Placement) -> String {
      words.placement(placement, of: activity, in: agenda)
    }
    var lines = [
      style.heading(
        "\(activity.id)  \(words.marked(requirement.name, overrides[activity.id] ?? []))")
    ]
    lines.append(
      language("现在：", "now: ")
        + (now.map(place) ?? words.status(ActivityStatus.unplaced)))
    if options.isEmpty {
      lines.append(style.bad(language("没有别的可用安排", "there is no other placement")))
    }
    if let blockingSet { lines += blockingSet.lines(in: agenda, words) }
    for (index, option) in options.enumerated() {
      lines.append(
        "\(index + 1)  \(place(option.placement))  \(cost(of: option, byCommunity, words))")
      for move in option.moves {
        lines.append("     " + text(of: move, words))
      }
    }
    return lines
  }

  private func cost(of option: Option, _ byCommunity: Bool, _ words: Words) -> String {
    func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }
    let total = option.after.cost - option.before.cost
    let parts =
      byCommunity
      ? option.shares.map { "\(name(of: $0.share, words)) \(signed($0.change))" }
      : option.parts.map { "\(words.part($0.part)) \(signed($0.change))" }
    var text = words.language("代价 \(signed(total))", "cost \(signed(total))")
    if !parts.isEmpty {
      text +=
        words.language("（", " (") + parts.joined(separator: words.language("、", ", "))
        + words.language("）", ")")
    }
    let unplaced = option.after.unplaced - option.before.unplaced
    if unplaced != 0 {
      text += words.language("；未排上 \(signed(unplaced))", "; unplaced \(signed(unplaced))")
    }
    let pinned = option.after.pinnedUnplaced - option.before.pinnedUnplaced
    if pinned != 0 {
      text += words.language(
        "，其中锁定的 \(signed(pinned))", ", pinned of that \(signed(pinned))")
    }
    return text
  }

  private func name(of share: PlanChecker.Share, _ words: Words) -> String {
    switch share {
    case .area(let area): words.language("片区 \(area)", "area \(area)")
    case .owner(let owner):
      owner == .organizer ? words.organizer() : program.name(ofOwner: owner)
    }
  }

  private func text(
    of move: (id: DutyID, from: Placement, to: Placement?), _ words: Words
  ) -> String {
    guard let other = agenda.activities[move.id] else { return move.id.text }
    let from = words.placement(move.from, of: other, in: agenda)
    let to =
      move.to.map { words.placement($0, of: other, in: agenda) }
      ?? words.status(ActivityStatus.unplaced)
    return words.language("让路：", "makes way: ")
      + words.marked(move.id.text, overrides[move.id] ?? [])
      + "  \(from) → \(to)"
  }

  package func json() throws -> String {
    try Root(
      id: activity.id,
      overrides: HardRule.allCases.filter { overrides[activity.id]?.contains($0) ?? false }
        .map(\.rawValue),
      now: now.map { PlaceDocument($0, zone: program.zone) },
      options: options.map { option in
        Root.OptionDocument(
          placement: PlaceDocument(option.placement, zone: program.zone),
          cost: option.after.cost - option.before.cost,
          unplaced: option.after.unplaced - option.before.unplaced,
          pinnedUnplaced: option.after.pinnedUnplaced - option.before.pinnedUnplaced,
          parts: Dictionary(
            uniqueKeysWithValues: option.parts.map { ($0.part.rawValue, $0.change) }),
          communities: Dictionary(
            uniqueKeysWithValues: option.shares.map { ($0.share.name, $0.change) }),
          moves: option.moves.map { move in
            Root.MoveDocument(
              id: move.id, from: PlaceDocument(move.from, zone: program.zone),
              to: move.to.map { PlaceDocument($0, zone: program.zone) })
          })
      }, blockingSet: blockingSet
    ).json()
  }

  private struct Root: Encodable {
    struct OptionDocument: Encodable {
      let placement: PlaceDocument
      let cost: Int
      let unplaced: Int
      let pinnedUnplaced: Int
      let parts: [String: Int]
      let communities: [String: Int]
      let moves: [MoveDocument]
    }
    struct MoveDocument: Encodable {
      let id: DutyID
      let from: PlaceDocument
      let to: PlaceDocument?
    }
    let id: DutyID
    let overrides: [String]
    let now: PlaceDocument?
    let options: [OptionDocument]
    let blockingSet: BlockingSet?
  }
}

extension PlanChecker.Share {
  /// As JSON names it.
  fileprivate var name: String {
    switch self {
    case .owner(let owner): owner.text
    case .area(let area): "area \(area)"
    }
  }
}
