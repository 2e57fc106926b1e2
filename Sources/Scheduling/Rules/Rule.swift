/// A hard rule between activities.
///
/// One rule, one file, one test file. Rules hold nothing; the problem and the schedule are lent to
/// them. What concerns an activity alone (placement, make-up, fixed) is no rule here: its slots
/// hold nothing else.
protocol Rule: Sendable {
  /// How often a whole schedule breaks the rule, what fixed activities break among themselves left
  /// out.
  ///
  /// Slow, short and plainly right: this is what ``admits(_:of:on:in:)`` is checked against.
  func violations(of schedule: Schedule, in problem: Problem) -> Int

  /// Whether `activity`, which is unplaced, can be placed at `slot` beside what is placed.
  func admits(
    _ slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool

  /// Adds to `blockers` what has to go so that the rule admits the slot.
  ///
  /// - Returns: Whether that is possible at all; fixed activities do not go.
  func findBlockers(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem,
    into blockers: inout [ActivityID]
  ) -> Bool

  /// All that have a part in that the rule does not admit the slot, what is fixed included; none if it
  /// does.
  ///
  /// Of a team or venue that serves several at once, every one of those that fill it.
  func occupants(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID]
}

/// Every rule; a new one is one more line in each function.
struct RuleSet: Sendable {
  let venue = VenueRule()
  let team = TeamRule()
  let community = CommunityRule()
  let dailyLimit = DailyLimitRule()
  let order = OrderRule()
  let apart = ApartRule()

  var all: [any Rule] { [venue, team, community, dailyLimit, order, apart] }

  func admits(
    _ slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Bool {
    community.admits(slot, of: activity, on: schedule, in: problem)
      && team.admits(slot, of: activity, on: schedule, in: problem)
      && dailyLimit.admits(slot, of: activity, on: schedule, in: problem)
      && order.admits(slot, of: activity, on: schedule, in: problem)
      && venue.admits(slot, of: activity, on: schedule, in: problem)
      && apart.admits(slot, of: activity, on: schedule, in: problem)
  }

  /// What has to go for the slot, each once; nothing if something fixed is in the way.
  func blockers(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> [ActivityID]? {
    var blockers: [ActivityID] = []
    let isPossible =
      order.findBlockers(of: slot, of: activity, on: schedule, in: problem, into: &blockers)
      && apart.findBlockers(of: slot, of: activity, on: schedule, in: problem, into: &blockers)
      && community.findBlockers(of: slot, of: activity, on: schedule, in: problem, into: &blockers)
      && venue.findBlockers(of: slot, of: activity, on: schedule, in: problem, into: &blockers)
      && team.findBlockers(of: slot, of: activity, on: schedule, in: problem, into: &blockers)
      && dailyLimit.findBlockers(of: slot, of: activity, on: schedule, in: problem, into: &blockers)
    return isPossible ? blockers : nil
  }

  /// All that have a part in that the slot is not admitted, each once.
  func occupants(
    of slot: SlotID, of activity: ActivityID, on schedule: Schedule, in problem: Problem
  ) -> Set<ActivityID> {
    all.reduce(into: []) {
      $0.formUnion($1.occupants(of: slot, of: activity, on: schedule, in: problem))
    }
  }
}
