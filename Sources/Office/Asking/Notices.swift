package import Drills
internal import Record
package import Reports

extension Standing {
  /// Who must be told what because of the published plan, or would have to be because of the draft.
  package func notices(
    _ choice: PlanChoice = .published
  ) throws(Refusal) -> (view: PlanView, book: NoticeBook) {
    let view = try view(choice)
    let record = try saved(choice).record
    return (view, try Refusal.wrapping { try record.noticeBook(for: view) })
  }

  /// Records that these were sent, all or none; `ids`: of open notices, or a part that only one has.
  ///
  /// `how`: or that those who are told say so themselves.
  package func send(
    _ ids: [String], how: SentNotice.How = .sent, by author: String
  ) throws(Refusal) -> [Notice] {
    let (plan, record) = try published()
    let open = try notices().book.notices
    let chosen = try ids.map { id throws(Refusal) in try Standing.notice(id, among: open) }
    try Refusal.wrapping {
      try record.send(
        chosen.map {
          SentNotice(
            notice: $0.id, about: $0.about, revision: plan.revision.number, how: how,
            sentBy: author, sentAt: instant)
        })
    }
    return chosen
  }

  private static func notice(_ id: String, among open: [Notice]) throws(Refusal) -> Notice {
    if let exact = open.first(where: { $0.id.text == id }) { return exact }
    let matches = id.isEmpty ? [] : open.filter { $0.id.text.contains(id) }
    guard let match = matches.first else {
      throw .asking(.noSuchNotice(id, open: open.map(\.id)))
    }
    guard matches.count == 1 else {
      throw .naming(
        .ambiguous(
          .notice, id, matches.prefix(10).map { NamingReason.Choice(id: $0.id.text, name: "") },
          count: matches.count))
    }
    return match
  }
}

extension Notice {
  /// That it is recorded as sent.
  package func sent(in language: Language) -> String {
    language("已记录：通知了 \(to)（\(id)）", "recorded that \(to) was told (\(id))")
  }
}

extension Record {
  /// Who must be told what, if `view` is the plan.
  func noticeBook(for view: PlanView) throws -> NoticeBook {
    let sent = try sentNotices()
    var revisions = Set(sent.map(\.revision))
    if let first = try firstPublished() { revisions.insert(first) }
    let baselines = try revisions.sorted().map { number in
      NoticeBook.Told(revision: number, side: try savedPlan(number).side)
    }
    return NoticeBook(view, sent: sent, baselines: baselines)
  }
}
