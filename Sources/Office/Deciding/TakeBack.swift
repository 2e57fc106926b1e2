import Drills

/// Takes a decision back, by another one.
package struct TakeBack: DecisionRequest {
  /// Its number.
  package var decision: Int

  package init(_ decision: Int) { self.decision = decision }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    _ = try standing.basis()
    guard let found = standing.decisions.first(where: { $0.number == decision }) else {
      throw .deciding(.noSuchDecision(decision))
    }
    guard !StandingDecisions.undone(standing.decisions).contains(decision) else {
      throw .deciding(.isUndoneAlready(decision))
    }
    return Ruling(.undo(decision), notes: [.takesBack(found)] + stays(standing))
  }

  /// What is not taken back by itself, since somebody was told of it.
  private func stays(_ standing: Standing) -> [Note] {
    let undo = Decision(
      .undo(decision), reason: nil, decidedBy: "", decidedAt: standing.instant)
    let told = standing.trying(undo).history.told.filter { standing.history.told[$0.key] == nil }
    guard let revision = told.values.min() else { return [] }
    return [.stays(told.keys.sorted(), revision: revision)]
  }
}
