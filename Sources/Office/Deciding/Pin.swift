package import Drills

/// Keeps where an activity is, in some fields or all.
package struct Pin: DecisionRequest {
  package var activity: String
  package var fields: Set<Fixing.Field>

  package init(_ activity: String, _ fields: Set<Fixing.Field> = Set(Fixing.Field.allCases)) {
    self.activity = activity
    self.fields = fields
  }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    let id = try standing.activity(activity).id
    guard standing.standingDecisions.cancelled[id] == nil else {
      throw .deciding(.isCancelled(id))
    }
    guard let placement = try standing.basis().plan.revision.plan[id] else {
      throw .deciding(.isNotPlaced(id))
    }
    return Ruling(.pin(id, at: placement, fields: fields))
  }
}

/// Takes back every move and pin of an activity.
package struct Unpin: DecisionRequest {
  package var activity: String

  package init(_ activity: String) { self.activity = activity }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    let id = try standing.activity(activity).id
    guard standing.standingDecisions.pins[id] != nil else { throw .deciding(.isNotPinned(id)) }
    return Ruling(.unpin(id))
  }
}
