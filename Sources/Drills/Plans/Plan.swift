/// A placement for each activity that has one; an activity that is missing is unplaced or cancelled.
package struct Plan: Hashable, Sendable {
  package var placements: [String: Placement]

  package init(_ placements: [String: Placement] = [:]) { self.placements = placements }

  package subscript(id: String) -> Placement? {
    get { placements[id] }
    set { placements[id] = newValue }
  }
}
