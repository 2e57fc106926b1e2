extension YamlObject {
  /// Warns of keys that stand there and name nothing: they narrow nothing, and apply to all.
  ///
  /// Whoever empties a list may as well mean nobody.
  func warnOfEmpty(_ keys: [String]) {
    for key in keys where isEmpty(key) {
      findings.warn(of: .emptyMeansAll(key: key), at: position(of: key))
    }
  }

  /// Warns of keys that stand there and name nobody.
  func warnOfNobody(_ keys: [String]) {
    for key in keys where isEmpty(key) {
      findings.warn(of: .emptyMeansNobody(key: key), at: position(of: key))
    }
  }

  /// Whether a key is written without any value, or with an empty list.
  func isEmpty(_ key: String) -> Bool {
    if let node = self[key] {
      guard case .sequence(let items) = node.content else { return false }
      return items.isEmpty
    }
    return isWritten(key)
  }
}
