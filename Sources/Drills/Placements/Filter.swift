/// What a placement must pass, in the order in which a person would look for a slot.
package enum Filter: Int, CaseIterable, Comparable, Sendable {
  /// In `dates`, and in the activity's week if it has one.
  case dates
  /// Passes `days`.
  case days
  /// No holiday, unless `on-holidays`.
  case holidays
  /// Starts on the grid, or at `start`, at a time that clocks show, inside one range of `hours`.
  case hours
  /// A venue of the types, the community's own or shared.
  case venue
  /// The venue seats the participants.
  case capacity
  /// The venue is open.
  case opening
  /// A team of each role that covers the community.
  case team
  /// The teams are on duty.
  case duty
  /// Nothing that applies closes it.
  case closure
  /// Not before now.
  case now
  /// Late enough for every notice.
  case notice

  package static func < (lhs: Filter, rhs: Filter) -> Bool { lhs.rawValue < rhs.rawValue }
}
