import SourceText

/// A mapping of plan.yaml with keys that are known.
struct YamlObject: Entry {
  let findings: Findings
  let position: SourcePosition
  /// Handed on to the mappings in it.
  var dates = DateReader()
  private let values: [String: YamlNode]
  private let keyPositions: [String: SourcePosition]

  /// Nothing if the node is no mapping, which is reported; so are keys that are none of `keys`.
  ///
  /// `name` is the key under which the node stands.
  init?(_ node: YamlNode, name: String, keys: [String], _ findings: Findings) {
    let pairs: [YamlNode.Pair]
    switch node.content {
    case .mapping(let found): pairs = found
    case .nothing: pairs = []
    case .scalar, .sequence:
      findings.report(.notAShape(.mapping, key: name), at: node.position)
      return nil
    }
    self.findings = findings
    position = node.position
    var values: [String: YamlNode] = [:]
    var keyPositions: [String: SourcePosition] = [:]
    for pair in pairs {
      guard keys.contains(pair.key.text) else {
        findings.report(
          .unknownKey(pair.key.text, near: nearest(to: pair.key.text, among: keys)),
          at: pair.key.position)
        continue
      }
      keyPositions[pair.key.text] = pair.key.position
      if !pair.value.isNothing { values[pair.key.text] = pair.value }
    }
    self.values = values
    self.keyPositions = keyPositions
  }

  subscript(key: String) -> YamlNode? { values[key] }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// Whether it stands there, with a value or without.
  func isWritten(_ key: String) -> Bool { keyPositions[key] != nil }

  /// Where the value stands, else its key, else the mapping.
  func position(of key: String) -> SourcePosition {
    values[key]?.position ?? keyPositions[key] ?? position
  }

  func written(_ key: String) -> Written? {
    guard let node = values[key] else { return nil }
    if let written = node.written { return written }
    findings.report(.notAShape(.text, key: key), at: node.position)
    return nil
  }

  func list(_ key: String) -> [Written] {
    (values[key]?.items ?? []).compactMap { item in
      if let written = item.written { return written }
      if !item.isNothing { findings.report(.notAShape(.text, key: key), at: item.position) }
      return nil
    }
  }

  func texts(_ key: String) -> [String] { list(key).map(\.text) }

  func object(_ key: String, keys: [String]) -> YamlObject? {
    values[key].flatMap { object($0, key, keys) }
  }

  /// The mappings of a list.
  func objects(_ key: String, keys: [String]) -> [YamlObject] {
    (values[key]?.items ?? []).compactMap { object($0, key, keys) }
  }

  private func object(_ node: YamlNode, _ key: String, _ keys: [String]) -> YamlObject? {
    var object = YamlObject(node, name: key, keys: keys, findings)
    object?.dates = dates
    return object
  }

  /// The pairs of a mapping whose keys are free words.
  func pairs(_ key: String) -> [YamlNode.Pair] {
    guard let node = values[key] else { return [] }
    guard case .mapping(let pairs) = node.content else {
      findings.report(.notAShape(.mapping, key: key), at: node.position)
      return []
    }
    return pairs
  }

  func reportMissing(_ key: String) {
    findings.report(.noKey(key), at: keyPositions[key] ?? position)
  }
}
