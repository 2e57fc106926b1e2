import Drills

/// How a contest's works stand at one stage.
package struct ContestTally: Sendable {
  package let campaign: String
  package let stage: String
  package let passed: Int
  package let failed: Int
  /// Those for which it is the next stage.
  package let waiting: Int

  static func all(of works: [Work], in program: Program) -> [ContestTally] {
    program.campaignsEver.flatMap { campaign -> [ContestTally] in
      let entered = works.filter { $0.campaign == campaign.id }
      guard !entered.isEmpty else { return [] }
      return campaign.stages.map { stage in
        let outcomes = entered.flatMap(\.outcomes).filter { $0.stage == stage }
        return ContestTally(
          campaign: campaign.name, stage: stage, passed: outcomes.count(where: \.passed),
          failed: outcomes.count { !$0.passed },
          waiting: entered.count { $0.nextStage(of: campaign.stages) == stage })
      }
    }
  }
}
