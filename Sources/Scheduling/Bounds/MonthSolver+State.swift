extension MonthSolver {
  /// What a month is solved with.
  struct Terms: Sendable {
    /// What a point of priority costs that is left unplaced; nothing: none may be left.
    var unplaced: Int64?
    /// How often that is paid for a point of what a person decided; nothing: none of that may be left.
    var pinnedFactor: Int64? = MonthSolver.pinnedFactor
    /// Whether only what a person decided costs anything if it is left unplaced.
    var countsPinnedAlone = false
    /// Whether leaving out what is published has a price beside its priority.
    var countsDropped = false
    /// For each two that are left unplaced.
    var unevenness: Int64 = 0
    var quietWeek: Int64 = 0
    /// A day that two drills are nearer than is comfortable.
    var closeness: Int64 = 0
    /// In days.
    var comfortableGap: Int32 = 0
    /// Steps after which the least that is still open is taken for the answer.
    var stepLimit = 3000
    /// How much less another solution must cost to be looked for.
    var tolerance: Int64 = 0
    /// Whether to begin with the host's last solution.
    var remembers = false
  }

  /// What is decided on the way to where the search stands.
  struct Decided: Sendable {
    /// For each activity decided so far: its option; -1: unplaced.
    var options: [Int32]
    var days: [Int32]
    var startsOnDay: [Int32]
    /// What a drill costs on each day for being near those decided so far.
    var nearness: [Int64]
    /// What the activities of a day cost more than each alone.
    var extraOnDay: [Int64]
    /// How many are left out, what has no slot at all included.
    var leftOut: Int64 = 0
    /// Whose decisions make the month as dear as it is so far, or could let others be cheaper.
    ///
    /// What fails for that reason fails whatever the rest do, so the search goes back to one of these
    /// at once.
    ///
    /// Source: Prosser, "Hybrid algorithms for the constraint satisfaction problem", 1993.
    var blame = Positions()

    init(memberCount: Int, dayCount: Int) {
      options = Array(repeating: -1, count: memberCount)
      days = options
      startsOnDay = Array(repeating: 0, count: dayCount)
      nearness = Array(repeating: 0, count: dayCount)
      extraOnDay = nearness
    }
  }

  /// The cheapest month so far, and what could still be cheaper.
  struct Best: Sendable {
    /// Its options; -1: unplaced.
    var options: [Int32]
    var value: Int64 = 0 { didSet { toBeat = value - tolerance } }
    /// What is not less than this is not worth a step.
    private(set) var toBeat: Int64 = 0
    /// The least that was left open for want of steps.
    var open: Int64 = 0
    private var tolerance: Int64 = 0

    init(memberCount: Int) { options = Array(repeating: -1, count: memberCount) }

    /// Begins anew: whatever is found beats it.
    mutating func begin(tolerance: Int64) {
      self.tolerance = tolerance
      value = MonthSolver.forbidden
      open = .max
    }
  }

  /// What is known of the drills of the month beside each other.
  struct DrillTables: Sendable {
    /// Those with several days; where they are too many they are not looked at in pairs.
    var positions = 0..<0
    /// For each drill and each day, what it costs at least if an earlier one is on that day.
    var pairs: [Int64]
    /// What each drill still to come costs at least beside what is decided.
    var alone: [Int64]
    /// Whether they are decided in order of their days, by ``sequels``.
    var areInOrder = false
    /// For each set of drills and each day, what they cost at least one after the other from then on.
    var sequels: [Int64]
    /// Quiet weeks that each drill could fill.
    var weeks: [UInt32] = []
    /// What a drill and all after it cost at least, by its day: beside what has no choice, on the
    /// day of the one before it, and on that day or later.
    var onDay: [Int64]
    var onDayOfLast: [Int64]
    var fromDay: [Int64]
    /// For each option of a drill, what it costs beside what has no choice.
    var besideSettled: [Int64]
    var queue: [DrillBranch] = []

    init(_ months: Months, dayCount: Int, comfortableGap: Int) {
      pairs = Array(repeating: 0, count: MonthSolver.pairLimit * dayCount)
      alone = Array(repeating: 0, count: months.mostMembers)
      sequels = Array(repeating: 0, count: (1 << MonthSolver.pairLimit) * (dayCount + 1))
      onDay = Array(repeating: 0, count: dayCount + comfortableGap + 2)
      onDayOfLast = onDay
      fromDay = onDay
      besideSettled = Array(repeating: 0, count: months.mostOptions)
    }
  }

  /// A day for the activity whose turn it is; -1: unplaced.
  struct Branch {
    /// What the month costs at least with it.
    var promise: Int64
    var option: Int32
  }

  /// A drill and a day for it.
  struct DrillBranch {
    /// What the month costs at least with it.
    var promise: Int64
    /// Position in the month.
    var drill: Int
    /// -1: unplaced.
    var option: Int32
  }

  /// Drills that are looked at in pairs and in order, at most.
  static let pairLimit = 6
  /// In bounds, a point of what a person decided counts as so many.
  ///
  /// Any number of at least 1 gives a
  /// bound; this one has others make way unless they are many.
  static let pinnedFactor: Int64 = 4
  /// In the search nothing else weighs as much as that.
  static let pinnedFactorOfSearch: Int64 = 1000
}

extension MonthSolver.Terms {
  /// A month whose costs count, a point that is left out at a price; nothing: none may be left out.
  init(
    costsOf problem: Problem, unplaced: Int64?, pinnedFactor: Int64?, stepLimit: Int,
    tolerance: Int64 = 0, remembers: Bool = false
  ) {
    self.init(
      unplaced: unplaced, pinnedFactor: pinnedFactor, countsDropped: true,
      unevenness: Int64(problem.weights.unevenness) * Prices.unit,
      quietWeek: Int64(problem.weights.quietWeek) * Prices.unit,
      closeness: Int64(problem.weights.closeness) * Prices.unit,
      comfortableGap: Int32(problem.comfortableGap), stepLimit: stepLimit, tolerance: tolerance,
      remembers: remembers)
  }
}
