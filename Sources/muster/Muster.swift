import ArgumentParser
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
        CountCommand.self, Problem.self, Mend.self, EntryCommand.self, Report.self,
        FormCommand.self,
        History.self,
        Export.self, FeedsCommand.self, RevealCommand.self, BackupCommand.self,
        EvidenceCommand.self,
      ])
  }

  static func main() async {
    Terminal.prepare()
    await Phrases.$language.withValue(Terminal.language) { await answer() }
  }

  private static func answer() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      end(failure)
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
      end(Failure(refusal))
    } catch let failure as RecordFailure {
      end(Failure(Refusal(.record(failure))))
    } catch {
      let status = exitCode(for: error)
      let message = Phrases.help.translated(fullMessage(for: error))
      if !message.isEmpty {
        if status == .success { Terminal.print([message]) } else { Terminal.warn(message) }
      }
      leave(status.rawValue)
    }
    leave(0)
  }

  private static func end(_ failure: Failure) -> Never {
    Terminal.warn("\(Phrases.errorMark)\(failure.message)")
    leave(failure.status.rawValue)
  }

  /// Ends the program; an answer that could not be written is none.
  private static func leave(_ status: Int32) -> Never {
    if status <= 1, let cause = Terminal.outputFailure {
      Terminal.warn(Phrases.errorMark + Phrases.outputFailed(cause))
      exit(withError: ExitCode(Failure.Status.inputOutput.rawValue))
    }
    exit(withError: ExitCode(status))
  }
}
