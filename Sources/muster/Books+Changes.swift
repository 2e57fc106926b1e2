import Drills
import Record
import Reports

extension Books {
  /// Every revision of the plan against the one before it.
  func changes() throws -> [PlanStep] {
    var steps: [PlanStep] = []
    var previous: Revision?
    var number = 1
    while let revision = try record.revision(number) {
      steps.append(PlanStep(revision, after: previous, in: program.zone))
      previous = revision
      number += 1
    }
    return steps
  }
}
