import Drills

/// Takes a decision back, by another one.
package struct TakeBack: DecisionRequest {
  /// Its number.
  package var decision: Int

  package init(_ decision: Int) { self.decision = decision }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    _ = try standing.published()
    guard let found = standing.decisions.first(where: { $0.number == decision }) else {
      throw .deciding(.noSuchDecision(decision))
    }
    guard !StandingDecisions.undone(standing.decisions).contains(decision) else {
      throw .deciding(.isUndoneAlready(decision))
    }
    return Ruling(.undo(decision), notes: [.takesBack(found)])
  }
}
