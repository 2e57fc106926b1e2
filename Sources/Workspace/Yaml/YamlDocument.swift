import SourceText
internal import Yams

/// Reads a YAML text into nodes that know their places.
///
/// Yams refuses a mapping with one key twice and looks no further. So that the other mistakes are
/// found too, the key that it names is disguised by a private character and the text read again;
/// the nodes get their true keys back, and the second of two alike is reported here.
struct YamlDocument {
  /// Far more than the longest plan; smaller than what takes long to read.
  static let mostBytes = 4 << 20
  private static let mostDepth = 32
  private static let mostNodes = 500_000
  private static let mostDisguises = 64

  private let file: String
  private let findings: Findings
  private var disguised: [SourcePosition: String] = [:]
  private var nodesLeft = mostNodes

  /// The root; nothing if the text is no YAML, which is then reported.
  static func root(of text: DecodedText, file: String, _ findings: Findings) -> YamlNode? {
    var document = YamlDocument(file: file, findings: findings)
    return document.root(of: text.string)
  }

  private init(file: String, findings: Findings) {
    self.file = file
    self.findings = findings
  }

  private mutating func root(of text: String) -> YamlNode? {
    var text = text
    if AliasScan(text).isDangerous {
      findings.report(.yaml(.size), at: SourcePosition(file: file))
      return nil
    }
    for attempt in 0...Self.mostDisguises {
      do {
        guard let root = try compose(yaml: text, .basic) else {
          return YamlNode(content: .nothing, position: SourcePosition(file: file))
        }
        return try node(from: root, depth: 0)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let position = SourcePosition(
          file: file, line: context.mark.line, column: context.mark.column)
        guard let key = keys.first, attempt < Self.mostDisguises, disguised[position] == nil,
          let disguise = text.disguising(at: position, as: attempt)
        else {
          findings.report(.sameKey(keys.first ?? "", line: position.line), at: position)
          return nil
        }
        disguised[position] = key
        text = disguise
      } catch let error as YamlError {
        let (mistake, position) = error.mistake(in: file)
        findings.report(.yaml(mistake), at: position)
        return nil
      } catch let error as WorkspaceError {
        findings.report(error.reason, at: error.position)
        return nil
      } catch {
        findings.report(.yaml(.other), at: SourcePosition(file: file))
        return nil
      }
    }
    return nil
  }

  private mutating func node(from node: Node, depth: Int) throws -> YamlNode {
    let position = SourcePosition(
      file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    nodesLeft -= 1
    guard nodesLeft > 0 else { throw WorkspaceError(.yaml(.size), at: position) }
    guard depth < Self.mostDepth else { throw WorkspaceError(.yaml(.depth), at: position) }

    switch node {
    case .scalar(let scalar):
      // An escape in double quotes brings what the file itself may not hold.
      if let bad = scalar.string.unicodeScalars.first(where: \.isForbidden) {
        findings.report(.forbiddenCharacter(bad.value), at: position)
        return YamlNode(content: .nothing, position: position)
      }
      guard scalar.string.utf8.count <= Most.textBytes else {
        findings.report(
          .tooLong(characters: scalar.string.utf8.count, most: Most.textBytes), at: position)
        return YamlNode(content: .nothing, position: position)
      }
      let isNothing = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
      return YamlNode(
        content: isNothing ? .nothing : .scalar(scalar.string.trimmed), position: position)
    case .sequence(let sequence):
      return YamlNode(
        content: .sequence(try sequence.map { try self.node(from: $0, depth: depth + 1) }),
        position: position)
    case .mapping(let mapping):
      return YamlNode(
        content: .mapping(try pairs(of: mapping, depth: depth + 1)), position: position)
    case .alias:
      return YamlNode(content: .nothing, position: position)
    }
  }

  private mutating func pairs(of mapping: Node.Mapping, depth: Int) throws -> [YamlNode.Pair] {
    var pairs: [YamlNode.Pair] = []
    var lines: [String: Int] = [:]
    for (keyNode, valueNode) in mapping {
      let key = try node(from: keyNode, depth: depth)
      let value = try node(from: valueNode, depth: depth)
      let name = disguised[key.position] ?? key.written?.text ?? ""
      if let line = lines[name] {
        findings.report(.sameKey(name, line: line), at: key.position)
        continue
      }
      lines[name] = key.position.line
      pairs.append(
        YamlNode.Pair(key: Written(text: name, position: key.position), value: value))
    }
    return pairs
  }
}

/// Counts aliases, and looks for signs of mappings or lists used as keys.
///
/// A reader must compare keys. Aliases to aliases in a key can make it compare without end, before
/// anything here could count nodes.
private struct AliasScan {
  private static let mostAliasesBesideComplexKeys = 30
  private(set) var isDangerous = false

  init(_ text: String) {
    var aliases = 0
    var hasComplexKeys = false
    var previous = UInt8(ascii: "\n")
    var beforeBlanks = UInt8(ascii: "\n")
    var isAliasName = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "*"):
        if " \t\n\r[{,:-?".utf8.contains(previous) {
          aliases += 1
          isAliasName = true
        }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if previous == UInt8(ascii: "?") { hasComplexKeys = true }
      case UInt8(ascii: ":"):
        if isAliasName || beforeBlanks == UInt8(ascii: "]") || beforeBlanks == UInt8(ascii: "}") {
          hasComplexKeys = true
        }
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): isAliasName = false
      default: break
      }
      if byte == UInt8(ascii: "\n") { isAliasName = false }
      if byte != UInt8(ascii: " ") { beforeBlanks = byte }
      previous = byte
    }
    isDangerous = hasComplexKeys && aliases > Self.mostAliasesBesideComplexKeys
  }
}

extension String {
  /// With the first letter of the key that stands at `position` replaced by a private character.
  fileprivate func disguising(at position: SourcePosition, as number: Int) -> String? {
    var scalars = Array(unicodeScalars)
    var line = 1
    var index = 0
    while index < scalars.count, line < position.line {
      let isCRLF = scalars[index] == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      if !isCRLF, ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalars[index]) {
        line += 1
      }
      index += 1
    }
    index += position.column - 1
    guard index < scalars.count, let disguise = Unicode.Scalar(0xF0000 + UInt32(number)) else {
      return nil
    }
    if scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index].properties.isAlphabetic || scalars[index] == "_"
    else { return nil }
    scalars[index] = disguise
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
