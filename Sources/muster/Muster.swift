import ArgumentParser
import Foundation
import Office
import Record

@main
struct Muster: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "muster",
      abstract: Phrases.help.abstract,
      discussion: Phrases.help.discussion,
      version: "Muster 1.0",
      subcommands: [
        Init.self, Check.self, PlanCommand.self, PublishCommand.self, Show.self,
        ExplainCommand.self, OptionsCommand.self, MoveCommand.self, PinCommand.self,
        UnpinCommand.self, CancelCommand.self, BlockCommand.self, WhatIf.self, Diff.self,
        Notices.self, Status.self,
        Done.self, Undo.self,
        CountCommand.self, ProblemCommand.self, Mend.self, EntryCommand.self, Report.self,
        FormCommand.self,
        History.self,
        Export.self, FeedsCommand.self, RevealCommand.self, BackupCommand.self,
        EvidenceCommand.self, LinkCommand.self, OfficeCommand.self,
      ])
  }

  static func main() async {
    Terminal.prepare()
    let language = Terminal.language(
      CommandLine.arguments, in: ProcessInfo.processInfo.environment)
    let status = await Phrases.$language.withValue(language) { await answer() }
    exit(withError: ExitCode(status))
  }

  /// Does what is asked.
  ///
  /// - Parameter arguments: Without the program's name; else those of the process.
  /// - Returns: The status with which a process ends.
  static func answer(_ arguments: [String]? = nil) async -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return settled(0)
    } catch let failure as Failure {
      return ended(by: failure)
    } catch let refusal as Refusal {
      if case .workspace(let mistakes, _) = refusal.reason {
        Terminal.tell(mistakes, as: Phrases.error)
      }
      if case .sheet(.mistakes(let mistakes)) = refusal.reason {
        for mistake in mistakes {
          let text = mistake.text(in: Phrases.language, for: CommandLineFront())
          Terminal.warn("\(Phrases.errorMark)\(text)")
        }
      }
      return ended(by: Failure(refusal))
    } catch let failure as RecordFailure {
      return ended(by: Failure(Refusal(.record(failure))))
    } catch {
      let status = exitCode(for: error)
      let message = Phrases.help.translated(fullMessage(for: error))
      if !message.isEmpty {
        if status == .success { Terminal.print([message]) } else { Terminal.warn(message) }
      }
      return settled(status.rawValue)
    }
  }

  private static func ended(by failure: Failure) -> Int32 {
    Terminal.warn("\(Phrases.errorMark)\(failure.message)")
    return settled(failure.status.rawValue)
  }

  /// An answer that could not be written is none.
  private static func settled(_ status: Int32) -> Int32 {
    guard status <= 1, let cause = Terminal.outputFailure else { return status }
    Terminal.warn(Phrases.errorMark + Phrases.outputFailed(cause))
    return Failure.Status.inputOutput.rawValue
  }
}
