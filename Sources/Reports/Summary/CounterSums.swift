import Drills

/// Every counter that is not 0 over some days.
struct CounterSums {
  private let ledger: Ledger
  private let days: ClosedRange<Day>
  private let owner: OwnerID?

  init(_ ledger: Ledger, over days: ClosedRange<Day>, of owner: OwnerID?) {
    self.ledger = ledger
    self.days = days
    self.owner = owner
  }

  func table(_ title: String, _ language: Language) -> Page.Table {
    var table = Page.Table(
      title,
      header: [
        language("内容", "what"), language("数量", "number"), language("单位", "unit"),
      ])
    for counter in ledger.table.counters {
      let value =
        owner.map { ledger.value(counter, of: $0, over: days) }
        ?? ledger.total(counter, over: days)
      guard value != 0 else { continue }
      table.rows.append([
        .text(ledger.table.line(counter.line)?.name ?? ""), .number(value),
        .text(ledger.table.unit(of: counter)?.measure ?? ""),
      ])
    }
    return table
  }
}
