import Drills

/// The coverage matrix: communities by scenarios.
struct CoverageTable {
  private let coverage: Coverage

  init(_ coverage: Coverage) { self.coverage = coverage }

  func table(in language: Language) -> Page.Table {
    Page.Table(
      language("演练覆盖", "Coverage"),
      header: [language("单位", "who")]
        + coverage.scenarios.map { language($0.chinese, $0.rawValue) },
      rows: coverage.rows.map { row in
        [.text(row.community.name)]
          + row.cells.map { cell in
            switch cell {
            case .done: .text(language("已演练", "done"))
            case .planned: .text(language("已计划", "planned"))
            case .missing: .text(language("缺", "missing"))
            case .none: .text("")
            }
          }
      })
  }
}
