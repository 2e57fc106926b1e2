import Drills

extension Score {
  /// By the names that JSON gives them.
  var costsByPart: [String: Int] {
    Dictionary(uniqueKeysWithValues: parts.map { ($0.part.rawValue, $0.cost) })
  }
}
