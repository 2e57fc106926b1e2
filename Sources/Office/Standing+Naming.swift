package import Drills
internal import Workspace

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
    try self[keyPath: table].choices.known(text, as: field)
  }

  /// The same of areas.
  func knownArea(_ text: String) throws(Refusal) -> String {
    try areaChoices.known(text, as: .area)
  }

  private var areaChoices: [NamingReason.Choice] {
    Set(communities.elements.map(\.area)).sorted().map {
      NamingReason.Choice(id: $0, name: areaNames[$0] ?? "")
    }
  }
}

extension Table where Element: Named {
  package var choices: [NamingReason.Choice] {
    elements.map { NamingReason.Choice(id: $0.id, name: $0.name) }
  }
}

extension [NamingReason.Choice] {
  /// The id of the one that is so called, by its id or by a name that it alone has; nothing where none is.
  ///
  /// - Throws: `Refusal` where several have the name.
  func named(_ text: String, as field: Field) throws(Refusal) -> String? {
    if contains(where: { $0.id == text }) { return text }
    let name = text.tight
    let matches = name.isEmpty ? [] : filter { $0.name.tight == name }
    guard matches.count > 1 else { return matches.first?.id }
    throw .naming(.ambiguous(field, text, Array(matches.prefix(10)), count: matches.count))
  }

  /// The same, and by a part that only one has.
  func known(_ text: String, as field: Field) throws(Refusal) -> String {
    if let id = try named(text, as: field) { return id }
    let matches = text.isEmpty ? [] : filter { $0.id.contains(text) || $0.name.contains(text) }
    guard matches.count > 1 else {
      if let match = matches.first { return match.id }
      throw .naming(.unknown(field, text, among: self))
    }
    throw .naming(.ambiguous(field, text, Array(matches.prefix(10)), count: matches.count))
  }
}
