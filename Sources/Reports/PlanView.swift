package import Drills

/// A plan beside its record, as every page shows it.
package struct PlanView: Sendable {
  package struct Entry: Sendable {
    /// Its number in lists, counted from 1; stands for the id on the command line.
    package let number: Int
    package let activity: Activity
    package let requirement: Requirement
    package let host: OwnerID
    /// The communities that it serves beside its host's.
    package let partners: [OwnerID]
    package let placement: Placement?
    package let status: ActivityStatus
    package let completion: Completion?
    /// Hard rules that a person overrode for it.
    package let overrides: Set<HardRule>
    /// By when it must be held, if a block displaced it.
    package let makeUpBy: Day?

    /// Whether it is the owner's, or one that the owner is a partner of.
    package func concerns(_ owner: OwnerID) -> Bool { host == owner || partners.contains(owner) }

    /// Displaced by a block, and not to be held in time.
    package var isLost: Bool { status == .unplaced && makeUpBy != nil }
  }
  /// An activity that was held and that nothing asks for any more.
  package struct Left: Sendable {
    package let id: DutyID
    package let requirement: Requirement
    /// `organizer` or the community's id.
    package let host: OwnerID
    package let completion: Completion
  }
  package struct TaskEntry: Sendable {
    package let task: DueTask
    package let status: TaskStatus
    package let completion: Completion?
  }
  package struct CampaignEntry: Sendable {
    package let run: CampaignRun
    package let status: CampaignStatus
    package let lastRecord: Day?
    package let people: Int
  }

  package let agenda: Agenda
  package let revision: Revision
  package let now: Moment
  /// Those that the revision was planned with.
  package let decisions: StandingDecisions
  package var today: Day { now.day }
  /// SEQUENCE of what subscribers see of each activity; 0 where nothing was published.
  package let sequences: [DutyID: Int]
  /// In the agenda's order.
  package let entries: [Entry]
  /// Held, and no longer in the agenda; by id.
  package let left: [Left]
  package let tasks: [TaskEntry]
  package let campaigns: [CampaignEntry]

  /// `completions` are the standing ones, by what they complete; of a campaign all, oldest first;
  /// `decisions` those that the revision was planned with.
  package init(
    agenda: Agenda, revision: Revision, completions: [DutyID: [Completion]],
    decisions: StandingDecisions = StandingDecisions(), sequences: [DutyID: Int] = [:],
    now: Moment
  ) {
    self.agenda = agenda
    self.decisions = decisions
    self.sequences = sequences
    self.revision = revision
    self.now = now
    let today = now.day
    let program = agenda.program
    let displaced = decisions.displaced
    entries = agenda.activities.elements.enumerated().map { index, activity in
      let placement = revision.plan[activity.id]
      let completion = completions[activity.id]?.last
      return Entry(
        number: index + 1, activity: activity, requirement: agenda.requirement(of: activity),
        host: agenda.owner(of: activity),
        partners: activity.partners.map { program.communities[$0].ownerID }, placement: placement,
        status: ActivityStatus(
          placement, isDone: completion != nil,
          isCancelled: revision.cancelled.contains(activity.id), today: today),
        completion: completion, overrides: decisions.pins[activity.id]?.overrides ?? [],
        makeUpBy: displaced[activity.id].map(program.lastMakeUpDay))
    }
    left = completions.keys.sorted().compactMap { id in
      guard agenda.activities[id] == nil, let completion = completions[id]?.last,
        let requirement = id.rule.flatMap(program.requirementEver)
      else { return nil }
      return Left(
        id: id, requirement: requirement, host: id.owner, completion: completion)
    }
    let held = completions.compactMapValues { $0.last?.day }
    let following = agenda.tasks(
      following: revision.plan, cancelled: revision.cancelled, held: held)
    tasks = (program.dueTasks + following).map { task in
      let completion = completions[task.id]?.last
      return TaskEntry(
        task: task, status: TaskStatus(task, completion, today: today), completion: completion)
    }
    let rhythms = Dictionary(
      program.campaigns.map { ($0.id, $0.rhythm) }, uniquingKeysWith: { first, _ in first })
    campaigns = program.campaignRuns.map { run in
      let records = completions[run.id] ?? []
      return CampaignEntry(
        run: run,
        status: CampaignStatus(
          run, rhythm: rhythms[run.campaign] ?? .week,
          recorded: records.map { $0.day...$0.countedDay },
          reportingDay: program.reportingDay, today: today),
        lastRecord: records.map(\.countedDay).max(), people: records.reduce(0) { $0 + $1.people })
    }
  }
}

extension ActivityStatus {
  init(_ placement: Placement?, isDone: Bool, isCancelled: Bool, today: Day) {
    if isDone {
      self = .done
    } else if isCancelled {
      self = .cancelled
    } else if let placement {
      self = placement.day > today ? .planned : placement.day == today ? .due : .overdue
    } else {
      self = .unplaced
    }
  }
}

extension TaskStatus {
  init(_ task: DueTask, _ completion: Completion?, today: Day) {
    if let completion {
      self = completion.day > task.due ? .late : .done
    } else {
      self = task.due > today ? .planned : task.due == today ? .due : .overdue
    }
  }
}

extension CampaignStatus {
  /// Behind: the last whole week, or month, of its dates that is over has no record.
  init(
    _ run: CampaignRun, rhythm: Campaign.Rhythm, recorded: [ClosedRange<Day>],
    reportingDay: Weekday, today: Day
  ) {
    if today < run.dates.lowerBound {
      self = .planned
    } else if today > run.dates.upperBound {
      self = .done
    } else {
      let stretch = CampaignStatus.lastWholeStretch(
        before: today, rhythm: rhythm, reportingDay: reportingDay)
      let isMissing =
        stretch.lowerBound >= run.dates.lowerBound && !recorded.contains(where: stretch.overlaps)
      self = isMissing ? .behind : .running
    }
  }

  private static func lastWholeStretch(
    before today: Day, rhythm: Campaign.Rhythm, reportingDay: Weekday
  ) -> ClosedRange<Day> {
    if rhythm == .month {
      let end = today + -today.components.day
      return end + (1 - end.components.day)...end
    }
    let daysSince = (today.weekday.index - reportingDay.index + 6) % 7 + 1
    let end = today + -daysSince
    return end + -6...end
  }
}
