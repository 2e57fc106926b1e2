package import Drills
internal import Foundation
package import SourceText

/// An id that a row without one has, and where the row stands.
package struct RowID: Hashable, Sendable {
  package let given: GivenID
  package let position: SourcePosition
  /// Whether no record has it yet.
  package let isNew: Bool
}

/// Gives ids to what has only a name: those that its name was given before, else new ones.
struct NameIDs {
  private struct Key: Hashable {
    let kind: GivenID.Kind
    let name: String
    var owner: String?
  }

  /// Under their owners and, without any, all of the name.
  private var given: [Key: [GivenID]] = [:]
  private var taken: [GivenID.Kind: Set<String>] = [:]
  /// The last number that an id was given, so that a table of like names is not searched each time.
  private var lastNumbers: [String: Int] = [:]
  private(set) var rows: [RowID] = []

  /// - Parameter given: Those of the record, oldest first.
  init(_ given: [GivenID]) {
    for id in given { keep(id) }
  }

  /// Keeps ids from being made of names.
  mutating func take(_ ids: some Sequence<String>, of kind: GivenID.Kind) {
    taken[kind, default: []].formUnion(ids)
  }

  /// The id of what is so named.
  ///
  /// `isOnly`: whether nothing else without an id has the name, so that it is known though its owner
  /// changed.
  mutating func id(
    for name: String, of kind: GivenID.Kind, owner: String = "", isOnly: Bool = true,
    at position: SourcePosition
  ) -> String {
    if let known = known(name, of: kind, owner: owner, isOnly: isOnly) {
      rows.append(RowID(given: known, position: position, isNew: false))
      return known.id
    }
    let made = GivenID(kind, name, owner: owner, id: free(Self.id(from: name, kind), kind))
    keep(made)
    rows.append(RowID(given: made, position: position, isNew: true))
    return made.id
  }

  private func known(
    _ name: String, of kind: GivenID.Kind, owner: String, isOnly: Bool
  ) -> GivenID? {
    if let exact = given[Key(kind: kind, name: name.tight, owner: owner.tight)]?.first {
      return exact
    }
    let named = given[Key(kind: kind, name: name.tight)] ?? []
    return isOnly && named.count == 1 ? named[0] : nil
  }

  private mutating func keep(_ id: GivenID) {
    given[Key(kind: id.kind, name: id.name.tight), default: []].append(id)
    given[Key(kind: id.kind, name: id.name.tight, owner: id.owner.tight), default: []].append(id)
    taken[id.kind, default: []].insert(id.id)
  }

  /// The id, or the first of it with a number that nothing has.
  private mutating func free(_ id: String, _ kind: GivenID.Kind) -> String {
    func isFree(_ id: String) -> Bool {
      !(taken[kind]?.contains(id) ?? false) && !OwnerID.isReserved(id)
    }
    if isFree(id) { return id }
    let key = "\(kind.rawValue) \(id)"
    var number = (lastNumbers[key] ?? 1) + 1
    while !isFree("\(id)-\(number)") { number += 1 }
    lastNumbers[key] = number
    return "\(id)-\(number)"
  }

  /// Bytes; what keeps ids apart stands behind it.
  private static let mostBytes = 60

  /// 白塔社区 to `bai-ta-she-qu`; of what has no letters, the kind.
  private static func id(from name: String, _ kind: GivenID.Kind) -> String {
    let latin =
      name.precomposedStringWithCompatibilityMapping.applyingTransform(
        StringTransform("Any-Latin; Latin-ASCII; Lower"), reverse: false) ?? ""
    let parts = latin.utf8.split { !(97...122).contains($0) && !(48...57).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    var id = ""
    for part in parts {
      let longer = id.isEmpty ? part : "\(id)-\(part)"
      guard longer.utf8.count <= mostBytes else { break }
      id = longer
    }
    if id.isEmpty { id = String(parts.first?.prefix(mostBytes) ?? "") }
    return id.isEmpty ? kind.rawValue : id
  }
}
