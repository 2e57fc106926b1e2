package import Drills
package import Feeds
internal import Record

/// A hidden hour that is open by now.
package struct Revealed: Sendable {
  package let duty: Duty
  package let seal: Seal
  package let commitment: Commitment
  /// Whether it was still hidden.
  package let isNew: Bool
}

extension Standing {
  /// Opens the hidden hour of what is over, then writes the feeds; `id`: as lists show it, or a part of it.
  package func reveal(_ id: String, by author: String) throws(Refusal) -> Revealed {
    let (plan, record) = try published()
    return try Refusal.wrapping {
      let subject = try Identifier(in: office.register()).subject(id)
      let zone = plan.agenda.program.zone
      let seal = try openable(subject, plan.agenda, try record.seals(), in: zone)
      let isNew = try record.reveal(
        Reveal(
          activity: seal.activity, start: seal.start, revealedBy: author, revealedAt: instant))
      try office.publish(plan, record, at: instant)
      return Revealed(
        duty: subject.duty, seal: seal,
        commitment: Commitment(
          activity: seal.activity, start: seal.start, salt: seal.salt, in: zone),
        isNew: isNew)
    }
  }

  /// The seal of a date-only activity that is over.
  private func openable(
    _ subject: Subject, _ agenda: Agenda, _ seals: [DutyID: Seal], in zone: Zone
  ) throws(Refusal) -> Seal {
    guard let requirement = agenda.activities[subject.id].map(agenda.requirement),
      requirement.announcement == .dateOnly
    else { throw .accounts(.hasNoHiddenHour(subject.id)) }
    guard let placement = subject.placement,
      subject.completion != nil || !subject.isCancelled,
      let seal = seals[subject.id], seal.start == placement.moment
    else { throw .accounts(.hasNoHourToOpen(subject.id)) }
    let end =
      requirement.isAllDay
      ? Moment(day: placement.day + 1, minute: 0)
      : zone.moment(requirement.length, after: placement.moment)
    guard subject.completion != nil || instant >= zone.instant(of: end) else {
      throw .accounts(.isNotOver(subject.id, until: end))
    }
    return seal
  }
}
