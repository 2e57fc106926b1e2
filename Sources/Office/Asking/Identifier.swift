package import Drills
package import Record
import Workspace

/// Finds what a person means: an exact id, a number that `show` printed, or a part that one id has.
package struct Identifier {
  private let register: Register

  package init(in register: Register) { self.register = register }

  package func subject(_ text: String) throws -> Subject { try Subject(duty(text), in: register) }

  package func duty(_ text: String) throws -> Duty {
    if let exact = try register.duty(DutyID(text)) { return exact }
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
      let near = nearest(to: text, among: try register.ids().map(\.text))
      throw Refusal.naming(.noSuchID(text, near: near))
    default:
      throw Refusal.naming(
        .ambiguous(.activity, text, matches.prefix(10).map(choice), count: matches.count))
    }
  }

  private func choice(_ duty: Duty) -> NamingReason.Choice {
    NamingReason.Choice(
      number: duty.kind == .activity ? duty.number : nil, id: duty.id.text, name: duty.name)
  }
}
