import Drills

/// Calls an activity off.
package struct Cancel: DecisionRequest {
  package var activity: String

  package init(_ activity: String) { self.activity = activity }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    let id = try standing.activity(activity).id
    guard standing.done[id] == nil else { throw .deciding(.isDone(id)) }
    guard standing.standingDecisions.cancelled[id] == nil else {
      throw .deciding(.isCancelledAlready(id))
    }
    return Ruling(.cancel(id))
  }
}

/// Takes a cancellation back.
package struct Restore: DecisionRequest {
  package var activity: String

  package init(_ activity: String) { self.activity = activity }

  package func ruling(at standing: Standing, on grounds: Grounds) throws(Refusal) -> Ruling {
    let id = try standing.activity(activity).id
    guard standing.standingDecisions.cancelled[id] != nil else {
      throw .deciding(.isNotCancelled(id))
    }
    return Ruling(.restore(id))
  }
}
