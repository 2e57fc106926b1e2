package import Drills

/// Problems with who must mend them.
struct HazardTable {
  private let hazards: [Hazard]
  private let program: Program

  init(_ hazards: [Hazard], in program: Program) {
    self.hazards = hazards
    self.program = program
  }

  func table(_ words: Words) -> Page.Table {
    let language = words.language
    var table = Page.Table(
      language("问题整改", "Problems"),
      header: [
        language("号", "number"), language("单位", "who"), language("问题", "problem"),
        language("来源", "source"), language("责任", "to be mended by"), language("期限", "due"),
        language("整改", "mended"),
      ])
    table.rows = hazards.map { hazard in
      let place = hazard.venue.flatMap(program.nameEver).map { "\($0)：" } ?? ""
      return [
        .number(hazard.number), .text(program.name(ofOwner: hazard.owner)),
        .text(place + hazard.text), .text(words.source(hazard.source)), .text(hazard.mender),
        .text(hazard.mendBy.map(words.date) ?? ""),
        .text(hazard.mending.map { words.date($0.day) } ?? language("未整改", "open")),
      ]
    }
    return table
  }
}

extension Words {
  package func source(_ source: Hazard.Source) -> String {
    switch source {
    case .drill: language("演练", "drill")
    case .inspection: language("检查", "inspection")
    case .employee: language("职工", "employee")
    case .resident: language("居民", "resident")
    }
  }

  package func medium(_ medium: Work.Medium) -> String {
    switch medium {
    case .picture: language("图片", "picture")
    case .video: language("视频", "video")
    case .interactive: language("互动", "interactive")
    }
  }
}
