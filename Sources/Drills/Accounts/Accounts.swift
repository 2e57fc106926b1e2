/// All of the record that stands: what was done, counted, found and entered.
package struct Accounts: Sendable {
  /// In the order recorded; of one activity or task the last holds, of a campaign all do.
  package var completions: [Completion] = []
  package var counts: [Count] = []
  package var problems: [Problem] = []
  package var works: [Work] = []
  /// In the order sent.
  package var sentNotices: [SentNotice] = []

  package init() {}

  /// By what they complete, oldest first; a partner's activity has its share of a joint drill.
  ///
  /// A partner whose activity has a record of its own, or the share of an earlier joint drill, came
  /// on top of that: it is told without the activity.
  package var completionLists: [DutyID: [Completion]] {
    var lists = Dictionary(grouping: completions, by: \.duty)
    for completion in completions where !completion.partners.isEmpty {
      guard let list = lists[completion.duty], list.last?.number == completion.number else {
        continue
      }
      var told = completion
      for index in told.partners.indices {
        if let activity = told.partners[index].activity, lists[activity] != nil {
          told.partners[index].activity = nil
        }
      }
      lists[completion.duty] = list.dropLast() + [told]
      for share in told.shares { lists[share.duty] = [share] }
    }
    return lists
  }

  /// What was recorded by the end of a day, in local time of `zone`.
  ///
  /// A withdrawal made later still takes effect: it says that the record was wrong.
  package func recorded(by day: Day, in zone: Zone) -> Accounts {
    let end = zone.instant(of: Moment(day: day + 1, minute: 0))
    var past = self
    past.completions.removeAll { $0.recordedAt >= end }
    past.counts.removeAll { $0.recordedAt >= end }
    past.sentNotices.removeAll { $0.sentAt >= end }
    past.problems.removeAll { $0.recordedAt >= end }
    past.works.removeAll { $0.recordedAt >= end }
    for index in past.problems.indices
    where past.problems[index].mending.map({ $0.recordedAt >= end }) ?? false {
      past.problems[index].mending = nil
    }
    for index in past.works.indices {
      past.works[index].outcomes.removeAll { $0.recordedAt >= end }
    }
    return past
  }
}
