package import Drills

/// What tells a plan from others, from the head of plan.yaml alone.
package struct PlanHead: Hashable, Sendable {
  package let id: String
  /// The office over the years.
  package let office: String
  package let title: String
  /// The organizer's name.
  package let organizer: String
  /// Nothing where it is missing or wrong.
  package let begins: Day?

  /// Nothing without an id.
  init?(_ root: YamlObject) {
    guard let id = root.required("id", readID) else { return nil }
    self.id = id
    office = root.value("office", readID) ?? Program.office(ofPlan: id)
    title = root.written("title")?.text ?? id
    organizer =
      root.object("organizer", keys: ["name", "office", "phone", "email"])?.text("name") ?? ""
    begins = root.object("period", keys: ["from", "to"])?.value("from") {
      text throws(WorkspaceError.Reason) in try DateReader().day(text)
    }
  }
}
