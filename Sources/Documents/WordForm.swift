/// A .docx of somebody else's, whose blanks are filled in the bytes of its own texts.
///
/// Heads come first, then the document, then feet. A text box is written twice, for new and old programs: both
/// copies are filled alike.
package struct WordForm: BlankDocument {
  private let archive: ZipArchive
  private let parts: [WordPart]
  private let places: [Place]
  package let blanks: [DocumentBlank]
  package let outline: [OutlineLine]

  /// Where a blank lies, once or in two copies.
  private struct Place {
    let edits: [(part: Int, edit: BlankEdit)]
  }

  package init(_ archive: ZipArchive) throws(DocumentFault) {
    self.archive = archive
    func named(_ prefix: String) -> [String] {
      archive.names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".xml") }.sorted()
    }
    let names = named("word/header") + ["word/document.xml"] + named("word/footer")
    var parts: [WordPart] = []
    for name in names {
      guard let bytes = try archive.part(name) else { throw .damaged(name) }
      parts.append(try WordPart(name, bytes))
    }
    self.parts = parts
    var places: [Place] = []
    var blanks: [DocumentBlank] = []
    var outline: [OutlineLine] = []
    for (index, part) in parts.enumerated() {
      let first = blanks.count
      for item in part.blanks {
        blanks.append(item.blank)
        places.append(Place(edits: item.edits.map { (index, $0) }))
      }
      outline += part.outline(from: first)
    }
    self.places = places
    self.blanks = blanks
    self.outline = outline
  }

  package func filled(_ texts: [Int: String]) -> [UInt8] {
    var edits = parts.map { _ in [BlankEdit.Change]() }
    for (index, text) in texts {
      for (part, edit) in places[index].edits { edits[part] += edit.changes(to: text) }
    }
    var archive = archive
    for (part, changes) in zip(parts, edits) where !changes.isEmpty {
      archive.set(part.name, to: BlankEdit.applied(changes, to: part.bytes))
    }
    return archive.file
  }
}

extension ZipArchive {
  /// The bytes of a part; nothing if there is none.
  func part(_ name: String) throws(DocumentFault) -> [UInt8]? {
    do throws(Fault) {
      return try bytes(of: name)
    } catch {
      throw .archive(error)
    }
  }
}

/// How a blank's bytes become a text.
struct BlankEdit {
  struct Change {
    let range: Range<Int>
    let bytes: [UInt8]
  }

  /// What is replaced, in order; the first by the text, the others by nothing.
  var ranges: [Range<Int>]
  /// What stands before and after the text where it needs markup of its own.
  var prefix = ""
  var suffix = ""

  func changes(to text: String) -> [Change] {
    ranges.enumerated().map { index, range in
      Change(
        range: range,
        bytes: index == 0 ? Array((prefix + XML.escaped(text) + suffix).utf8) : [])
    }
  }

  static func applied(_ changes: [Change], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0
    for change in changes.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      result += bytes[place..<change.range.lowerBound]
      result += change.bytes
      place = change.range.upperBound
    }
    return result + bytes[place...]
  }

  /// Neighbouring bytes as one range.
  static func ranges(of units: some Collection<TextUnit>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for unit in units {
      if let last = ranges.last, last.upperBound == unit.range.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<unit.range.upperBound
      } else {
        ranges.append(unit.range)
      }
    }
    // The text goes where there are letters, if there are any.
    if let first = ranges.firstIndex(where: { !$0.isEmpty }), first > 0 {
      ranges.swapAt(0, first)
    }
    return ranges
  }
}
