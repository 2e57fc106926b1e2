import SourceText

/// A value of plan.yaml with the place where it was written.
struct YamlNode {
  indirect enum Content {
    /// An empty value, `~` or `null`.
    case nothing
    case scalar(String)
    case sequence([YamlNode])
    case mapping([Pair])
  }

  struct Pair {
    var key: Written
    var value: YamlNode
  }

  var content: Content
  var position: SourcePosition

  /// The text, if it is one.
  var written: Written? {
    if case .scalar(let text) = content { Written(text: text, position: position) } else { nil }
  }

  /// The items of a list; one value may stand without brackets.
  var items: [YamlNode] {
    switch content {
    case .nothing: []
    case .sequence(let nodes): nodes
    case .scalar, .mapping: [self]
    }
  }

  var isNothing: Bool { if case .nothing = content { true } else { false } }
}
