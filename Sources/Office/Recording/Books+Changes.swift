internal import Drills
internal import Record
package import Reports

extension Books {
  /// Every published revision of the plan against the one before it.
  package func changes() throws(Refusal) -> [PlanStep] {
    try Refusal.wrapping {
      var steps: [PlanStep] = []
      var previous: Revision?
      var number = 1
      while let revision = try record.revision(number) {
        number += 1
        guard revision.isPublished else { continue }
        steps.append(PlanStep(revision, after: previous, in: program.zone))
        previous = revision
      }
      return steps
    }
  }
}
