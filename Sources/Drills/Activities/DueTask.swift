/// One occurrence of a deadline, owed by one community, one department or the organizer.
package struct DueTask: Identified, Hashable {
  /// `community/deadline/2024-06-13`, by the day it is nominally due.
  package let id: String
  /// A community's or department's id, or `organizer`.
  package let owner: String
  /// The deadline's id.
  package let deadline: String
  package let name: String
  /// By the end of this day.
  package let due: Day
}

/// One campaign as one community, one department or the organizer runs it.
package struct CampaignRun: Identified, Hashable {
  /// `community/campaign`.
  package let id: String
  /// A community's or department's id, or `organizer`.
  package let owner: String
  /// The campaign's id.
  package let campaign: String
  package let name: String
  package let dates: ClosedRange<Day>
}

extension Program {
  /// Every occurrence of every deadline, in the order written, then by owner, then by day.
  package var dueTasks: [DueTask] {
    deadlines.flatMap { deadline in
      let days = deadline.nominalDays(in: period)
      return owners(of: deadline.audience).flatMap { owner in
        days.map { day in
          DueTask(
            id: "\(owner)/\(deadline.id)/\(day)", owner: owner, deadline: deadline.id,
            name: deadline.name, due: deadline.dueDay(nominally: day, in: dayKinds))
        }
      }
    }
  }

  /// Every campaign of everyone who runs it, in the order written, then by owner.
  package var campaignRuns: [CampaignRun] {
    campaigns.flatMap { campaign in
      let dates = (campaign.dates ?? DaySet(period)).bounds ?? period
      return owners(of: campaign.audience).map { owner in
        CampaignRun(
          id: "\(owner)/\(campaign.id)", owner: owner, campaign: campaign.id, name: campaign.name,
          dates: dates)
      }
    }
  }

  /// The ids of those meant: the organizer, then departments, then communities in file order.
  private func owners(of audience: Audience) -> [String] {
    (audience.organizer ? [Organizer.id] : [])
      + (audience.departments ? departments.elements.map(\.id) : [])
      + communities.elements.filter(audience.includes).map(\.id)
  }

  /// The ids of everyone who can owe or report something: the organizer, departments, communities.
  package var owners: [String] {
    [Organizer.id] + departments.elements.map(\.id) + communities.elements.map(\.id)
  }

  /// What people call a community, a department or the organizer; of one that nobody knows its id.
  package func name(ofOwner id: String) -> String {
    communities[id]?.name ?? departments[id]?.name ?? departed.names[id]
      ?? (id == Organizer.id ? organizer.name : id)
  }
}
