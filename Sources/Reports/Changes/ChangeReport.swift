package import Drills

/// A displaced activity that no plan found can hold in time, and what is in its way.
package struct LostActivity: Encodable, Sendable {
  package let id: DutyID
  package let makeUpBy: String
  /// Nothing where it was not asked: of many, each takes as long as an `explain`.
  package let blockingSet: BlockingSet?

  package init(id: DutyID, makeUpBy: Day, blockingSet: BlockingSet?) {
    self.id = id
    self.makeUpBy = makeUpBy.description
    self.blockingSet = blockingSet
  }
}

/// What a plan changes against the published one: score before and after, every change, what is
/// lost, and who must be told.
package struct ChangeReport: Sendable {
  package let view: PlanView
  /// What is published, priced by the workspace as it is now.
  package let before: Score?
  package let diff: PlanDiff?
  package let notices: [Notice]
  package let lost: [LostActivity]
  /// What was tried, where that is not in the record.
  package let tried: [Decision]
  private var program: Program { view.agenda.program }

  package init(
    _ view: PlanView, before: Score?, diff: PlanDiff?, notices: [Notice], lost: [LostActivity],
    tried: [Decision] = []
  ) {
    self.view = view
    self.before = before
    self.diff = diff
    self.notices = notices
    self.lost = lost
    self.tried = tried
  }

  /// What follows the summary of the plan itself.
  package func lines(in language: Language, style: Style) -> [String] {
    scoreLines(in: language, style) + lostLines(in: language, style)
      + noticeLines(in: language, style)
  }

  private func scoreLines(in language: Language, _ style: Style) -> [String] {
    guard let before else { return [] }
    let words = Words(language)
    let after = view.revision.score
    var table = TextTable(
      [.left, .right, .right, .right],
      header: [
        language("代价", "cost"), language("之前", "before"), language("之后", "after"),
        language("相差", "change"),
      ])
    func row(_ name: String, _ old: Int, _ new: Int) {
      let change = new - old
      table.append([name, String(old), String(new), change > 0 ? "+\(change)" : "\(change)"])
    }
    row(words.status(ActivityStatus.unplaced), before.unplaced, after.unplaced)
    for (old, new) in zip(before.parts, after.parts) where old.cost != 0 || new.cost != 0 {
      row(words.part(old.part), old.cost, new.cost)
    }
    row(language("合计", "in all"), before.cost, after.cost)
    return table.lines(style: style)
  }

  private func lostLines(in language: Language, _ style: Style) -> [String] {
    let words = Words(language)
    return lost.flatMap { lost -> [String] in
      let head = style.bad(
        language(
          "补办期限 \(lost.makeUpBy) 前排不上：\(lost.id)", "cannot be held by \(lost.makeUpBy): \(lost.id)")
      )
      guard let blockingSet = lost.blockingSet else {
        return ["\(head)  \(words.whyLost(lost.id.text))"]
      }
      return [head] + blockingSet.lines(in: view.agenda, words).map { "  \($0)" }
    }
  }

  private func noticeLines(in language: Language, _ style: Style) -> [String] {
    let changes = notices.filter { $0.kind == .change }
    guard !changes.isEmpty else {
      return diff == nil ? [] : [language("没有要告知的变动", "nobody must be told of a change")]
    }
    return [
      style.heading(
        language(
          "要通知 \(changes.count) 方（消息见 muster notices）：",
          "\(changes.count) must be told (`muster notices` has the messages):"))
    ] + changes.list(today: view.today, language: language)
  }

  package func json() throws -> String { try ChangeDocumentRoot(self).json() }

  struct ChangeDocumentRoot: Encodable {
    let id: String
    let now: String
    let tried: HistoryDocument?
    let before: ScorePartsDocument?
    let after: ScorePartsDocument
    let changes: [CommunityChanges]
    let lost: [LostActivity]
    let notices: [NoticeEntryDocument]

    init(_ report: ChangeReport) {
      let program = report.program
      id = program.id
      now = program.zone.timestamp(of: report.view.now)
      tried =
        report.tried.isEmpty
        ? nil
        : HistoryDocument(
          report.tried.map {
            HistoryEvent(
              instant: $0.decidedAt, author: $0.decidedBy, number: $0.number, what: .decision($0))
          }, in: program)
      before = report.before.map(ScorePartsDocument.init)
      after = ScorePartsDocument(report.view.revision.score)
      changes = report.diff.map { CommunityChanges.all(of: $0, in: program) } ?? []
      lost = report.lost
      notices = report.notices.map { NoticeEntryDocument($0, today: report.view.today) }
    }
  }
}

/// A score as other programs read it.
struct ScorePartsDocument: Encodable {
  let unplaced: Int
  let cost: Int
  let parts: [String: Int]

  init(_ score: Score) {
    unplaced = score.unplaced
    cost = score.cost
    parts = score.costsByPart
  }
}
