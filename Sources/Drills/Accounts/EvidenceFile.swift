/// A photo or document that proves something, known by what it holds.
package struct EvidenceFile: Hashable, Sendable {
  /// As its owner called it, without folders.
  package var name: String
  /// Bytes.
  package var size: Int
  /// SHA-256 of its bytes, in hex.
  package var hash: String

  package init(name: String, size: Int, hash: String) {
    self.name = name
    self.size = size
    self.hash = hash
  }
}
