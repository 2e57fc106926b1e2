/// What earlier revisions leave to the next plan: what was published once and has no place any more, and
/// where what a decision moved stood before, if that decision was taken back.
///
/// Decision D is undone, R is the first revision planned while D stood, P the one before R. An activity
/// whose placement differs between P and R, is still R's in the newest revision, is not done, and about
/// which nobody was told since R, may go back to where P had it. Of several such P, the earliest.
package struct PlanHistory: Sendable {
  /// A revision as far as is asked which decisions it was planned with.
  package struct Step: Hashable, Sendable {
    package let number: Int
    /// The newest decision that it knew.
    package let decisions: Int

    package init(number: Int, decisions: Int) {
      self.number = number
      self.decisions = decisions
    }
  }

  /// A decision that was taken back, between the revisions before it and first with it.
  package struct Turn: Hashable, Sendable {
    package let decision: Int
    package let before: Int
    package let after: Int

    package init(decision: Int, before: Int, after: Int) {
      self.decision = decision
      self.before = before
      self.after = after
    }
  }

  /// Ids of all that any revision placed.
  package var published: Set<DutyID> = []
  package var earlier: [DutyID: Earlier] = [:]
  /// The revision that would bring back what a decision moved and somebody was told of, by its id.
  package private(set) var told: [DutyID: Int] = [:]

  package init() {}

  /// The decisions that are taken back though a revision was planned with them, by the revision before.
  ///
  /// `revisions`: in order.
  package static func turns(of decisions: [Decision], in revisions: [Step]) -> [Turn] {
    StandingDecisions.undone(decisions).sorted().compactMap { number -> Turn? in
      let index = revisions.firstIndex { step in
        step.decisions >= number
          && !StandingDecisions.undone(decisions.filter { $0.number <= step.decisions })
            .contains(number)
      }
      guard let index, index > 0 else { return nil }
      return Turn(
        decision: number, before: revisions[index - 1].number, after: revisions[index].number)
    }.sorted { ($0.before, $0.decision) < ($1.before, $1.decision) }
  }

  /// - Parameters:
  ///   - turns: The earliest first.
  ///   - plans: Of each revision that they name.
  ///   - newest: What is published.
  ///   - isDone: By the activity's id.
  ///   - wasTold: Whether somebody was told of an activity since a revision; with both placements.
  package mutating func takeBack(
    _ turns: [Turn], plans: [Int: Plan], newest: Plan, isDone: (DutyID) -> Bool,
    wasTold: (_ id: DutyID, _ since: Int, _ placements: [Placement]) -> Bool
  ) {
    for turn in turns {
      guard let before = plans[turn.before], let after = plans[turn.after] else { continue }
      for id in Set(before.placements.keys).union(after.placements.keys)
      where earlier[id] == nil && before[id] != after[id] && after[id] == newest[id] {
        let placements = [before[id], after[id]].compactMap(\.self)
        if isDone(id) { continue }
        guard !wasTold(id, turn.after, placements) else {
          told[id] = told[id] ?? turn.before
          continue
        }
        earlier[id] = before[id].map(Earlier.at) ?? .unplaced
      }
    }
  }
}

extension Circumstances {
  /// Takes into account what earlier revisions leave: both count as published.
  ///
  /// What has no place any more stays published until its dates are past, unless it was called off.
  package mutating func remember(_ history: PlanHistory, in agenda: Agenda) {
    let program = agenda.program
    func mayStillBe(_ id: DutyID) -> Bool {
      guard let activity = agenda.activities[id], base[id] == nil, !cancelled.contains(id) else {
        return false
      }
      let last = agenda.requirement(of: activity).dates?.bounds?.upperBound
      return now.map { $0.day <= last ?? program.period.upperBound } ?? true
    }
    leftOut = history.published.filter(mayStillBe)
    earlier = history.earlier.filter { id, _ in wasPublished(id) }
  }
}
