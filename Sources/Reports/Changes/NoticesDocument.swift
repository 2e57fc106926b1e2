package import Drills

/// Who must be told what by when, as other programs read it.
package struct NoticesDocument: Encodable {
  private let id: String
  private let now: String
  /// True of what would have to be told; nothing else.
  private let draft: Bool?
  private let notices: [NoticeEntryDocument]

  package init(_ notices: [Notice], in view: PlanView) {
    id = view.agenda.program.id
    now = view.agenda.program.zone.timestamp(of: view.now)
    draft = view.revision.isPublished ? nil : true
    self.notices = notices.map { NoticeEntryDocument($0, today: view.today) }
  }
}

struct NoticeEntryDocument: Encodable {
  let id: NoticeID
  let kind: String
  let to: String
  let by: String
  let late: Bool
  let activities: [DutyID]
  let message: String
  let short: String
  let call: [CallDocument]

  struct CallDocument: Encodable {
    let who: String
    let name: String
    let phone: String
  }

  init(_ notice: Notice, today: Day) {
    id = notice.id
    kind = notice.kind.rawValue
    to = notice.to
    by = notice.by.description
    late = notice.isLate(on: today)
    activities = notice.activities
    message = notice.message
    short = notice.short.joined(separator: "\n")
    call = notice.calls.map { CallDocument(who: $0.who, name: $0.name, phone: $0.phone) }
  }
}

extension [Notice] {
  /// What changed first, then the letters; each with its id, by when, and the message to paste.
  package func lines(today: Day, language: Language, style: Style) -> [String] {
    let changes = filter { $0.kind == .change }
    let letters = filter { $0.kind == .letter }
    let groups = [
      (language("安排变动，要告知 \(changes.count) 方", "Changes, \(changes.count) to be told"), changes),
      (language("提前通知 \(letters.count) 件", "Letters before the day, \(letters.count)"), letters),
    ]
    return groups.filter { !$0.1.isEmpty }.flatMap { title, notices in
      [style.heading(title), ""]
        + notices.flatMap { $0.lines(today: today, language: language, style: style) }
    }
  }

  /// One text for each chat group, each activity told once.
  package func groupLines(of program: Program, language: Language, style: Style) -> [String] {
    var order: [Notice.Group] = []
    for notice in self where !order.contains(notice.group) { order.append(notice.group) }
    return order.flatMap { group -> [String] in
      let own = filter { $0.group == group }
      var told: Set<String> = []
      let texts = own.flatMap(\.short).filter { told.insert($0).inserted }
      let numbered = texts.enumerated().map {
        texts.count == 1 ? $0.element : "\($0.offset + 1). \($0.element)"
      }
      let name = group.name(in: language)
      let title = program.language("【安排变动】", "[Changes] ")
      let letter = program.language("【提前通知】", "[Notice] ")
      let mark = own.contains { $0.kind == .change } ? title : letter
      return [style.heading(language("\(name)（\(own.count) 条）", "\(name) (\(own.count))"))]
        + [mark] + numbered
        + [program.language("收到请回复。", "Please answer that you got this.")]
        + [program.language("——", "— ") + program.organizer.name, ""]
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

extension Notice {
  fileprivate func lines(today: Day, language: Language, style: Style) -> [String] {
    let due = Words(language).date(by)
    let late = isLate(on: today) ? language("  已过期！", "  LATE") : ""
    let head = "\(language("\(due)前", "by \(due)"))  \(to)  \(id)\(late)"
    let calls = calls.map { call in
      let who = [call.name, call.phone].filter { !$0.isEmpty }.joined(separator: " ")
      return language("  联系：\(call.who) \(who)", "  call: \(call.who) \(who)")
    }
    let short = short.map { language("  短信：\($0)", "  short: \($0)") }
    return [isLate(on: today) ? style.bad(head) : style.heading(head)] + calls + short
      + message.split(separator: "\n").map { "  \($0)" } + [""]
  }
}
