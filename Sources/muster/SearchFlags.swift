import ArgumentParser
import Foundation
import Office
import Scheduling

/// How long and how hard to search for a plan.
struct SearchFlags: ParsableArguments {
  @Option(help: .init(Phrases.help.seed)) var seed: UInt64 = 1
  @Option(name: .customLong("time-limit"), help: .init(Phrases.help.timeLimit))
  var timeLimit: DurationOption?
  @Option(name: .customLong("gap"), help: .init(Phrases.help.gap)) var gap = PercentOption(
    percent: 0)
  @Option(help: .init(Phrases.help.threads)) var threads: Int?
  @Option(help: .init(Phrases.help.progress)) var progress = ProgressFormat.terminal

  func validate() throws {
    if !gap.percent.isFinite { throw ValidationError(Phrases.badGap) }
    if let threads, threads < 1 { throw ValidationError(Phrases.badThreads) }
  }

  /// Shows the progress until the plan is made; Ctrl-C stops with the best one found.
  func watch() -> PlanningWatch {
    Interruption.begin()
    let isJSON = progress == .json
    return PlanningWatch(
      progress: {
        isJSON ? Terminal.warn($0.json) : Terminal.progress(Phrases.progress($0))
      },
      shouldStop: { Interruption.isRequested },
      searched: { Terminal.progress("") },
      replanning: { Terminal.warn(Phrases.replanning($0)) })
  }

  var options: SearchOptions {
    SearchOptions(
      seed: seed, timeLimitSeconds: timeLimit.map { Double($0.seconds) } ?? 60,
      gap: gap.percent / 100,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
