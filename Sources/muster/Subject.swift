import Drills
import Record

/// What an id stands for, as it is planned and recorded now.
struct Subject {
  let duty: Duty
  let placement: Placement?
  let isCancelled: Bool
  /// What holds of an activity or a task; a campaign's records all stand, so it has none.
  let completion: Completion?

  var id: String { duty.id }

  init(_ duty: Duty, in register: Register) throws(RecordFailure) {
    self.duty = duty
    let isActivity = duty.kind == .activity
    placement = isActivity ? try register.placement(of: duty.id) : nil
    isCancelled = isActivity ? try register.isCancelled(duty.id) : false
    completion = duty.kind == .campaign ? nil : try register.completion(of: duty.id)
  }

  /// The record of its own, not a share of somebody else's joint drill.
  var ownCompletion: Completion? { completion.flatMap { $0.sharedFrom == nil ? $0 : nil } }
}
