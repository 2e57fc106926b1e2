package import Drills

/// All copies of a form side by side: a row for each blank, a column for each owner, then the total.
package struct FormComparison: Sendable {
  package let table: Page.Table

  package init(
    _ form: Form, _ fillings: [FormFilling], counters: CounterTable, language: Language
  ) {
    let words = form.words
    let header =
      [language("计数项", "counter"), language("内容", "in the form"), language("单位", "unit")]
      + fillings.map { $0.owner == nil ? language("合计", "total") : $0.name }
    var table = Page.Table(form.name, header: header)
    for counter in form.counters {
      table.rows.append(
        [
          .text(counter.description), .text(words[counter] ?? ""),
          .text(counters.unit(of: counter)?.measure ?? ""),
        ] + fillings.map { .number($0.number(counter)) })
    }
    self.table = table
  }

  package var rows: [[String]] { [table.header] + table.rows.map { $0.map(\.text) } }
}
