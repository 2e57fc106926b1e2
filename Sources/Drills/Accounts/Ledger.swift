/// What each counter of each owner comes to, over any days.
package struct Ledger: Sendable {
  package let table: CounterTable
  private let contributions: [Counter: [OwnerID: [Contribution]]]

  package init(_ accounts: Accounts, in program: Program, counters table: CounterTable) {
    self.table = table
    var contributions: [Counter: [OwnerID: [Contribution]]] = [:]
    for contribution in Contributions(program, table).all(of: accounts) {
      contributions[contribution.counter, default: [:]][contribution.owner, default: []].append(
        contribution)
    }
    self.contributions = contributions
  }

  /// Of a stock the latest value by the last of `days`, of anything else the sum over them.
  package func value(_ counter: Counter, of owner: OwnerID, over days: ClosedRange<Day>) -> Int {
    guard let own = contributions[counter]?[owner] else { return 0 }
    if table.unit(of: counter)?.isStock == true {
      return own.filter { $0.day <= days.upperBound }
        .max {
          ($0.day, $0.recordedAt, $0.number, $0.amount)
            < ($1.day, $1.recordedAt, $1.number, $1.amount)
        }?.amount ?? 0
    }
    return own.reduce(0) { days.contains($1.day) ? $0 + $1.amount : $0 }
  }

  /// Of everybody.
  package func total(_ counter: Counter, over days: ClosedRange<Day>) -> Int {
    contributions[counter]?.keys.reduce(0) { $0 + value(counter, of: $1, over: days) } ?? 0
  }

  /// Whose records add to `counter`.
  package func owners(of counter: Counter) -> Set<OwnerID> {
    Set((contributions[counter] ?? [:]).keys)
  }

  /// The first and last day that anything was counted on.
  package var bounds: ClosedRange<Day>? {
    let days = contributions.values.flatMap { $0.values.flatMap { $0.map(\.day) } }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }
}
