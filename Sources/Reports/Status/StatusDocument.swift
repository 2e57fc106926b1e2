package import Drills

/// The status as other programs read it.
package struct StatusDocument: Encodable {
  private let id: String
  private let on: String
  private let total: TallyDocument
  private let byCommunity: [LineDocument]
  private let byRequirement: [LineDocument]
  private let overdue: [String]
  private let due: [String]
  private let upcoming: [String]
  private let tasks: [String: Int]
  private let campaigns: [String: Int]
  private let coverage: [String: [String: String]]

  package init(_ report: StatusReport, of program: Program) {
    id = program.id
    on = report.today.description
    total = TallyDocument(report.total)
    byCommunity = report.byCommunity.map(LineDocument.init)
    byRequirement = report.byRequirement.map(LineDocument.init)
    overdue = report.overdue.map(\.activity.id)
    due = report.dueToday.map(\.activity.id)
    upcoming = report.upcoming.map(\.activity.id)
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
  }
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
