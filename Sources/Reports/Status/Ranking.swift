package import Drills

/// Communities in the order of the office's bulletin: by how much of what was due is done.
package struct Ranking: Sendable {
  package struct Standing: Sendable {
    /// Equal ones share it.
    package let rank: Int
    package let id: String
    package let name: String
    /// Activities and tasks whose day is over, or that are done.
    package let due: Int
    package let done: Int
    package let overdue: Int
    /// Tasks handed in after their day.
    package let late: Int
    package let people: Int

    /// In thousandths; nothing due is whole.
    package var rate: Int { due == 0 ? 1000 : done * 1000 / due }
  }

  package let standings: [Standing]

  package init(_ report: StatusReport, in program: Program) {
    let tallies = Dictionary(
      report.byCommunity.map { ($0.id, $0.tally) }, uniquingKeysWith: { first, _ in first })
    let tasks = Dictionary(grouping: report.view.tasks, by: \.task.owner)
    let unranked = program.communities.elements.map { community -> Standing in
      let tally = tallies[community.id] ?? StatusReport.Tally()
      let own = Dictionary(grouping: tasks[community.ownerID] ?? [], by: \.status).mapValues(
        \.count)
      let done = tally[.done] + (own[.done] ?? 0) + (own[.late] ?? 0)
      let overdue = tally[.overdue] + (own[.overdue] ?? 0)
      return Standing(
        rank: 0, id: community.id, name: community.name, due: done + overdue, done: done,
        overdue: overdue, late: own[.late] ?? 0, people: tally.people)
    }
    let ordered = unranked.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (-left.rate, left.overdue, left.late, -left.people, $0.offset)
        < (-right.rate, right.overdue, right.late, -right.people, $1.offset)
    }.map(\.element)
    var standings: [Standing] = []
    for (index, one) in ordered.enumerated() {
      let isEqual =
        standings.last.map {
          ($0.rate, $0.overdue, $0.late, $0.people) == (one.rate, one.overdue, one.late, one.people)
        } ?? false
      standings.append(
        Standing(
          rank: isEqual ? standings[index - 1].rank : index + 1, id: one.id, name: one.name,
          due: one.due, done: one.done, overdue: one.overdue, late: one.late, people: one.people))
    }
    self.standings = standings
  }

  package func table(in language: Language) -> Page.Table {
    Page.Table(
      language("考核通报", "Ranking"),
      header: [
        language("名次", "rank"), language("单位", "who"), language("完成率", "rate"),
        language("到期应做", "due so far"), language("已完成", "done"), language("逾期", "overdue"),
        language("迟报", "late"), language("人次", "people"),
      ],
      rows: standings.map {
        [
          .number($0.rank), .text($0.name), .share($0.rate), .number($0.due), .number($0.done),
          .number($0.overdue), .number($0.late), .number($0.people),
        ]
      })
  }
}
