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

  let held: [(entry: PlanView.Entry, completion: Completion)]
  /// With the name of the campaign.
  let records: [(owner: OwnerID, name: String, completion: Completion)]
  let counts: [Count]
  private let owner: OwnerID?

  /// Everybody's, or an owner's: what it held or shared in.
  init(_ view: PlanView, _ accounts: Accounts, over days: ClosedRange<Day>, of owner: OwnerID?) {
    self.owner = owner
    held = view.entries.compactMap { entry in
      guard let completion = entry.completion, days.contains(completion.countedDay) else {
        return nil
      }
      let isTheirs =
        owner == nil || entry.host == owner
        || completion.partners.contains { $0.community == owner && $0.activity == nil }
      return isTheirs ? (entry, completion) : nil
    }
    let lists = accounts.completionLists
    records = view.campaigns.flatMap { entry in
      (lists[entry.run.id] ?? []).compactMap { completion in
        guard days.contains(completion.countedDay), owner == nil || entry.run.owner == owner
        else { return nil }
        return (entry.run.owner, entry.run.name, completion)
      }
    }
    counts = accounts.counts.filter {
      days.contains($0.day) && (owner == nil || $0.owner == owner)
    }
  }

  /// A share of a joint drill adds its people and no session.
  var sums: [OwnerID: Sum] {
    var sums: [OwnerID: Sum] = [:]
    for (entry, completion) in held {
      var sum = sums[entry.host] ?? Sum()
      let session = completion.sharedFrom == nil ? 1 : 0
      sum.sessions += session
      sum.people += completion.people
      if entry.requirement.isDrill {
        sum.drills += session
        sum.drillPeople += completion.people
      }
      sums[entry.host] = sum
      // Those who took part and had no activity of their own to be done by it.
      for partner in completion.partners where partner.activity == nil {
        sums[partner.community, default: Sum()].people += partner.people
        if entry.requirement.isDrill {
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
