extension String {
  /// A name without what a file's name cannot have on a phone, in Windows or in a zip, of at most 120
  /// bytes, so that with an id, a mark and a suffix every disk takes it.
  package var asFileName: String {
    var written = ""
    for character in self {
      let isAllowed = character.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 32 && scalar.value != 127 && !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
      }
      let next = isAllowed ? String(character) : "_"
      if written.utf8.count + next.utf8.count > 120 { break }
      written += next
    }
    func isBare(_ character: Character) -> Bool { character == "." || character == " " }
    return String(written.drop(while: isBare).reversed().drop(while: isBare).reversed())
  }
}
