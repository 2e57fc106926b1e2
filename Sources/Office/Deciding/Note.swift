package import Drills

/// What a person should know of a decision.
package enum Note: Hashable, Sendable {
  /// Decided since the published plan was made, and not planned yet.
  case alsoPending([Decision])
  /// Rules that are not asked of the activity any more.
  case overrides(Set<HardRule>)
  /// Rules that were named to be overridden, and are not broken.
  case overridesNothing(Set<HardRule>)
  /// Ids of what a block displaces, and within how many working days it must be held.
  case displaces([DutyID], workdays: Int)
  /// Ids of what is not pinned any more, since a block leaves it no placement.
  case unpins([DutyID])
  case takesBack(Decision)
  /// Ids of what taking a decision back does not bring back at no price, since somebody was told of it;
  /// and the revision that would.
  case stays([DutyID], revision: Int)
}

/// What was added to the record while somebody worked on an older one.
package enum News: Hashable, Sendable {
  case decided(Decision)
  /// The revision's number, and who made it.
  case planned(Int, by: String)
  /// The draft's number, and who made it.
  case drafted(Int, by: String)
  /// The activity's id, and who recorded that it was done.
  case done(DutyID, by: String)
}
