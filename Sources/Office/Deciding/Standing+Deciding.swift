package import Drills
internal import Record
internal import Workspace

/// A decision that stands in the record, and what a person should know of it.
package struct Decided: Sendable {
  /// With its number.
  package let decision: Decision
  package let notes: [Note]
}

extension Standing {
  /// Appends a decision.
  ///
  /// Where somebody added to the record meanwhile, `tell` is told what, and the decision is taken anew.
  package func decide(
    _ request: some DecisionRequest, on grounds: Grounds,
    meanwhile tell: ([News]) -> Void = { _ in }
  ) throws(Refusal) -> Decided {
    var standing = self
    while true {
      let (plan, record) = try standing.basis()
      guard let token = standing.token else { throw .planning(.noPlanYet(folder: office.folder)) }
      let (decision, notes) = try standing.decision(request, on: grounds)
      let appended = try Refusal.wrapping {
        try record.keep(reading.newIDs)
        return try record.decide([decision], ifUnchangedSince: token)
      }
      if let decision = appended?.first {
        let pending = StandingDecisions.pending(
          standing.decisions, after: plan.revision.decisions)
        return Decided(
          decision: decision, notes: (pending.isEmpty ? [] : [.alsoPending(pending)]) + notes)
      }
      let newer = try standing.renewed()
      tell(newer.news(since: standing))
      standing = newer
    }
  }

  /// As if it had been decided, and what a person should know of it.
  package func trying(
    _ request: some DecisionRequest, on grounds: Grounds
  ) throws(Refusal) -> (standing: Standing, notes: [Note]) {
    let (decision, notes) = try decision(request, on: grounds)
    return (trying(decision), notes)
  }

  /// What a request comes to; nothing is appended.
  func decision(
    _ request: some DecisionRequest, on grounds: Grounds
  ) throws(Refusal) -> (Decision, [Note]) {
    let ruling = try request.ruling(at: self, on: grounds)
    return (try grounds.decision(ruling.what, at: instant), ruling.notes)
  }

  /// What was added to the record since an earlier look.
  package func news(since earlier: Standing) -> [News] {
    let known = Set(earlier.decisions.map(\.number))
    var news = decisions.filter { !known.contains($0.number) }.map(News.decided)
    if let revision = newest?.revision, revision.number != earlier.newest?.revision.number {
      news.append(.planned(revision.number, by: revision.savedBy))
    }
    if let draft = draft?.revision, draft.number != earlier.draft?.revision.number {
      news.append(.drafted(draft.number, by: draft.savedBy))
    }
    let before = earlier.done
    for (id, completion) in done.sorted(by: { $0.key < $1.key })
    where before[id]?.number != completion.number {
      news.append(.done(id, by: completion.recordedBy))
    }
    return news
  }
}
