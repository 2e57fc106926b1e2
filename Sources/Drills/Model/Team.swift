/// A shared team: fire, medical, rescue, supervisors, leaders ….
package struct Team: Identified {
  package let id: String
  package var name: String
  package var role: String
  /// Crews that can be out at once, at least 1.
  package var crews = 1
  /// Minutes that a crew needs after an activity before its next one.
  package var turnaround: Minute = 0
  /// Community ids or areas; empty: all.
  package var covers: Set<String> = []
  package var duty = Opening()
  package var contact: Contact?

  package init(id: String, name: String, role: String? = nil) {
    self.id = id
    self.name = name
    self.role = role ?? id
  }

  package func covers(_ community: Community) -> Bool {
    covers.isEmpty || covers.contains(community.id) || covers.contains(community.area)
  }
}
