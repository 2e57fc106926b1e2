/// Everybody and everything of a workspace by which a report of something done is judged.
///
/// It is kept beside each plan, so that a report is judged by the few rows that it concerns.
package struct DutyRoll: Hashable, Sendable {
  /// An owner, as a report is judged by it.
  package struct Party: Hashable, Sendable {
    package let id: OwnerID
    package let name: String
    /// Residents; 0 where nobody said.
    package let population: Int
    package let isCommunity: Bool

    package init(id: OwnerID, name: String, population: Int, isCommunity: Bool) {
      self.id = id
      self.name = name
      self.population = population
      self.isCommunity = isCommunity
    }
  }

  /// Where activities are held.
  package struct Seats: Identified, Hashable {
    package let id: String
    package let name: String
    /// Nothing: no limit.
    package let capacity: Int?

    package init(id: String, name: String, capacity: Int?) {
      self.id = id
      self.name = name
      self.capacity = capacity
    }
  }

  package let zone: Zone
  /// Days in which a completion is in time.
  package let grace: Int
  /// The office's own, beside the official ones.
  package let lines: [Line]
  /// In the order of `Program.owners`.
  package let parties: [Party]
  package let venues: [Seats]
  /// By number.
  package let duties: [Duty]

  package init(_ agenda: Agenda) {
    let program = agenda.program
    zone = program.zone
    grace = program.grace
    lines = program.lines
    parties = program.owners.map { id in
      let community = program.community(id)
      return Party(
        id: id, name: program.name(ofOwner: id), population: community?.population ?? 0,
        isCommunity: community != nil)
    }
    venues = program.venues.elements.map {
      Seats(id: $0.id, name: $0.name, capacity: $0.capacity)
    }
    var duties = agenda.activities.elements.enumerated().map { index, activity in
      Duty(activity, number: index + 1, in: agenda)
    }
    let deadlines = Dictionary(
      program.deadlines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for task in program.dueTasks {
      var duty = Duty(
        id: task.id, kind: .task, number: duties.count + 1, name: task.name, owner: task.owner)
      duty.wants = deadlines[task.deadline]?.wants ?? []
      duty.due = task.due
      duties.append(duty)
    }
    // What follows an activity is due some days after it, which the plan says and not the roll.
    for deadline in program.deadlines {
      for task in agenda.followingTasks(of: deadline) {
        var duty = Duty(
          id: task.id, kind: .task, number: duties.count + 1, name: deadline.name,
          owner: task.owner)
        duty.wants = deadline.wants
        duties.append(duty)
      }
    }
    let campaigns = Dictionary(
      program.campaigns.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for run in program.campaignRuns {
      var duty = Duty(
        id: run.id, kind: .campaign, number: duties.count + 1, name: run.name, owner: run.owner)
      duty.countsAs = campaigns[run.campaign]?.countsAs ?? []
      duties.append(duty)
    }
    self.duties = duties
  }
}

extension Duty {
  fileprivate init(_ activity: Activity, number: Int, in agenda: Agenda) {
    let requirement = agenda.requirement(of: activity)
    self.init(
      id: activity.id, kind: .activity, number: number, name: requirement.name,
      owner: agenda.owner(of: activity))
    series = DutyID.Series(rule: requirement.id, span: activity.span?.id)
    partners = activity.partners.map { agenda.program.communities[$0].ownerID }
    minutes = requirement.length
    countsAs = requirement.countsAs
  }
}
