import Drills

/// What was done on some days: the activities held and the campaigns' records.
struct Deeds {
  struct Sum: Hashable {
    var sessions = 0
    var people = 0
    var drills = 0
    var drillPeople = 0
    var records = 0
    var recordPeople = 0
  }

  /// An activity that was held, be it no longer asked for.
  struct Held {
    let host: OwnerID
    let requirement: Requirement
    let completion: Completion
  }

  let held: [Held]
  /// With the name of the campaign.
  let records: [(owner: OwnerID, name: String, completion: Completion)]
  let counts: [Count]
  private let owner: OwnerID?

  /// Everybody's, or an owner's: what it held or shared in.
  init(_ view: PlanView, _ accounts: Accounts, over days: ClosedRange<Day>, of owner: OwnerID?) {
    self.owner = owner
    held = view.held.filter { held in
      let completion = held.completion
      return days.contains(completion.countedDay)
        && (owner == nil || held.host == owner
          || completion.partners.contains { $0.community == owner && $0.activity == nil })
    }
    records = view.records(in: accounts.completionLists).filter { record in
      days.contains(record.completion.countedDay) && (owner == nil || record.owner == owner)
    }
    counts = accounts.counts.filter {
      days.contains($0.day) && (owner == nil || $0.owner == owner)
    }
  }

  /// A share of a joint drill adds its people and no session.
  var sums: [OwnerID: Sum] {
    var sums: [OwnerID: Sum] = [:]
    for held in held {
      let completion = held.completion
      var sum = sums[held.host] ?? Sum()
      let session = completion.sharedFrom == nil ? 1 : 0
      sum.sessions += session
      sum.people += completion.people
      if held.requirement.isDrill {
        sum.drills += session
        sum.drillPeople += completion.people
      }
      sums[held.host] = sum
      // Those who took part and had no activity of their own to be done by it.
      for partner in completion.partners where partner.activity == nil {
        sums[partner.community, default: Sum()].people += partner.people
        if held.requirement.isDrill {
          sums[partner.community, default: Sum()].drillPeople += partner.people
        }
      }
    }
    for (reporter, _, completion) in records {
      sums[reporter, default: Sum()].records += 1
      sums[reporter, default: Sum()].recordPeople += completion.people
    }
    return sums.filter { owner == nil || $0.key == owner }
  }
}

extension PlanView {
  /// What the agenda has in its order, then what left.
  var held: [Deeds.Held] {
    entries.compactMap { entry in
      entry.completion.map {
        Deeds.Held(host: entry.host, requirement: entry.requirement, completion: $0)
      }
    }
      + left.map {
        Deeds.Held(host: $0.host, requirement: $0.requirement, completion: $0.completion)
      }
  }

  /// The records of campaigns in the order of their runs, then of those that left.
  fileprivate func records(
    in lists: [DutyID: [Completion]]
  ) -> [(owner: OwnerID, name: String, completion: Completion)] {
    let program = agenda.program
    var records = campaigns.flatMap { entry in
      (lists[entry.run.id] ?? []).map { (entry.run.owner, entry.run.name, $0) }
    }
    let runs = Set(campaigns.map(\.run.id))
    let names = Dictionary(
      program.campaignsEver.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for id in lists.keys.sorted() where !runs.contains(id) && agenda.activities[id] == nil {
      for completion in lists[id] ?? [] {
        guard let rule = id.rule, program.requirementEver(rule) == nil,
          let name = names[rule]
        else { continue }
        records.append((id.owner, name, completion))
      }
    }
    return records
  }
}

extension Deeds.Sum {
  static func + (lhs: Self, rhs: Self) -> Self {
    var sum = lhs
    sum.sessions += rhs.sessions
    sum.people += rhs.people
    sum.drills += rhs.drills
    sum.drillPeople += rhs.drillPeople
    sum.records += rhs.records
    sum.recordPeople += rhs.recordPeople
    return sum
  }
}
