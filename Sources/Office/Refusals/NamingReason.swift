/// Why what a person named is nothing, or not one thing.
package enum NamingReason: Hashable, Sendable {
  case noSuchNumber(Int, of: Int)
  /// With the id that it may be a slip of.
  case noSuchID(String, near: String?)
  /// With the first of those that it fits, and how many they are.
  case ambiguous(Field, String, [Choice], count: Int)
  case unknown(Field, String, among: [Choice])
  /// The same where nothing has a name beside its id.
  case unknownID(Field, String, among: [String])
  /// No id, though it may be a part of a name.
  case notAnID(Field, String, among: [Choice])
  /// With the others of its kind.
  case noSuchFeed(String, among: [Choice])
  /// A word that is none of those that fit there.
  case notOneOf(Field, String, [String])

  /// What could have been meant.
  package struct Choice: Hashable, Sendable {
    /// That of the list of activities, where it is one.
    package var number: Int?
    package var id: String
    package var name: String

    package init(number: Int? = nil, id: String, name: String) {
      self.number = number
      self.id = id
      self.name = name
    }
  }

  package var kind: Refusal.Kind {
    switch self {
    case .ambiguous, .notOneOf: .usage
    case .noSuchNumber, .noSuchID, .unknown, .unknownID, .notAnID, .noSuchFeed: .noInput
    }
  }
}
