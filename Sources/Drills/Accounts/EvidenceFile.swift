/// A photo or document that proves something, known by what it holds.
package struct EvidenceFile: Hashable, Sendable {
  /// As its owner called it, without folders; nothing once it is withheld, since a name may tell as much.
  package var name: String
  /// Bytes.
  package var size: Int
  /// SHA-256 of its bytes, in hex.
  package var hash: String
  /// Whether its bytes went for good, and only that there was something stays.
  package var isWithheld = false

  package init(name: String, size: Int, hash: String) {
    self.name = name
    self.size = size
    self.hash = hash
  }

  /// What stands for a withheld one.
  package static func withheld(size: Int, hash: String) -> EvidenceFile {
    var file = EvidenceFile(name: "", size: size, hash: hash)
    file.isWithheld = true
    return file
  }

  /// Its name, or that it is withheld.
  package func name(in language: Language) -> String {
    isWithheld ? language("（已屏蔽的证据）", "(evidence withheld)") : name
  }
}

/// That the bytes of a piece of evidence were taken away for good.
package struct Withholding: Hashable, Sendable {
  package var hash: String
  /// Why.
  package var words: String
  package var withheldBy: String
  package var withheldAt: Instant

  package init(hash: String, words: String, withheldBy: String, withheldAt: Instant) {
    self.hash = hash
    self.words = words
    self.withheldBy = withheldBy
    self.withheldAt = withheldAt
  }
}
