/// The key that a phone or a script gave with a report, so that the same report given again is the same
/// record.
package struct Submission: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case completion, count, problem, mending, work, outcome
  }

  package var key: String
  package var kind: Kind
  /// SHA-256 of all that was said under the key, in hex: another report needs another key.
  package var digest: String

  package init(key: String, kind: Kind, digest: String) {
    self.key = key
    self.kind = kind
    self.digest = digest
  }
}
