package import Drills
internal import SourceText
internal import Workspace

extension SheetReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .mistakes(let mistakes):
      return language(
        "表格有 \(mistakes.count) 处错误，没有记录任何内容",
        mistakes.count == 1
          ? "the sheet has 1 mistake; nothing was recorded"
          : "the sheet has \(mistakes.count) mistakes; nothing was recorded")
    case .nothingFilledIn(let path):
      return language("\(path) 里没有填任何一行", "\(path): no row is filled in")
    case .unknownColumn(let text, let position, let columns):
      let list = columns.map { language($0.chinese, $0.english) }
        .joined(separator: language("、", ", "))
      return language(
        "\(position): 没有“\(text)”这一列；有：\(list)",
        "\(position): there is no column '\(text)'; there are \(list)")
    case .noColumn(let column, let position):
      let place = position.map { "\($0): " } ?? ""
      return language(
        "\(place)缺少列 \(column.english)", "\(place)there is no column \(column.english)")
    case .unknownOwner(let reason, let position):
      return "\(position): \(reason.text(in: language, for: front))"
    case .ownerTwice(let owner, let position):
      return language("\(position): \(owner) 有两列", "\(position): \(owner) has two columns")
    }
  }
}

extension SheetMistake {
  /// With its place.
  package func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .file(let error): error.text(in: language)
    case .noID(let position):
      "\(position): " + language("这一行没有编号", "this row has no id")
    case .unreadable(let text, let column, let position):
      "\(position): "
        + language("“\(text)”不能作为“\(column.chinese)”", "'\(text)' is no \(column.english)")
    case .notACount(let text, let position):
      "\(position): " + language("“\(text)”不是数量", "'\(text)' is no number")
    case .contradicts(let id, let earlier, let position):
      "\(position): "
        + language(
          "\(id) 在第 \(earlier.line) 行已经填过，两行不一样",
          "\(id) stands in line \(earlier.line) too, with something else")
    case .refused(let refusal, let position):
      "\(position): \(refusal.text(in: language, for: front))"
    }
  }
}
