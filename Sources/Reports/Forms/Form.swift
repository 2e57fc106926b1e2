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
      "\(path):\(line): " + language("没有计数项“\(name)”", "there is no counter '\(name)'")
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
    var rest = template.text[...]
    var line = 1
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      let before = rest[..<open.lowerBound]
      line += before.count(where: \.isNewline)
      let name = String(rest[open.upperBound..<close.lowerBound])
        .trimmingPrefix(while: \.isWhitespace)
      let trimmed = String(name.reversed().drop(while: \.isWhitespace).reversed())
      guard let blank = Form.blank(trimmed, counters) else {
        throw Mistake(path: template.path, line: line, name: trimmed)
      }
      pieces += [.text(String(before)), .blank(blank)]
      rest = rest[close.upperBound...]
    }
    pieces.append(.text(String(rest)))
    self.pieces = pieces
  }

  private static func blank(_ name: String, _ counters: CounterTable) -> Blank? {
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
