import ArgumentParser
import Drills
import Office
import Record

struct Done: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "done", abstract: Phrases.help.done, discussion: Phrases.help.doneExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var completion: CompletionOptions
  @Option(name: .customLong("key"), help: .init(Phrases.help.key)) var key: String?
  @Argument(help: .init(Phrases.help.identifier)) var id: String?
  @Flag(name: .customLong("form"), help: .init(Phrases.help.doneForm)) var isForm = false
  @Option(name: .customLong("from"), help: .init(Phrases.help.doneFrom, valueName: "done.xlsx"))
  var sheet: String?

  func validate() throws {
    guard [id != nil, isForm, sheet != nil].count(where: { $0 }) == 1 else {
      throw ValidationError(Phrases.oneOfDone)
    }
    if isForm, key != nil { throw ValidationError(Phrases.keyOfReports) }
  }

  func run() throws {
    let office = Office(folder: try common.workspace(nil))
    let now = common.nowInstant
    if isForm {
      let standing = try office.standing(at: now)
      standing.cautions.forEach(Terminal.warn)
      Terminal.print([DoneSheet.form(of: try standing.view(), in: Phrases.language)])
      return
    }
    let key = try key.map(SubmissionKey.init)
    let register = try office.register()
    let today = register.zone.moment(at: now).day
    let filled = try sheet.map { try DoneSheet(path: $0, today: today) }
    Terminal.warn(try register.record.clockWarning(at: now))
    if let filled {
      Terminal.tell(filled.warnings, as: Phrases.warning)
      let rows = try office.record(filled, in: register, by: author.name, at: now, under: key)
      for row in rows.wanting { row.lines(in: Phrases.language).forEach(Terminal.warn) }
      Terminal.print([rows.text(in: Phrases.language)])
    } else if let id {
      let recorded = try office.record(
        completion.report, of: id, in: register, by: author.name, at: now, under: key)
      Terminal.print(recorded.lines(in: Phrases.language))
    }
    try office.publish(register, at: now, warn: Terminal.warn)
  }
}
