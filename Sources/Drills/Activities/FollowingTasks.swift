extension Agenda {
  /// The tasks that follow what is planned or was held.
  ///
  /// `held`: the day that each activity was done, by its id.
  package func tasks(
    following plan: Plan, cancelled: Set<DutyID>, held: [DutyID: Day]
  ) -> [DueTask] {
    program.deadlines.flatMap { deadline in
      followingTasks(of: deadline).compactMap { following -> DueTask? in
        let id = following.activity.id
        let planned = cancelled.contains(id) ? nil : plan[id]?.day
        guard let day = held[id] ?? planned,
          let nominal = deadline.day(following: day, in: program.dayKinds)
        else { return nil }
        let due = deadline.dueDay(nominally: nominal, in: program.dayKinds)
        return DueTask(
          id: following.id, owner: following.owner, deadline: deadline.id, name: deadline.name,
          opens: due, due: due)
      }
    }
  }

  /// A task that follows an activity, if that is held.
  package struct FollowingTask: Hashable, Sendable {
    /// The activity's id with the deadline in the requirement's place, and the owner in the host's.
    package let id: DutyID
    package let owner: OwnerID
    package let activity: Activity

    package static func == (lhs: FollowingTask, rhs: FollowingTask) -> Bool { lhs.id == rhs.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
  }

  /// Those that a deadline could ask for, in the agenda's order; none if it has days of its own.
  package func followingTasks(of deadline: Deadline) -> [FollowingTask] {
    guard case .following(let requirement, _) = deadline.due,
      let row = program.requirements.row(of: requirement)
    else { return [] }
    return activities.elements.filter { $0.requirement == row }.flatMap { activity in
      let owners: [OwnerID] =
        activity.host == .organizer
        ? (deadline.audience.organizer ? [.organizer] : [])
        : communities(of: activity).filter(deadline.audience.includes).map(\.ownerID)
      return owners.map { owner in
        let id = DutyID(
          owner: owner, rule: deadline.id, venue: activity.venue.map { program.venues[$0].id },
          span: activity.span?.id, occurrence: activity.occurrence)
        return FollowingTask(id: id, owner: owner, activity: activity)
      }
    }
  }
}

extension Deadline {
  /// The day by which it is due after something, before any shift around holidays; nothing if it
  /// follows nothing.
  func day(following day: Day, in kinds: DayKinds) -> Day? {
    guard case .following(_, let delay) = due else { return nil }
    switch delay {
    case .days(let days): return day + days
    case .workdays(let workdays):
      var (last, passed) = (day, 0)
      while passed < workdays {
        last = last + 1
        if kinds.isWorkday(last) { passed += 1 }
      }
      return last
    }
  }
}
