/// What an hour more of a team or a venue on a part of a day could save at most, as much staying
/// unplaced.
package struct Scarcity: Hashable, Sendable {
  package enum PartOfDay: String, CaseIterable, Sendable {
    case morning, afternoon, evening

    /// Minutes of the day.
    package var minutes: Range<Minute> {
      switch self {
      case .morning: 0..<720
      case .afternoon: 720..<1080
      case .evening: 1080..<1440
      }
    }

    /// That of a minute of the day.
    package init(at minute: Minute) {
      self = minute < 720 ? .morning : minute < 1080 ? .afternoon : .evening
    }
  }

  /// Of a team or a venue.
  package let id: String
  package let isTeam: Bool
  package let day: Day
  package let part: PartOfDay
  /// What an hour more of one crew, or of one place in the venue, saves of the cost at most.
  package let most: Int

  package init(id: String, isTeam: Bool, day: Day, part: PartOfDay, most: Int) {
    self.id = id
    self.isTeam = isTeam
    self.day = day
    self.part = part
    self.most = most
  }
}

/// What one more crew of a team, or one more place in a venue, on a part of a day makes of the plan,
/// by planning again.
package struct Relief: Hashable, Sendable {
  package let scarcity: Scarcity
  /// What it makes of what is unplaced: less than 0 where it lets something be placed.
  package let unplaced: Int
  package let cost: Int
  /// Whether both plans are the best that there are.
  package let isProven: Bool

  package init(scarcity: Scarcity, unplaced: Int, cost: Int, isProven: Bool) {
    self.scarcity = scarcity
    self.unplaced = unplaced
    self.cost = cost
    self.isProven = isProven
  }
}
