import Drills

/// What stands where it does against hard rules, because a person insisted.
///
/// On a page it is also the legend of the mark in the month grids.
struct OverrideTable {
  private let entries: [PlanView.Entry]
  private let program: Program

  /// Of these entries those that are marked.
  init(_ entries: [PlanView.Entry], in program: Program) {
    self.entries = entries.filter { !$0.overrides.isEmpty }
    self.program = program
  }

  func table(_ words: Words) -> Page.Table {
    let language = words.language
    return Page.Table(
      language(
        "越过规则的活动（月历中标 \(OverrideMark.short)）",
        "Rules overridden (\(OverrideMark.short) in the month)"),
      header: [
        language("日期", "day"), language("单位", "who"), language("活动", "what"),
        language("编号", "id"),
      ],
      rows: entries.map { entry in
        [
          .text((entry.placement?.day ?? entry.completion?.day).map(words.day) ?? ""),
          .text(program.name(ofOwner: entry.host)), .text(words.name(of: entry)),
          .text(entry.activity.id.text),
        ]
      })
  }
}
