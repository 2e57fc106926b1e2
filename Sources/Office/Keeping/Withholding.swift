package import Drills
internal import Record
internal import Workspace

extension Office {
  /// Takes the bytes of a piece of evidence away for good, and appends that they are withheld: the record
  /// keeps that there was something.
  ///
  /// Again, of what is withheld already, it makes sure that the file is gone.
  ///
  /// - Parameters:
  ///   - text: The hash, or its beginning.
  ///   - words: Why.
  ///   - author: Who says so.
  ///   - instant: Now, in seconds since 1970.
  /// - Returns: What stands, which may be from before.
  /// - Throws: `Refusal`.
  package func withhold(
    _ text: String, because words: String, by author: String, at instant: Instant
  ) throws(Refusal) -> Withholding {
    try Bounds.check([.author: author, .words: words])
    guard let id = WorkspaceReader(folder: folder).planID(), let record = try record(of: id) else {
      _ = try workspace()
      throw .planning(.noPlanYet(folder: folder))
    }
    let begin = text.lowercased()
    let matches = try Refusal.wrapping { try record.evidence() }
      .map(\.hash).filter { $0.hasPrefix(begin) }
    guard begin.count >= 6, let hash = matches.first else {
      throw .publishing(.noSuchEvidence(text))
    }
    guard matches.count == 1 else {
      throw .publishing(.ambiguousEvidence(text, Array(matches.prefix(10))))
    }
    let withholding = Withholding(
      hash: hash, words: words, withheldBy: author, withheldAt: instant)
    let standing = try Refusal.wrapping { try record.withhold(withholding) }
    try evidence.remove(hash)
    return standing ?? withholding
  }
}
