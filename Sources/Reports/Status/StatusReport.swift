package import Drills

/// Plan against record: what is done, due, late and left.
///
/// Cancelled activities are counted as such and asked of nobody; every other total is the sum of
/// its parts.
package struct StatusReport: Sendable {
  /// How many activities stand where.
  package struct Tally: Hashable, Sendable {
    package private(set) var counts: [ActivityStatus: Int] = [:]
    package private(set) var people = 0

    package subscript(status: ActivityStatus) -> Int { counts[status] ?? 0 }
    package var total: Int { counts.values.reduce(0, +) }
    /// What is to be done: all but the cancelled.
    package var expected: Int { total - self[.cancelled] }

    mutating func add(_ entry: PlanView.Entry) {
      counts[entry.status, default: 0] += 1
      people += entry.completion?.people ?? 0
    }

    mutating func add(_ left: PlanView.Left) {
      counts[.done, default: 0] += 1
      people += left.completion.people
    }

    mutating func add(people more: Int) { people += more }
  }

  package struct Line: Sendable {
    package let id: String
    package let name: String
    package let tally: Tally
  }

  package let today: Day
  package let total: Tally
  /// The organizer first, then communities in file order, then those who left; those without activities
  /// are left out.
  package let byCommunity: [Line]
  /// In file order, then those that left; those without activities are left out.
  package let byRequirement: [Line]
  /// Past and not recorded, the longest overdue first.
  package let overdue: [PlanView.Entry]
  package let dueToday: [PlanView.Entry]
  /// In the seven days after today.
  package let upcoming: [PlanView.Entry]
  /// Displaced by a block, and not to be held in time; in the agenda's order.
  package let lost: [PlanView.Entry]
  /// Held, and no longer asked for; by id.
  package let left: [PlanView.Left]
  package let tasks: [TaskStatus: Int]
  package let campaigns: [CampaignStatus: Int]
  package let coverage: Coverage
  /// Found and not mended, the oldest first.
  package let openProblems: [Problem]
  /// Letters due within seven days and not sent.
  package let notices: [Letter]
  /// By contest, then by stage in its order: how many passed it, failed at it, or wait for it.
  package let contests: [ContestTally]
  /// In the order of communities; nothing where no server was ever asked for a feed.
  package let silent: [SilentCalendar]?
  /// Everything else that pages tell of single tasks and campaigns.
  let view: PlanView

  package init(
    _ view: PlanView, _ accounts: Accounts = Accounts(), silent: [SilentCalendar]? = nil
  ) {
    self.silent = silent
    let program = view.agenda.program
    today = view.today
    let tallies = Tallies(view)
    total = tallies.total
    byCommunity = tallies.hosts(program.ownersEver, of: program)
    byRequirement = tallies.requirements(of: program)
    overdue = StatusReport.inOrder(view.entries.filter { $0.status == .overdue })
    dueToday = StatusReport.inOrder(view.entries.filter { $0.status == .due })
    upcoming = StatusReport.inOrder(
      view.entries.filter { entry in
        guard entry.status == .planned, let day = entry.placement?.day else { return false }
        return day <= view.today + 7
      })
    lost = view.entries.filter(\.isLost)
    left = view.left
    tasks = Dictionary(grouping: view.tasks, by: \.status).mapValues(\.count)
    campaigns = Dictionary(grouping: view.campaigns, by: \.status).mapValues(\.count)
    coverage = Coverage(view)
    openProblems = accounts.problems.filter { $0.mending == nil }
    notices = Letter.all(in: view, sent: accounts.sentNotices).filter { $0.by <= view.today + 7 }
    contests = ContestTally.all(of: accounts.works, in: program)
    self.view = view
  }

  private static func inOrder(_ entries: [PlanView.Entry]) -> [PlanView.Entry] {
    entries.sorted {
      ($0.placement?.moment ?? Moment(minutes: 0), $0.number)
        < ($1.placement?.moment ?? Moment(minutes: 0), $1.number)
    }
  }
}

extension PlanView.Entry {
  /// Days since it should have been recorded.
  package func daysOverdue(on today: Day) -> Int {
    status == .overdue ? placement.map { today - $0.day } ?? 0 : 0
  }
}

/// How often somebody was to be reminded: a day after, three days after, then every week.
package func reminderStep(daysOverdue days: Int) -> Int {
  days < 1 ? 0 : days < 3 ? 1 : 2 + (days - 3) / 7
}

/// Which community has drilled which scenario.
package struct Coverage: Sendable {
  package enum Cell: String, Sendable {
    /// A drill of it is done.
    case done
    /// A drill of it is planned and none is done.
    case planned
    /// The community is exposed to it, and no drill of it is even planned.
    case missing
    case none
  }

  /// Those that some community is exposed to or drills, in the order of the vocabulary.
  package let scenarios: [Scenario]
  /// In file order, a cell for each of `scenarios`.
  package let rows: [(community: Community, cells: [Cell])]

  init(_ view: PlanView) {
    var cells: [OwnerID: [Scenario: Cell]] = [:]
    for entry in view.entries {
      guard let scenario = entry.requirement.scenario, entry.requirement.isDrill,
        entry.status != .cancelled, entry.status != .unplaced
      else { continue }
      let isDone = entry.status == .done || cells[entry.host]?[scenario] == .done
      cells[entry.host, default: [:]][scenario] = isDone ? .done : .planned
      // A joint one is planned for its partners too, and done for those who took part.
      for partner in entry.partners where cells[partner]?[scenario] == nil {
        cells[partner, default: [:]][scenario] = .planned
      }
    }
    for left in view.left where left.requirement.isDrill {
      if let scenario = left.requirement.scenario {
        cells[left.host, default: [:]][scenario] = .done
      }
    }
    for held in view.held where held.requirement.isDrill {
      guard let scenario = held.requirement.scenario else { continue }
      for partner in held.completion.partners {
        cells[partner.community, default: [:]][scenario] = .done
      }
    }
    let communities = view.agenda.program.communities.elements
    scenarios = Scenario.allCases.filter { scenario in
      communities.contains { $0.hazards.contains(scenario) || cells[$0.ownerID]?[scenario] != nil }
    }
    rows = communities.map { [scenarios] community in
      (
        community,
        scenarios.map { scenario in
          cells[community.ownerID]?[scenario]
            ?? (community.hazards.contains(scenario) ? Cell.missing : Cell.none)
        }
      )
    }
  }
}
