/// What the search decides: a slot, or none, for each activity.
///
/// Beside the slots it keeps what rules and costs ask for, so that each of them looks only at what
/// a move touches.
struct Schedule: Sendable {
  private(set) var slots: Column<ActivityID, SlotID>
  /// How much of each resource is in use in each tick.
  private(set) var usage: Grid<ResourceID, UInt16>
  /// Blocking activities of each host, or that it is a partner of, that start on each day.
  private(set) var starts: Grid<HostID, Int32>
  /// Drills of each area on each day.
  private(set) var areaDrills: Grid<AreaID, Int32>
  /// Drills of each community on each day.
  private(set) var hostDrills: Grid<HostID, Int32>
  /// Activities of each community placed in each week.
  private(set) var placedInWeek: Grid<HostID, Int32>
  /// Which of several in the way is asked to go first; any number, for a change.
  var turn = 0
  /// Sum of the priorities of what is unplaced.
  private(set) var unplaced: Int
  /// Of that, what a person pinned or moved.
  private(set) var pinnedUnplaced: Int
  /// Activities that are not where they stood before a decision that was taken back.
  private(set) var astray: Int
  /// Unplaced activities of each host.
  private(set) var leftOut: Column<HostID, Int32>

  /// Only what is fixed is placed.
  init(_ problem: Problem) {
    slots = Column(repeating: .none, count: problem.activities.count)
    usage = Grid(repeating: 0, rows: problem.capacities.count, width: problem.tickCount)
    starts = Grid(repeating: 0, rows: problem.hostCount, width: problem.dayCount)
    areaDrills = Grid(repeating: 0, rows: problem.areaCount, width: problem.dayCount)
    hostDrills = Grid(repeating: 0, rows: problem.hostCount, width: problem.dayCount)
    placedInWeek = Grid(repeating: 0, rows: problem.hostCount, width: problem.weekCount)
    unplaced = problem.activities.values.reduce(0) { $0 + Int($1.priority) }
    pinnedUnplaced = problem.activities.values.reduce(0) {
      $1.traits.contains(.pinned) ? $0 + Int($1.priority) : $0
    }
    astray = problem.earlier.values.count { $0.isLeft(by: .none) }
    leftOut = Column(problem.hosts.map { Int32(problem.served[$0].count) })
    for activity in problem.activities.ids where problem.activities[activity].isFixed {
      place(activity, at: SlotID(row: problem.activities[activity].slots.from), in: problem)
    }
  }

  /// Everything has the slot given, what is fixed its own.
  init(_ slots: Column<ActivityID, SlotID>, in problem: Problem) {
    self.init(problem)
    for activity in problem.activities.ids where !isPlaced(activity) && !slots[activity].isNone {
      place(activity, at: slots[activity], in: problem)
    }
  }

  subscript(activity: ActivityID) -> SlotID { slots[activity] }

  func isPlaced(_ activity: ActivityID) -> Bool { !slots[activity].isNone }

  mutating func place(_ activity: ActivityID, at slot: SlotID, in problem: Problem) {
    assert(slots[activity].isNone, "an activity is in one place at a time")
    move(activity, to: slot, in: problem)
    leaveOut(activity, by: -1, in: problem)
    count(activity, at: slot, by: 1, in: problem)
  }

  mutating func remove(_ activity: ActivityID, in problem: Problem) {
    let slot = slots[activity]
    assert(!slot.isNone, "only what is placed can be removed")
    move(activity, to: .none, in: problem)
    leaveOut(activity, by: 1, in: problem)
    count(activity, at: slot, by: -1, in: problem)
  }

  private mutating func move(_ activity: ActivityID, to slot: SlotID, in problem: Problem) {
    let earlier = problem.earlier[activity]
    if earlier != .nowhere {
      astray += (earlier.isLeft(by: slot) ? 1 : 0) - (earlier.isLeft(by: slots[activity]) ? 1 : 0)
    }
    slots[activity] = slot
  }

  private mutating func leaveOut(_ activity: ActivityID, by sign: Int32, in problem: Problem) {
    let compiled = problem.activities[activity]
    let priority = Int(sign * compiled.priority)
    unplaced += priority
    if compiled.traits.contains(.pinned) { pinnedUnplaced += priority }
    leftOut[compiled.host] += sign
    guard compiled.traits.contains(.joint) else { return }
    for partner in problem.partners[activity] { leftOut[partner] += sign }
  }

  private mutating func count(
    _ activity: ActivityID, at slotID: SlotID, by sign: Int32, in problem: Problem
  ) {
    let compiled = problem.activities[activity]
    let slot = problem.slots[slotID]
    let end = slot.start + compiled.length
    for index in problem.teamSets.range(of: slot.teams) {
      let use = problem.teamSets.elements[index]
      occupy(use.team, slot.start..<end + use.turnaround, by: sign * use.crews)
    }
    if slot.venue >= 0, compiled.traits.contains(.usesVenue) {
      occupy(
        problem.resource(ofVenue: slot.venue), problem.venueTicks(slot, length: compiled.length),
        by: sign)
    }
    if compiled.traits.contains(.blocks) {
      occupy(problem.resource(of: compiled.host), slot.start..<end, by: sign)
      for attendee in problem.attendees[activity] { occupy(attendee, slot.start..<end, by: sign) }
    }
    let day = Int(slot.day)
    if compiled.traits.contains(.countsDaily) { starts[compiled.host, day] += sign }
    if compiled.traits.contains(.drill) {
      areaDrills[problem.areas[compiled.host], day] += sign
      hostDrills[compiled.host, day] += sign
    }
    let week = problem.weekOfDay[day]
    if week >= 0, compiled.traits.contains(.local) {
      placedInWeek[compiled.host, Int(week)] += sign
    }
    guard compiled.traits.contains(.joint) else { return }
    for partner in problem.partners[activity] {
      if compiled.traits.contains(.countsDaily) { starts[partner, day] += sign }
      if compiled.traits.contains(.drill) { hostDrills[partner, day] += sign }
      if week >= 0 { placedInWeek[partner, Int(week)] += sign }
    }
  }

  private mutating func occupy(_ resource: ResourceID, _ ticks: Range<Int32>, by amount: Int32) {
    let change = UInt16(truncatingIfNeeded: amount)
    for tick in ticks { usage[resource, Int(tick)] &+= change }
  }
}
