import ArgumentParser
import Drills

struct Cancel: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cancel", abstract: Phrases.help.cancel,
      discussion: Phrases.help.cancelExamples)
  }

  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Flag(help: .init(Phrases.help.restore)) var restore = false
  @OptionGroup var deciding: DecidingOptions

  func decision(at desk: Desk) throws -> (decision: Decision, notes: [String]) {
    let activity = try desk.activity(id)
    let isCancelled = desk.standing.cancelled[activity.id] != nil
    if restore {
      guard isCancelled else { throw Failure(.no, Phrases.notCancelled(activity.id)) }
      return (try deciding.decision(.restore(activity.id)), [])
    }
    guard desk.completions[activity.id] == nil else {
      throw Failure(.no, Phrases.doneStays(activity.id))
    }
    guard !isCancelled else { throw Failure(.no, Phrases.cancelledAlready(activity.id)) }
    return (try deciding.decision(.cancel(activity.id)), [])
  }
}
