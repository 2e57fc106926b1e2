/// A building, square, shelter, hall, school or enterprise where activities are held.
package struct Venue: Identified {
  package let id: String
  package var name: String
  /// The words that requirements ask for.
  package var types: Set<String> = []
  /// Nothing: shared by all.
  package var owner: String?
  /// People; nothing: no limit.
  package var capacity: Int?
  /// Activities at once, at least 1.
  package var concurrent = 1
  /// Minutes to clear and set up after an activity before the next one.
  package var turnaround: Minute = 0
  package var opening = Opening()
  package var position: Position?
  package var address = ""
  package var contact: Contact?

  package init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// When a venue is open or a team on duty.
package struct Opening: Hashable, Sendable {
  /// Empty: always.
  package var hours: [HourRange]
  package var days: DayRule

  package init(hours: [HourRange] = [], days: DayRule = .any) {
    self.hours = hours
    self.days = days
  }
}
