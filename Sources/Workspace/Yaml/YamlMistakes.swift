import SourceText
internal import Yams

extension YamlError {
  /// Which mistake it is, and where: libyaml's own words are never shown.
  func mistake(in file: String) -> (WorkspaceError.YamlMistake, SourcePosition) {
    switch self {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let mistake = WorkspaceError.YamlMistake(problem: problem)
      // What is never closed is best shown where it opens.
      let shown = mistake == .quote ? context?.mark ?? mark : mark
      return (
        mistake,
        SourcePosition(file: file, line: max(1, shown.line), column: max(1, shown.column))
      )
    default: return (.other, SourcePosition(file: file))
    }
  }
}

extension WorkspaceError.YamlMistake {
  /// - Parameter problem: In the words of libyaml 0.2.5.
  init(problem: String) {
    let signs: [(String, Self)] = [
      ("undefined alias", .alias),
      ("',' or '", .bracket),
      ("cannot start any token", .character), ("tab character", .character),
      ("expected ':'", .colon), ("mapping values are not allowed", .colon),
      ("maximum", .depth), ("nesting", .depth),
      ("another document", .documents), ("unexpected document indicator", .documents),
      ("<document start>", .documents),
      ("escape", .escape),
      ("expected key", .indentation), ("'-' indicator", .indentation),
      ("not allowed in this context", .indentation),
      ("unexpected end of stream", .quote),
    ]
    self = signs.first { problem.contains($0.0) }?.1 ?? .other
  }
}
