package import Drills
package import Record

/// Finds what a person means: an exact id, a number that `show` printed, or a part that one id has.
package struct Identifier {
  private let register: Register

  package init(in register: Register) { self.register = register }

  package func subject(_ text: String) throws -> Subject { try Subject(duty(text), in: register) }

  package func duty(_ text: String) throws -> Duty {
    if let exact = try register.duty(text) { return exact }
    if let number = Int(text) {
      guard let activity = try register.activity(number: number) else {
        throw Refusal.naming(.noSuchNumber(number, of: try register.activityCount()))
      }
      return activity
    }
    let matches = text.isEmpty ? [] : try register.duties(containing: text)
    switch matches.count {
    case 1: return matches[0]
    case 0:
      // What differs in more than a third of its letters is no slip.
      let slip = max(2, text.utf8.count / 3)
      let near = try register.ids().map { (id: $0, distance: distance($0, text)) }
        .min { $0.distance < $1.distance }.flatMap { $0.distance <= slip ? $0.id : nil }
      throw Refusal.naming(.noSuchID(text, near: near))
    default:
      throw Refusal.naming(
        .ambiguous(.activity, text, matches.prefix(10).map(choice), count: matches.count))
    }
  }

  private func choice(_ duty: Duty) -> NamingReason.Choice {
    NamingReason.Choice(
      number: duty.kind == .activity ? duty.number : nil, id: duty.id, name: duty.name)
  }

  /// Levenshtein's distance.
  private func distance(_ lhs: String, _ rhs: String) -> Int {
    let right = Array(rhs.utf8)
    var previous = Array(0...right.count)
    for (row, byte) in lhs.utf8.enumerated() {
      var current = [row + 1]
      for column in right.indices {
        current.append(
          min(
            previous[column] + (right[column] == byte ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
