package import Drills
package import Record
import Workspace

/// Finds what a person means: an exact id, a number that `show` printed, or a part that one id has, or
/// that one name has: 扶平村, 扶平村/消防.
package struct Identifier {
  private let register: Register

  package init(in register: Register) { self.register = register }

  package func subject(_ text: String) throws -> Subject { try Subject(duty(text), in: register) }

  package func duty(_ text: String) throws -> Duty {
    if let exact = try register.duty(DutyID(text)) { return exact }
    // Before anything that only has it in its id: it would be recorded as another.
    if let left = try register.dutyLeft(DutyID(text)) { return left }
    if let number = Int(text) {
      guard let activity = try register.activity(number: number) else {
        throw Refusal.naming(.noSuchNumber(number, of: try register.activityCount()))
      }
      return activity
    }
    var matches = text.isEmpty ? [] : try register.duties(containing: text)
    if matches.isEmpty { matches = try named(text) }
    switch matches.count {
    case 1: return matches[0]
    case 0:
      if let left = try left(text) { return left }
      let near = nearest(to: text, among: try register.ids().map(\.text))
      throw Refusal.naming(.noSuchID(text, near: near))
    default:
      throw Refusal.naming(
        .ambiguous(.activity, text, matches.prefix(10).map(choice), count: matches.count))
    }
  }

  /// By the names of who holds it and of what is held, or by either.
  private func named(_ text: String) throws -> [Duty] {
    let text = text.halfWidth.trimmed
    if text.isEmpty { return [] }
    let whole = try register.duties(named: text)
    guard whole.isEmpty, let end = text.firstIndex(where: { $0 == "/" || $0 == " " }) else {
      return whole
    }
    let rest = String(text[text.index(after: end)...]).trimmed
    return rest.isEmpty ? [] : try register.duties(named: rest, of: String(text[..<end]).trimmed)
  }

  /// What the plan asks for no more and was done all the same: its record can still be corrected.
  private func left(_ text: String) throws -> Duty? {
    let matches = text.isEmpty ? [] : try register.dutiesLeft(containing: text)
    guard matches.count > 1 else { return matches.first }
    throw Refusal.naming(
      .ambiguous(
        .activity, text,
        matches.prefix(10).map { NamingReason.Choice(id: $0.id.text, name: $0.name) },
        count: matches.count))
  }

  private func choice(_ duty: Duty) -> NamingReason.Choice {
    NamingReason.Choice(
      number: duty.kind == .activity ? duty.number : nil, id: duty.id.text, name: duty.name)
  }
}
