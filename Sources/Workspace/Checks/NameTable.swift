/// Ids, and the names that stand for them.
struct NameTable {
  private(set) var ids: Set<String> = []
  private var idsOfName: [String: [String]] = [:]

  /// - Parameters:
  ///   - ids: All of them.
  ///   - names: Of those that have one.
  init(_ ids: some Sequence<String> = [], named names: [String: String] = [:]) {
    self.ids = Set(ids)
    for (id, name) in names { add(id, named: name) }
  }

  var isEmpty: Bool { ids.isEmpty }

  mutating func add(_ id: String, named name: String) {
    ids.insert(id)
    if !name.isEmpty { idsOfName[name.tight, default: []].append(id) }
  }

  /// The id itself, or those of the name.
  func matches(_ text: String) -> [String] {
    if ids.contains(text) { return [text] }
    let named = idsOfName[text.tight] ?? []
    // An id in wide or capital letters is still that id.
    return named.isEmpty && ids.contains(text.tight) ? [text.tight] : named
  }

  /// What may have been meant instead.
  var candidates: [String] { Array(ids) + idsOfName.keys }

  func union(_ other: NameTable) -> NameTable {
    var union = self
    union.ids.formUnion(other.ids)
    union.idsOfName.merge(other.idsOfName) { $0 + $1 }
    return union
  }
}
