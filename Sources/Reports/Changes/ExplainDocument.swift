package import Drills

/// An explanation as JSON.
package struct ExplainDocument: Encodable {
  private let id: DutyID
  private let now: PlaceDocument?
  private let fixed: String?
  private let overrides: [String]
  private let cost: Int?
  private let parts: [String: Int]?
  private let days: [AnswerDocument]
  private let at: AnswerDocument?
  private let blockingSet: BlockingSet
  private let relaxations: [RelaxationDocument]

  package init(_ explanation: Explanation, in program: Program) {
    let zone = program.zone
    id = explanation.id
    now = explanation.now.map { PlaceDocument($0, zone: zone) }
    fixed = explanation.fixing?.reason.rawValue
    overrides = HardRule.allCases.filter {
      explanation.overrides[explanation.id]?.contains($0) ?? false
    }.map(\.rawValue)
    cost = explanation.cost?.cost
    parts = explanation.cost.map(ExplainDocument.parts)
    days = explanation.days.map { AnswerDocument($0, zone) }
    at = explanation.at.map { AnswerDocument($0, zone) }
    blockingSet = BlockingSet(explanation.blockingSet, overrides: explanation.overrides)
    relaxations = explanation.relaxations.map { RelaxationDocument($0, zone) }
  }

  /// Those that are not 0.
  private static func parts(of score: Score) -> [String: Int] {
    score.costsByPart.filter { $0.value != 0 }
  }

  private struct AnswerDocument: Encodable {
    let placement: PlaceDocument
    let cost: Int
    let parts: [String: Int]
    let bars: [BarDocument]
    let repaired: RepairDocument?

    init(_ answer: Explanation.Answer, _ zone: Zone) {
      placement = PlaceDocument(answer.placement, zone: zone)
      cost = answer.change.cost
      parts = ExplainDocument.parts(of: answer.change)
      bars = answer.bars.map(BarDocument.init)
      repaired = answer.repaired.map { RepairDocument($0, zone) }
    }
  }

  private struct BarDocument: Encodable {
    let rule: String
    let filters: [String]
    let activities: [DutyID]

    init(_ bar: Explanation.Bar) {
      rule = bar.rule.rawValue
      filters = bar.filters.map { "\($0)" }
      activities = bar.activities
    }
  }

  private struct MoveDocument: Encodable {
    let id: DutyID
    /// Nothing: left out.
    let to: PlaceDocument?
  }

  private struct RepairDocument: Encodable {
    let placement: PlaceDocument
    let cost: Int
    let unplaced: Int
    let pinnedUnplaced: Int
    let proven: Bool
    let unplacedProven: Bool
    let moves: [MoveDocument]

    init(_ repair: Explanation.Repair, _ zone: Zone) {
      placement = PlaceDocument(repair.placement, zone: zone)
      cost = repair.cost
      unplaced = repair.unplaced
      pinnedUnplaced = repair.pinnedUnplaced
      proven = repair.isProven
      unplacedProven = repair.isShortageProven
      moves = repair.moves.map { move in
        MoveDocument(id: move.id, to: move.to.map { PlaceDocument($0, zone: zone) })
      }
    }
  }

  private struct RelaxationDocument: Encodable {
    let kind: String
    let name: String
    let placement: PlaceDocument
    let cost: Int
    let unplaced: Int
    let moves: [MoveDocument]

    init(_ relaxation: Explanation.Relaxation, _ zone: Zone) {
      switch relaxation.what {
      case .filter(let filter): (kind, name) = ("filter", "\(filter)")
      case .rule(let rule): (kind, name) = ("rule", rule.rawValue)
      case .crew(let id): (kind, name) = ("crew", id)
      case .place(let id): (kind, name) = ("place", id)
      case .daily: (kind, name) = ("daily", "")
      case .activity(let id): (kind, name) = ("activity", id.text)
      }
      placement = PlaceDocument(relaxation.placement, zone: zone)
      cost = relaxation.added
      unplaced = relaxation.unplaced
      moves = relaxation.moves.sorted { $0.key < $1.key }.map { id, place in
        MoveDocument(id: id, to: place.map { PlaceDocument($0, zone: zone) })
      }
    }
  }
}
