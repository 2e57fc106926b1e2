package import Drills
package import Record

extension Record {
  /// What earlier revisions leave to a plan that replaces the newest; nothing before the first.
  ///
  /// `decisions`: those that are only tried too; `done`: ids of what was.
  package func history(
    decisions: [Decision], done: Set<DutyID>, in agenda: Agenda
  ) throws(RecordFailure) -> PlanHistory {
    var history = PlanHistory()
    guard let newest = try latestRevision() else { return history }
    history.published = try everPlaced()
    let turns = PlanHistory.turns(of: decisions, in: try steps())
    guard !turns.isEmpty else { return history }
    var plans: [Int: Plan] = [:]
    for number in Set(turns.flatMap { [$0.before, $0.after] }) {
      plans[number] = try revision(number)?.plan
    }
    let told = Told(try sentNotices())
    history.takeBack(
      turns, plans: plans, newest: newest.plan, isDone: done.contains,
      wasTold: { id, since, placements in
        agenda.activities[id].map { told.knows(of: $0, placements, since: since, agenda) } ?? true
      })
    return history
  }
}

/// Who was told something, and under which revision last.
private struct Told {
  private let lastTold: [NoticeID: Int]

  init(_ sent: [SentNotice]) {
    lastTold = Dictionary(sent.map { ($0.notice, $0.revision) }, uniquingKeysWith: max)
  }

  /// Whether any of those who would have to be told of an activity was, under this revision or a later.
  func knows(
    of activity: Activity, _ placements: [Placement], since revision: Int, _ agenda: Agenda
  ) -> Bool {
    let communities =
      agenda.communities(of: activity).map(\.id)
      + agenda.attendees(of: activity).map { agenda.program.communities[$0].id }
    let letters = agenda.requirement(of: activity).notices.indices.map {
      NoticeID(letter: $0 + 1, of: activity.id)
    }
    let recipients: [NoticeID.Recipient] =
      communities.map { .community($0) } + placements.compactMap(\.venue).map { .venue($0) }
      + placements.flatMap(\.teams.values).map { .team($0) }
    return (letters + recipients.map { NoticeID(changesFor: $0) })
      .contains { lastTold[$0].map { $0 >= revision } ?? false }
  }
}
