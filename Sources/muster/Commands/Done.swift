import ArgumentParser
import Drills
import Foundation
import Record
import Reports
import Workspace

struct Done: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "done", abstract: Phrases.help.done, discussion: Phrases.help.doneExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var completion: CompletionOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String?
  @Flag(name: .customLong("form"), help: .init(Phrases.help.doneForm)) var isForm = false
  @Option(name: .customLong("from"), help: .init(Phrases.help.doneFrom, valueName: "done.csv"))
  var sheet: String?

  func validate() throws {
    guard [id != nil, isForm, sheet != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(Phrases.oneOfDone)
    }
  }

  func run() throws {
    let folder = try common.workspace(nil)
    if isForm {
      let session = try Session(folder: folder, tellsWarnings: false)
      let published = try PublishedPlan(session)
      try published.tellWhatNoLongerHolds(session, at: common.nowInstant)
      let view = try published.viewForRecording(now: common.nowInstant)
      Terminal.print([DoneSheet.form(of: view, language: Phrases.language)])
      return
    }
    let recorder = CompletionRecorder(
      try DoneDesk(folder: folder), by: author.name, at: common.nowInstant)
    if let sheet {
      try recorder.record(try DoneSheet.read(sheet), from: URL(filePath: sheet))
    } else if let id {
      try recorder.record(id, completion.fields)
    }
  }
}
