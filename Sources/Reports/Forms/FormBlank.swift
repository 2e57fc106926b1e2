internal import Documents
package import Drills

/// A blank between its words: the form's own, or one of somebody else's document.
package struct BlankContext: Hashable, Sendable {
  package let before: String
  package let after: String

  package init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  init(_ blank: DocumentBlank) { self.init(before: blank.before, after: blank.after) }

  /// Ten characters around it, without spaces.
  package var words: String {
    func bare(_ text: String) -> String { String(text.filter { !$0.isWhitespace }) }
    return bare(before).suffix(BlankContext.length) + "＿＿" + bare(after).prefix(BlankContext.length)
  }

  static let length = 10

  /// Whether both say the same around the blank, as far as both say anything.
  func agrees(with other: BlankContext) -> Bool {
    let mine = (BlankContext.plain(before), BlankContext.plain(after))
    let others = (BlankContext.plain(other.before), BlankContext.plain(other.after))
    let count = min(BlankContext.length, mine.0.count, others.0.count)
    let after = min(BlankContext.length, mine.1.count, others.1.count)
    guard mine.0.suffix(count) == others.0.suffix(count),
      mine.1.prefix(after) == others.1.prefix(after)
    else { return false }
    // One character alone says little, unless there is no more to be said.
    return count + after >= 2 || mine == others
  }

  /// Without blanks, brackets and widths, so that only words differ.
  static func plain(_ text: String) -> [Character] {
    text.compactMap { character in
      guard let scalar = character.unicodeScalars.first, !character.isWhitespace else { return nil }
      if "（）()_＿：:".contains(character) { return nil }
      if "“”„＂\"".contains(character) { return "\"" }
      if "‘’＇'".contains(character) { return "'" }
      if (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        return Character(narrow)
      }
      return character
    }
  }
}

/// A blank of a form with its place.
struct FormBlank {
  let blank: Form.Blank
  let context: BlankContext
}

extension Form {
  /// Every blank in order, between the words of its line or cell.
  var blanks: [FormBlank] {
    // Blanks as one character each, which no text has.
    let mark: Character = "\u{FFFF}"
    var text = ""
    var order: [Form.Blank] = []
    for piece in pieces {
      switch piece {
      case .text(let part): text += part
      case .blank(let blank):
        text.append(mark)
        order.append(blank)
      }
    }
    if format == .html {
      text = text.replacing(#/<\/?t[dh][^>]*>/#.ignoresCase(), with: "|")
        .replacing(#/<\/?(tr|p|h\d|div|br|li)\b[^>]*>/#.ignoresCase(), with: "\n")
      text = HTML.stripped(text)
    }
    var found: [BlankContext] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      var label = ""
      for cell in line.split(separator: "|", omittingEmptySubsequences: false) {
        let parts = cell.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices.dropLast() {
          let isAlone =
            parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isWhitespace) }
          found.append(
            BlankContext(before: isAlone ? label : parts[index], after: parts[index + 1]))
        }
        if !cell.allSatisfy(\.isWhitespace) {
          label = String(cell).replacing(String(mark), with: "")
        }
      }
    }
    return zip(order, found).map(FormBlank.init)
  }
}

extension Form {
  /// What the form calls each counter: the words before its blank, since the last comma; what says too little
  /// has none.
  package var labels: [Counter: String] {
    var labels: [Counter: String] = [:]
    for blank in blanks {
      guard case .counter(let counter) = blank.blank, labels[counter] == nil else { continue }
      var words = blank.context.before.split { "，；。,;".contains($0) }.last ?? ""
      // The measure of the blank before it.
      if let comma = words.firstIndex(of: "、"), words[..<comma].count <= 2 {
        words = words[words.index(after: comma)...]
      }
      let label = String(words.filter { !$0.isWhitespace && !"（）()".contains($0) })
      if label.count > 2 { labels[counter] = label }
    }
    return labels
  }
}
