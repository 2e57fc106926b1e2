package import Drills

/// Problems with who must mend them.
struct ProblemTable {
  private let problems: [Problem]
  private let program: Program

  init(_ problems: [Problem], in program: Program) {
    self.problems = problems
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
    table.rows = problems.map { problem in
      let place = problem.venue.flatMap(program.nameEver).map { "\($0)：" } ?? ""
      return [
        .number(problem.number), .text(program.name(ofOwner: problem.owner)),
        .text(place + problem.text), .text(words.source(problem.source)), .text(problem.mender),
        .text(problem.mendBy.map(words.date) ?? ""),
        .text(problem.mending.map { words.date($0.day) } ?? language("未整改", "open")),
      ]
    }
    return table
  }
}

extension Words {
  package func source(_ source: Problem.Source) -> String {
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
