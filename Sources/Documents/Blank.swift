/// A place in an office's document that waits for a number or a name.
package struct DocumentBlank: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// （  ）, underlined spaces, a content control or a form field.
    case gap
    /// `{{name}}`.
    case named(String)
    /// An empty cell behind a label, or spaces behind a colon: a blank only if the form has one there.
    case possible
  }

  package let kind: Kind
  /// The words before it in its paragraph or cell, as far as the blank before it; of a cell that holds nothing
  /// else, the label's.
  package let before: String
  /// The words after it, as far as the next blank.
  package let after: String
}

/// An office's document whose blanks are filled; every other byte of it stays.
package protocol BlankDocument: Sendable {
  /// In reading order.
  var blanks: [DocumentBlank] { get }
  /// Its text with `{{}}` in place of blanks, a line for each paragraph, table rows as Markdown's.
  var outline: [OutlineLine] { get }
  /// The file with texts in its blanks, by their index.
  func filled(_ texts: [Int: String]) -> [UInt8]
}

/// A paragraph or a row of cells; a piece is text or the index of a blank.
package enum OutlineLine: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    case blank(Int)
  }

  case paragraph([Piece])
  case row([[Piece]])
}

/// Why a document's blanks cannot be filled.
package enum DocumentFault: Error, Hashable, Sendable {
  case archive(ZipArchive.Fault)
  /// Neither .docx nor .xlsx.
  case unknownKind
  /// Somebody's changes wait to be accepted.
  case trackedChanges
  /// A part that is no XML as we read it.
  case damaged(String)
}

/// What is in a document's text beside blanks.
struct TextUnit {
  let scalar: Unicode.Scalar?
  /// In the part's bytes; empty where text can be put and none is.
  let range: Range<Int>
  var isUnderlined = false
  /// In a content control that shows its prompt, or in the result of a form field.
  var isPrompt = false

  /// Space of any width, or a line drawn by hand.
  var isBlank: Bool {
    guard let scalar else { return true }
    switch scalar.value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  /// A line drawn by hand.
  var isRule: Bool { scalar == "_" || scalar == "＿" }
}

/// Blanks in a row of text units.
enum BlankFinder {
  struct Found {
    let kind: DocumentBlank.Kind
    /// What is replaced.
    let units: Range<Int>
    /// What is put there if nothing is replaced: the unit after which.
    let whole: Range<Int>
  }

  static func blanks(in units: [TextUnit]) -> [Found] {
    var found: [Found] = []
    var place = 0
    while place < units.count {
      if let next = bracketed(units, place) ?? named(units, place) ?? gap(units, place)
        ?? afterColon(units, place)
      {
        found.append(next)
        place = max(next.whole.upperBound, place + 1)
      } else {
        place += 1
      }
    }
    return found
  }

  private static func isOpening(_ unit: TextUnit) -> Bool {
    unit.scalar == "（" || unit.scalar == "("
  }
  private static func isClosing(_ unit: TextUnit) -> Bool {
    unit.scalar == "）" || unit.scalar == ")"
  }

  private static func bracketed(_ units: [TextUnit], _ start: Int) -> Found? {
    guard isOpening(units[start]) else { return nil }
    var end = start + 1
    while end < units.count, units[end].isBlank || units[end].isRule || units[end].isPrompt {
      end += 1
    }
    guard end < units.count, isClosing(units[end]) else { return nil }
    return Found(kind: .gap, units: (start + 1)..<end, whole: start..<(end + 1))
  }

  private static func named(_ units: [TextUnit], _ start: Int) -> Found? {
    guard units[start].scalar == "{", start + 1 < units.count, units[start + 1].scalar == "{" else {
      return nil
    }
    var end = start + 2
    var name = ""
    while end + 1 < units.count, name.count < 80 {
      if units[end].scalar == "}", units[end + 1].scalar == "}" {
        let trimmed = name.filter { !$0.isWhitespace }
        return Found(
          kind: .named(trimmed), units: start..<(end + 2), whole: start..<(end + 2))
      }
      if let scalar = units[end].scalar { name.unicodeScalars.append(scalar) }
      end += 1
    }
    return nil
  }

  /// A stretch of prompts, of underlined spaces with nothing else underlined beside them, or of at least three
  /// strokes.
  private static func gap(_ units: [TextUnit], _ start: Int) -> Found? {
    func stretch(_ belongs: (TextUnit) -> Bool) -> Range<Int>? {
      guard belongs(units[start]) else { return nil }
      var end = start
      while end < units.count, belongs(units[end]) { end += 1 }
      return start..<end
    }
    if let prompt = stretch(\.isPrompt) {
      return Found(kind: .gap, units: prompt, whole: prompt)
    }
    if let rules = stretch(\.isRule), rules.count >= 3 {
      return Found(kind: .gap, units: rules, whole: rules)
    }
    if start == 0 || !units[start - 1].isUnderlined, let line = stretch(\.isUnderlined),
      units[line].allSatisfy({ $0.isBlank || $0.isRule }),
      units[line].contains(where: { $0.scalar != nil })
    {
      return Found(kind: .gap, units: line, whole: line)
    }
    return nil
  }

  /// Spaces behind a colon, as the heads of forms have them.
  private static func afterColon(_ units: [TextUnit], _ start: Int) -> Found? {
    guard units[start].scalar == "：" || units[start].scalar == ":" else { return nil }
    var end = start + 1
    while end < units.count, units[end].isBlank, !units[end].isUnderlined, !units[end].isPrompt {
      end += 1
    }
    let spaces = (start + 1)..<end
    guard end == units.count || spaces.count >= 2 else { return nil }
    // What is underlined or a control behind it is the blank.
    if end < units.count, units[end].isUnderlined || units[end].isPrompt || units[end].isRule {
      return nil
    }
    // One space stays, so that the next word stands apart.
    let replaced = end < units.count ? spaces.dropLast() : spaces
    return Found(kind: .possible, units: replaced, whole: start..<end)
  }
}
