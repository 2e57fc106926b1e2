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

  /// The best plan that was found with a placement, beside the plan as it is.
  package struct Repair: Sendable {
    package let placement: Placement
    package let cost: Int
    package let unplaced: Int
    /// Of that, what a person decided.
    package let pinnedUnplaced: Int
    /// Whether nothing better exists; else with as much unplaced the cost is at most so.
    package let isProven: Bool
    /// Whether no less can be left unplaced; else that is at most so.
    package let isShortageProven: Bool
    /// Who makes way, and where they go; nothing: nowhere.
    package let moves: [(id: DutyID, to: Placement?)]

    package init(
      placement: Placement, from before: Score, to after: Score, isProven: Bool,
      isShortageProven: Bool, moves: [(DutyID, Placement?)]
    ) {
      self.placement = placement
      cost = after.cost - before.cost
      unplaced = after.unplaced - before.unplaced
      pinnedUnplaced = after.pinnedUnplaced - before.pinnedUnplaced
      self.isProven = isProven
      self.isShortageProven = isShortageProven
      self.moves = moves.map { (id: $0.0, to: $0.1) }
    }
  }

  /// One of those things that together leave no placement.
  package enum Reason: Hashable, Sendable {
    case filter(Filter)
    /// `make-up` or `fixed`.
    case rule(HardRule)
    /// A team has fewer crews than the activity takes of one team, whoever is out.
    case crews(team: String, needed: Int, has: Int)
    /// Another activity stays where it is.
    case activity(DutyID)
  }

  /// Activities of a blocking set that fill one team or one venue.
  package struct Crowd: Sendable {
    package enum Place: Hashable, Comparable, Sendable {
      case team(String)
      case venue(String)
    }

    package let place: Place
    /// Ids, in the agenda's order.
    package let activities: [DutyID]
    /// On how many days each part of the day is full.
    package let full: [Scarcity.PartOfDay: Int]

    package init(place: Place, activities: [DutyID], full: [Scarcity.PartOfDay: Int]) {
      self.place = place
      self.activities = activities
      self.full = full
    }
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
      case activity(DutyID)
    }

    package let what: What
    package let placement: Placement
    /// What that makes of the plan's cost.
    package let added: Int
    /// What that makes of what is unplaced: less than 0, unless somebody is left out for it.
    package let unplaced: Int
    /// Where what makes way goes; nothing: nowhere.
    package let moves: [DutyID: Placement?]

    package init(
      what: What, placement: Placement, added: Int, unplaced: Int,
      moves: [DutyID: Placement?] = [:]
    ) {
      self.what = what
      self.placement = placement
      self.added = added
      self.unplaced = unplaced
      self.moves = moves
    }
  }

  package var id: DutyID
  /// Nothing: unplaced.
  package var now: Placement?
  /// What it costs where it is, by part.
  package var cost: Score?
  /// Why it may not change, if it may not.
  package var fixing: Fixing?
  /// Whether it was to begin before now.
  package var isPast = false
  /// Rules that a person overrode, by the activity's id.
  package var overrides: [DutyID: Set<HardRule>] = [:]
  /// By day: the cheapest placement that can be had, else the one that least bars.
  package var days: [Answer] = []
  /// At the moment asked for.
  package var at: Answer?
  /// Of an unplaced activity: drop any of them, and there is a placement; nothing if there is one as
  /// things stand.
  package var blockingSet: [Reason]?
  /// What of the blocking set fills one team or venue, the greatest first.
  package var crowds: [Crowd] = []
  /// Of an unplaced activity: the cheapest first.
  package var relaxations: [Relaxation] = []

  package init(id: DutyID) { self.id = id }
}
