package import Drills

/// A form, cut at its blanks.
package struct Form: Sendable {
  package enum Blank: Hashable, Sendable {
    case counter(Counter)
    case head(Head)
  }
  /// What stands above the table.
  package enum Head: String, CaseIterable, Sendable {
    case unit, contact, phone, date
  }
  package enum Piece: Hashable, Sendable {
    case text(String)
    case blank(Blank)
  }
  /// A blank that names nothing.
  package struct Mistake: Error, Hashable, Sendable {
    package let path: String
    package let line: Int
    package let name: String

    package init(path: String, line: Int, name: String) {
      self.path = path
      self.line = line
      self.name = name
    }

    package func text(in language: Language) -> String {
      "\(path):\(line): "
        + (name == "?"
          ? language("这处空还没有写是哪个计数项（{{?}}）", "nobody said which counter this is ({{?}})")
          : language("没有计数项“\(name)”", "there is no counter '\(name)'"))
    }
  }

  package let name: String
  package let format: FormTemplate.Format
  package let pieces: [Piece]

  /// - Throws: The first blank that names nothing.
  package init(_ template: FormTemplate, counters: CounterTable) throws(Mistake) {
    name = template.name
    format = template.format
    var pieces: [Piece] = []
    for piece in Form.pieces(of: template) {
      switch piece {
      case .text(let text): pieces.append(.text(text))
      case .name(let name, let line):
        guard let blank = Form.blank(name, counters) else {
          throw Mistake(path: template.path, line: line, name: name)
        }
        pieces.append(.blank(blank))
      }
    }
    self.pieces = pieces
  }

  /// Every blank that names nothing.
  package static func mistakes(in template: FormTemplate, counters: CounterTable) -> [Mistake] {
    pieces(of: template).compactMap { piece in
      guard case .name(let name, let line) = piece, blank(name, counters) == nil else { return nil }
      return Mistake(path: template.path, line: line, name: name)
    }
  }

  private enum Written {
    case text(String)
    case name(String, line: Int)
  }

  private static func pieces(of template: FormTemplate) -> [Written] {
    var pieces: [Written] = []
    var rest = template.text[...]
    var line = 1
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      let before = rest[..<open.lowerBound]
      line += before.count(where: \.isNewline)
      let name = String(rest[open.upperBound..<close.lowerBound]).trimmingSpaces
      pieces += [.text(String(before)), .name(name, line: line)]
      rest = rest[close.upperBound...]
    }
    return pieces + [.text(String(rest))]
  }

  static func blank(_ name: String, _ counters: CounterTable) -> Blank? {
    if name.hasPrefix("form.") { return Head(rawValue: String(name.dropFirst(5))).map(Blank.head) }
    return counters.counter(name).map(Blank.counter)
  }

  /// In the order of the form, each once.
  package var counters: [Counter] {
    var seen: Set<Counter> = []
    return pieces.compactMap { piece in
      guard case .blank(.counter(let counter)) = piece, seen.insert(counter).inserted else {
        return nil
      }
      return counter
    }
  }

  /// The clause that each blank stands in, in the form's words: its own blank as （＿＿）, others as （）.
  package var words: [Counter: String] {
    var words: [Counter: String] = [:]
    let whole = pieces.map { piece in
      switch piece {
      case .text(let text): format == .html ? HTML.stripped(text) : text
      case .blank: ""
      }
    }
    for (index, piece) in pieces.enumerated() {
      guard case .blank(.counter(let counter)) = piece, words[counter] == nil else { continue }
      let before = whole[..<index].joined().split(
        omittingEmptySubsequences: false, whereSeparator: { Form.ends.contains($0) })
      let after = whole[(index + 1)...].joined().split(
        omittingEmptySubsequences: false, whereSeparator: { Form.ends.contains($0) })
      let clause =
        (before.last.map(String.init) ?? "") + "＿＿" + (after.first.map(String.init) ?? "")
      words[counter] = clause.trimmingPrefix(while: \.isWhitespace).description
    }
    return words
  }

  private static let ends: Set<Character> = ["；", "。", "|", "\n", "\r\n", "\r"]
}
