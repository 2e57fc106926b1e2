package import Drills
package import Record

/// What an id stands for, as it is planned and recorded now.
package struct Subject {
  package let duty: Duty
  package let placement: Placement?
  package let isCancelled: Bool
  /// What holds of an activity or a task; a campaign's records all stand, so it has none.
  package let completion: Completion?

  package var id: DutyID { duty.id }

  package init(_ duty: Duty, in register: Register) throws(RecordFailure) {
    self.duty = duty
    let isActivity = duty.kind == .activity
    placement = isActivity ? try register.placement(of: duty.id) : nil
    isCancelled = isActivity ? try register.isCancelled(duty.id) : false
    completion = duty.kind == .campaign ? nil : try register.completion(of: duty.id)
  }

  /// The record of its own, not a share of somebody else's joint drill.
  package var ownCompletion: Completion? { completion.flatMap { $0.sharedFrom == nil ? $0 : nil } }
}
