package import Drills

/// That somebody must hear of an activity, by the end of a day.
package struct NoticeToSend: Sendable {
  package let entry: PlanView.Entry
  package let to: String
  package let by: Day

  /// Of what is still to come, those due within seven days, the most pressing first.
  static func open(in view: PlanView) -> [NoticeToSend] {
    let kinds = view.agenda.program.dayKinds
    return view.entries.filter { $0.status == .planned }.flatMap { entry in
      entry.requirement.notices.compactMap { notice -> NoticeToSend? in
        guard let day = entry.placement?.day else { return nil }
        var by = day + -1
        while kinds.workdays(strictlyBetween: by, and: day) < notice.workdays { by = by + -1 }
        return by <= view.today + 7 ? NoticeToSend(entry: entry, to: notice.to, by: by) : nil
      }
    }.sorted { ($0.by, $0.entry.number) < ($1.by, $1.entry.number) }
  }
}
