/// An activity's row: all but the cancelled ones, in the agenda's order.
struct ActivityID: RowID {
  let row: Int32
}

/// A slot's row: the slots of all activities, one activity's after the other's.
struct SlotID: RowID {
  let row: Int32

  /// Where an unplaced activity is.
  static let none = SlotID(row: -1)

  var isNone: Bool { row < 0 }
}

/// Something that holds only so much at a time: a team, a venue or a host, in this order.
struct ResourceID: RowID {
  let row: Int32
}

/// Who holds activities: the communities, then the organizer.
struct HostID: RowID {
  let row: Int32
}

/// Communities whose drills crowd each other.
struct AreaID: RowID {
  let row: Int32
}

/// Crews that go out together.
struct TeamSetID: RowID {
  let row: Int32
}
