package import Drills

/// The ranking as other programs read it.
package struct RankingDocument: Encodable {
  private struct StandingDocument: Encodable {
    let rank: Int
    let id: String
    let name: String
    let due: Int
    let done: Int
    let overdue: Int
    let late: Int
    let people: Int
    let ratePerMille: Int
  }

  private let id: String
  private let ranking: [StandingDocument]

  package init(_ ranking: Ranking, of program: Program) {
    id = program.id
    self.ranking = ranking.standings.map {
      StandingDocument(
        rank: $0.rank, id: $0.id, name: $0.name, due: $0.due, done: $0.done, overdue: $0.overdue,
        late: $0.late, people: $0.people, ratePerMille: $0.rate)
    }
  }
}
