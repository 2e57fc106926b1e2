internal import Drills

/// What the search may not change: the agenda and its circumstances in columns.
///
/// Times are ticks since midnight of ``firstDay``; a tick is the longest time that every start,
/// length and turnaround is a multiple of. Days are counted from ``firstDay``.
struct Problem: Sendable {
  let firstDay: Day
  let dayCount: Int
  let tickMinutes: Int
  let ticksPerDay: Int
  /// Ticks that something could be in use, turnaround after the last day included.
  let tickCount: Int

  let activities: Column<ActivityID, CompiledActivity>
  /// Rows of the agenda's activities.
  let agendaRows: Column<ActivityID, Row<Activity>>
  let slots: Column<SlotID, Slot>
  /// Placements that no list of candidates holds: those of done and frozen activities, and those
  /// that a person insisted on.
  let explicitPlacements: [SlotID: Placement]
  /// Where each activity stood before a decision that was taken back, if it did; of plans that cost
  /// the same, the one is better that has more of them there.
  let earlier: Column<ActivityID, EarlierPlace>
  let teamSets: Lists<TeamSetID, CrewUse>

  /// How much of each resource can be in use at once.
  let capacities: Column<ResourceID, Int32>
  let teamCount: Int
  let venueCount: Int
  /// Ticks that a venue is in use after an activity, by the venue's row.
  let venueTurnarounds: [Int32]
  /// Who could be using each resource.
  let users: Lists<ResourceID, ActivityID>
  /// The communities that each activity occupies beside its host: its partners, and those that the
  /// organizer's calls in.
  let attendees: Lists<ActivityID, ResourceID>
  /// The communities that a joint activity serves beside its host.
  let partners: Lists<ActivityID, HostID>

  let hostCount: Int
  /// The activities of each host.
  let held: Lists<HostID, ActivityID>
  /// The activities of each host and those that it is a partner of.
  let served: Lists<HostID, ActivityID>
  /// Own blocking activities that may start on one day.
  let dailyLimits: Column<HostID, Int32>
  let links: Lists<ActivityID, Link>

  let areaCount: Int
  let areas: Column<HostID, AreaID>
  let weekCount: Int
  /// The week of each day; -1: outside the period.
  let weekOfDay: [Int32]
  /// Weeks that are quiet if nothing is placed in them.
  let canBeQuiet: Grid<HostID, Bool>
  /// Drills of one area on one day; more is crowding.
  let comfortableDrills: Int32
  /// Drills of one community nearer than this are close, in days.
  let comfortableGap: Int
  let weights: CompiledWeights

  var hosts: RowRange<HostID> { RowRange(from: 0, to: Int32(hostCount)) }

  /// What an activity at `slot` keeps in use of its venue, where it has one.
  func venueTicks(_ slot: Slot, length: Int32) -> Range<Int32> {
    slot.start..<slot.start + length + venueTurnarounds[Int(slot.venue)]
  }

  func resource(ofVenue venue: Int32) -> ResourceID { ResourceID(row: Int32(teamCount) + venue) }

  func resource(of host: HostID) -> ResourceID {
    ResourceID(row: Int32(teamCount + venueCount) + host.row)
  }

  /// Whether an activity is a host's own, or one that it is a partner of.
  func serves(_ activity: ActivityID, _ host: HostID) -> Bool {
    activities[activity].host == host
      || (activities[activity].traits.contains(.joint) && partners[activity].contains(host))
  }

  func slotRange(of activity: ActivityID) -> RowRange<SlotID> { activities[activity].slots }
}

/// An activity as the hot loop reads it.
struct CompiledActivity: Sendable {
  var slots: RowRange<SlotID>
  var host: HostID
  /// In ticks.
  var length: Int32
  var priority: Int32
  var traits: Traits

  /// Of what may not be left out though it has a choice, beside being pinned: more than all else that
  /// could be in its way.
  static let priorityOfStaying: Int32 = 1 << 20

  struct Traits: OptionSet, Sendable {
    let rawValue: UInt16

    /// Done or frozen: its only slot is where it stays.
    static let fixed = Traits(rawValue: 1)
    /// Occupies its venue.
    static let usesVenue = Traits(rawValue: 2)
    /// Occupies its host and those who attend.
    static let blocks = Traits(rawValue: 4)
    /// Counts towards its community's daily limit.
    static let countsDaily = Traits(rawValue: 8)
    /// Counts for crowding and closeness.
    static let drill = Traits(rawValue: 16)
    /// Held by a community, and so keeps its week from being quiet.
    static let local = Traits(rawValue: 32)
    /// A person pinned or moved it.
    static let pinned = Traits(rawValue: 64)
    /// Published, so that leaving it out has a price.
    static let published = Traits(rawValue: 128)
    /// Has partners.
    static let joint = Traits(rawValue: 256)
  }

  var isFixed: Bool { traits.contains(.fixed) }
  var isPinned: Bool { traits.contains(.pinned) }
  var mustStay: Bool { priority == CompiledActivity.priorityOfStaying }
}

/// Where an activity stood before a decision that was taken back.
enum EarlierPlace: Hashable, Sendable {
  /// Nothing was taken back, or it cannot be there any more.
  case nowhere
  /// It was unplaced: the slot is none.
  case at(SlotID)

  /// Whether a slot, none included, is another than what was taken back.
  func isLeft(by slot: SlotID) -> Bool {
    if case .at(let earlier) = self { earlier != slot } else { false }
  }
}

/// An allowed placement of one activity.
struct Slot: Hashable, Sendable {
  var day: Int32
  /// The tick in which it starts.
  var start: Int32
  /// Row of the venue; -1: none.
  var venue: Int32
  var teams: TeamSetID
  /// Placement and moved.
  var cost: Int32
}

/// Crews of one team that are out.
struct CrewUse: Hashable, Sendable {
  var team: ResourceID
  /// 0 if the activity may go beyond what the team has.
  var crews: Int32
  /// Ticks after the activity.
  var turnaround: Int32
}

/// A rule between two activities, as one of them sees it.
struct Link: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    /// The other is at least `days` days earlier; 0: it has ended.
    case after
    /// The other is at least `days` days later; 0: it starts no earlier than this ends.
    case before
    /// The two are at least `days` days apart.
    case apart
  }

  var other: ActivityID
  var days: Int32
  var kind: Kind

  /// Whether this one can have a slot if the other has another; lengths in ticks.
  func allows(
    _ slot: Slot, lasting length: Int32, beside other: Slot, lasting otherLength: Int32
  ) -> Bool {
    switch kind {
    case .after where days == 0: slot.start >= other.start + otherLength
    case .before where days == 0: other.start >= slot.start + length
    case .after, .before, .apart: kind.allows(slot.day, beside: other.day, days: days)
    }
  }
}

extension Link.Kind {
  /// Whether one can be on `day` if the other is on `other`, hours not asked.
  func allows(_ day: Int32, beside other: Int32, days: Int32) -> Bool {
    switch self {
    case .after: day - other >= days
    case .before: other - day >= days
    case .apart: abs(day - other) >= days
    }
  }
}

struct CompiledWeights: Sendable {
  var crowding: Int32
  var quietWeek: Int32
  var closeness: Int32
  var dropped: Int32
  var unevenness: Int32
}
