/// A placement for each activity that has one; an activity that is missing is unplaced or cancelled.
package struct Plan: Hashable, Sendable {
  package var placements: [DutyID: Placement]

  package init(_ placements: [DutyID: Placement] = [:]) { self.placements = placements }

  package subscript(id: DutyID) -> Placement? {
    get { placements[id] }
    set { placements[id] = newValue }
  }
}
