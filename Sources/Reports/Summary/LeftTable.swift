import Drills

/// What was held and is asked for no more: counted like the rest, and listed so that nobody wonders.
struct LeftTable {
  private let left: [PlanView.Left]
  private let program: Program

  init(_ left: [PlanView.Left], in program: Program) {
    self.left = left
    self.program = program
  }

  func table(_ words: Words) -> Page.Table {
    let language = words.language
    return Page.Table(
      words.leftTitle,
      header: [
        language("日期", "day"), language("单位", "who"), language("活动", "what"),
        language("人次", "people"),
      ],
      rows: left.map {
        [
          .text(words.day($0.completion.day)), .text(program.name(ofOwner: $0.host)),
          .text($0.requirement.name), .number($0.completion.people),
        ]
      })
  }
}

extension Words {
  var leftTitle: String { language("已办、现不在计划内", "Held, and no longer planned for") }
}
