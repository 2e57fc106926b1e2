package import Drills

/// Who must be told what by when, as other programs read it.
package struct NoticesDocument: Encodable {
  private let id: String
  private let now: String
  private let notices: [NoticeEntryDocument]

  package init(_ notices: [Notice], in view: PlanView) {
    id = view.agenda.program.id
    now = view.agenda.program.zone.timestamp(of: view.now)
    self.notices = notices.map { NoticeEntryDocument($0, today: view.today) }
  }
}

struct NoticeEntryDocument: Encodable {
  let id: String
  let kind: String
  let to: String
  let by: String
  let late: Bool
  let activities: [String]
  let message: String

  init(_ notice: Notice, today: Day) {
    id = notice.id
    kind = notice.kind.rawValue
    to = notice.to
    by = notice.by.description
    late = notice.isLate(on: today)
    activities = notice.activities
    message = notice.message
  }
}

extension [Notice] {
  /// Each with its id, by when, and the message to paste.
  package func lines(today: Day, language: Language, style: Style) -> [String] {
    let words = Words(language)
    return flatMap { notice -> [String] in
      let due = language("\(words.date(notice.by))前", "by \(words.date(notice.by))")
      let late = notice.isLate(on: today) ? language("  已过期！", "  LATE") : ""
      let head = "\(due)  \(notice.to)  \(notice.id)\(late)"
      return [notice.isLate(on: today) ? style.bad(head) : style.heading(head)]
        + notice.message.split(separator: "\n").map { "  \($0)" } + [""]
    }
  }

  /// One line for each: whom, by when, of how many activities.
  package func list(today: Day, language: Language) -> [String] {
    let words = Words(language)
    return map { notice in
      let due = language("\(words.date(notice.by))前", "by \(words.date(notice.by))")
      let count = notice.activities.count
      return "  \(due)  \(notice.to)  "
        + language("\(count) 项", count == 1 ? "1 activity" : "\(count) activities")
        + "  \(notice.id)"
    }
  }
}
