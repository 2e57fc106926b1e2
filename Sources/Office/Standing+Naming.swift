package import Drills

extension Standing {
  /// The activity that a person means: by what lists show, or in the workspace as it is now.
  package func activity(_ text: String) throws(Refusal) -> Activity {
    let (plan, record) = try basis()
    let id: DutyID
    do {
      id = try Refusal.wrapping {
        guard let register = try record.register(of: plan.revision.number) else {
          throw Refusal.planning(.noPlanYet(folder: office.folder))
        }
        return try Identifier(in: register).duty(text).id
      }
    } catch {
      guard isWorkspaceNewer, let activity = agenda.activities[DutyID(text)] else { throw error }
      return activity
    }
    guard let activity = agenda.activities[id] else {
      let isActivity = plan.agenda.activities[id] != nil
      throw .deciding(isActivity ? .noLongerAsked(id) : .notAnActivity(id))
    }
    return activity
  }
}

/// What a table names beside its id.
package protocol Named: Identified where ID == String {
  var name: String { get }
}

extension Community: Named {}
extension Requirement: Named {}
extension Team: Named {}
extension Venue: Named {}

extension Program {
  /// The id of what a person means in a table: by its id, its name, or a part that only one has.
  func known<Element: Named>(
    _ text: String, as field: Field, in table: KeyPath<Program, Table<Element>>
  ) throws(Refusal) -> String {
    let table = self[keyPath: table]
    if table[text] != nil { return text }
    let named = table.elements.filter { $0.name == text }
    let parts =
      text.isEmpty ? [] : table.elements.filter { $0.id.contains(text) || $0.name.contains(text) }
    let matches = named.isEmpty ? parts : named
    func choice(_ element: Element) -> NamingReason.Choice {
      NamingReason.Choice(id: element.id, name: element.name)
    }
    switch matches.count {
    case 1: return matches[0].id
    case 0: throw .naming(.unknown(field, text, among: table.elements.map(choice)))
    default:
      throw .naming(
        .ambiguous(field, text, matches.prefix(10).map(choice), count: matches.count))
    }
  }
}
