/// One occurrence of a deadline, owed by one community, one department or the organizer.
package struct DueTask: Identified, Hashable {
  /// By the day that it is nominally due, or that of the activity that it follows.
  package let id: DutyID
  package let owner: OwnerID
  /// The deadline's id.
  package let deadline: String
  package let name: String
  /// The day from which it can be done: the one after the last was due.
  package let opens: Day
  /// By the end of this day.
  package let due: Day
}

/// One campaign as one community, one department or the organizer runs it.
package struct CampaignRun: Identified, Hashable {
  package let id: DutyID
  package let owner: OwnerID
  /// The campaign's id.
  package let campaign: String
  package let name: String
  package let dates: ClosedRange<Day>
}

extension Program {
  /// Every occurrence of every deadline, in the order written, then by owner, then by day.
  package var dueTasks: [DueTask] {
    deadlines.flatMap { deadline in
      var opens = (deadline.dates ?? DaySet(period)).bounds?.lowerBound
      let days = deadline.nominalDays(in: period).map { day in
        let due = deadline.dueDay(nominally: day, in: dayKinds)
        defer { opens = due + 1 }
        return (nominal: day, opens: opens ?? due, due: due)
      }
      return owners(of: deadline.audience).flatMap { owner in
        days.map { day in
          DueTask(
            id: DutyID(owner: owner, rule: deadline.id, span: .day(day.nominal)), owner: owner,
            deadline: deadline.id, name: deadline.name, opens: day.opens, due: day.due)
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
          id: DutyID(owner: owner, rule: campaign.id), owner: owner, campaign: campaign.id,
          name: campaign.name,
          dates: dates)
      }
    }
  }

  /// Those meant: the organizer, then departments, then communities in file order.
  private func owners(of audience: Audience) -> [OwnerID] {
    (audience.organizer ? [.organizer] : [])
      + (audience.departments ? departments.elements.map(\.ownerID) : [])
      + communities.elements.filter(audience.includes).map(\.ownerID)
  }

  /// Everyone who can owe or report something: the organizer, departments, communities.
  package var owners: [OwnerID] {
    [.organizer] + departments.elements.map(\.ownerID) + communities.elements.map(\.ownerID)
  }

  /// Who holds activities of that host.
  package func owner(_ host: Host) -> OwnerID {
    host.community.map { communities[$0].ownerID } ?? .organizer
  }

  package func community(_ owner: OwnerID) -> Community? {
    owner.member.flatMap { communities[$0] }
  }

  /// What people call a community, a department or the organizer; of one that nobody knows its id.
  package func name(ofOwner owner: OwnerID) -> String {
    guard let id = owner.member else { return organizer.name }
    return communities[id]?.name ?? departments[id]?.name ?? departed.names[owner] ?? id
  }
}
