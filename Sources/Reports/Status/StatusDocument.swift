package import Drills

/// The status as other programs read it.
package struct StatusDocument: Encodable {
  private let id: String
  private let on: String
  /// True of a plan that is not published; nothing else.
  private let draft: Bool?
  private let total: TallyDocument
  private let byCommunity: [LineDocument]
  private let byRequirement: [LineDocument]
  private let overdue: [DutyID]
  private let due: [DutyID]
  private let upcoming: [DutyID]
  private let lost: [LostDocument]
  /// Ids of what was held and is asked for no more; left out where there is none.
  private let left: [String]?
  /// The rules that a person overrode, by the activity's id.
  private let overrides: [DutyID: [String]]
  private let tasks: [String: Int]
  private let campaigns: [String: Int]
  private let coverage: [String: [String: String]]
  private let missingTasks: [DutyID]
  private let lateTasks: [DutyID]
  private let behind: [DutyID]
  private let openProblems: [ProblemDocument]
  private let notices: [NoticeDocument]
  private let contests: [ContestDocument]
  /// Missing where no server was ever asked for a feed.
  private let unfetched: [UnfetchedDocument]?

  package init(_ report: StatusReport, of program: Program) {
    id = program.id
    on = report.today.description
    draft = report.view.revision.isPublished ? nil : true
    total = TallyDocument(report.total)
    byCommunity = report.byCommunity.map(LineDocument.init)
    byRequirement = report.byRequirement.map(LineDocument.init)
    overdue = report.overdue.map(\.activity.id)
    due = report.dueToday.map(\.activity.id)
    upcoming = report.upcoming.map(\.activity.id)
    lost = report.lost.map {
      LostDocument(activity: $0.activity.id, makeUpBy: $0.makeUpBy?.description)
    }
    left = report.left.isEmpty ? nil : report.left.map(\.id.text)
    overrides = Dictionary(
      report.view.entries.filter { !$0.overrides.isEmpty }.map { entry in
        (entry.activity.id, HardRule.allCases.filter(entry.overrides.contains).map(\.rawValue))
      }, uniquingKeysWith: { first, _ in first })
    tasks = Dictionary(
      report.tasks.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    campaigns = Dictionary(
      report.campaigns.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first })
    coverage = Dictionary(
      report.coverage.rows.map { row in
        (
          row.community.id,
          Dictionary(
            zip(report.coverage.scenarios.map(\.rawValue), row.cells.map(\.rawValue)),
            uniquingKeysWith: { first, _ in first })
        )
      }, uniquingKeysWith: { first, _ in first })
    missingTasks = report.view.tasks.filter { $0.status == .overdue }.map(\.task.id)
    lateTasks = report.view.tasks.filter { $0.status == .late }.map(\.task.id)
    behind = report.view.campaigns.filter { $0.status == .behind }.map(\.run.id)
    openProblems = report.openProblems.map {
      ProblemDocument(
        number: $0.number, community: $0.owner, text: $0.text, source: $0.source.rawValue,
        owner: $0.mender, found: $0.foundOn.description, mendBy: $0.mendBy?.description)
    }
    notices = report.notices.map {
      NoticeDocument(activity: $0.entry.activity.id, to: $0.to, by: $0.by.description)
    }
    contests = report.contests.map {
      ContestDocument(
        contest: $0.campaign, stage: $0.stage, passed: $0.passed, failed: $0.failed,
        waiting: $0.waiting)
    }
    unfetched = report.silent?.map {
      UnfetchedDocument(feed: $0.feed, name: $0.name, last: $0.last?.description)
    }
  }
}

private struct UnfetchedDocument: Encodable {
  let feed: FeedID
  let name: String
  let last: String?
}

private struct ProblemDocument: Encodable {
  let number: Int
  let community: OwnerID
  let text: String
  let source: String
  let owner: String
  let found: String
  let mendBy: String?
}

private struct NoticeDocument: Encodable {
  let activity: DutyID
  let to: String
  let by: String
}

private struct LostDocument: Encodable {
  let activity: DutyID
  let makeUpBy: String?
}

private struct ContestDocument: Encodable {
  let contest: String
  let stage: String
  let passed: Int
  let failed: Int
  let waiting: Int
}

private struct TallyDocument: Encodable {
  let total: Int
  let expected: Int
  let people: Int
  let planned: Int
  let due: Int
  let done: Int
  let overdue: Int
  let cancelled: Int
  let unplaced: Int

  init(_ tally: StatusReport.Tally) {
    total = tally.total
    expected = tally.expected
    people = tally.people
    planned = tally[.planned]
    due = tally[.due]
    done = tally[.done]
    overdue = tally[.overdue]
    cancelled = tally[.cancelled]
    unplaced = tally[.unplaced]
  }
}

private struct LineDocument: Encodable {
  let id: String
  let name: String
  let tally: TallyDocument

  init(_ line: StatusReport.Line) {
    id = line.id
    name = line.name
    tally = TallyDocument(line.tally)
  }
}
