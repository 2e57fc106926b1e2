/// Why an activity is where it is, and what else was possible.
package struct Explanation: Sendable {
  /// Why a placement cannot be had.
  package struct Bar: Hashable, Sendable {
    package let rule: HardRule
    /// Of the rule `placement`: the filters that are failed.
    package let filters: [Filter]
    /// Activities in the way; none where the rule cannot be kept whatever else moves.
    package let activities: [DutyID]

    package init(rule: HardRule, filters: [Filter], activities: [DutyID]) {
      self.rule = rule
      self.filters = filters
      self.activities = activities
    }
  }

  /// A placement, and what it would make of the plan or why it cannot be had.
  package struct Answer: Sendable {
    package let placement: Placement
    /// Of each part of the score, beside where the activity is now; of an unplaced one, beside that.
    package let change: Score
    /// None: it can be had.
    package let bars: [Bar]
    /// What it would take if others may move; nothing if that was not asked, or cannot be.
    package var repaired: Repair?

    package init(placement: Placement, change: Score, bars: [Bar]) {
      self.placement = placement
      self.change = change
      self.bars = bars
    }
  }

  /// A plan that a placement leads to, beside the plan as it is.
  package struct Repair: Sendable {
    package let placement: Placement
    package let cost: Int
    package let unplaced: Int
    /// Who makes way, and where they go; nothing: nowhere.
    package let moves: [(id: DutyID, to: Placement?)]

    package init(placement: Placement, cost: Int, unplaced: Int, moves: [(DutyID, Placement?)]) {
      self.placement = placement
      self.cost = cost
      self.unplaced = unplaced
      self.moves = moves.map { (id: $0.0, to: $0.1) }
    }
  }

  /// One of those things that together leave no placement.
  package enum Reason: Hashable, Sendable {
    case filter(Filter)
    /// `make-up` or `fixed`.
    case rule(HardRule)
    /// Another activity stays where it is.
    case activity(DutyID)
  }

  /// One thing that could be different, and the placement that could then be had.
  package struct Relaxation: Sendable {
    package enum What: Hashable, Sendable {
      /// A filter lets this placement pass.
      case filter(Filter)
      /// `make-up` or `fixed` does.
      case rule(HardRule)
      /// One more crew, by the team's id.
      case crew(String)
      /// One more at once in a venue, by its id.
      case place(String)
      /// One more of the community's on that day.
      case daily
      /// This one activity makes way.
      case activity(DutyID, HardRule)
    }

    package let what: What
    package let placement: Placement
    /// What the activity would then add to the cost.
    package let added: Int

    package init(what: What, placement: Placement, added: Int) {
      self.what = what
      self.placement = placement
      self.added = added
    }
  }

  package var id: DutyID
  /// Nothing: unplaced.
  package var now: Placement?
  /// What it costs where it is, by part.
  package var cost: Score?
  /// Why it may not change, if it may not.
  package var fixing: Fixing?
  /// Rules that a person overrode, by the activity's id.
  package var overrides: [DutyID: Set<HardRule>] = [:]
  /// By day: the cheapest placement that can be had, else the one that least bars.
  package var days: [Answer] = []
  /// At the moment asked for.
  package var at: Answer?
  /// Of an unplaced activity: drop any of them, and there is a placement; nothing if there is one as
  /// things stand.
  package var blockingSet: [Reason]?
  /// Of an unplaced activity: the cheapest first.
  package var relaxations: [Relaxation] = []

  package init(id: DutyID) { self.id = id }
}

/// What teams' and venues' time is worth on a part of a day: how much the plan's cost falls about for
/// each hour more of it.
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
  }

  /// Of a team or a venue.
  package let id: String
  package let isTeam: Bool
  package let day: Day
  package let part: PartOfDay
  /// In costs, for an hour of one crew or of one place in the venue.
  package let price: Double

  package init(id: String, isTeam: Bool, day: Day, part: PartOfDay, price: Double) {
    self.id = id
    self.isTeam = isTeam
    self.day = day
    self.part = part
    self.price = price
  }
}
