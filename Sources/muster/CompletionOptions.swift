import ArgumentParser
import Drills

/// What `done` takes of one activity, task or campaign.
struct CompletionOptions: ParsableArguments {
  @Option(help: .init(Phrases.help.people)) var people: Int?
  @Option(name: .customLong("on"), help: .init(Phrases.help.on, valueName: "day"))
  var days: DaysOption?
  @Option(help: .init(Phrases.help.start, valueName: "09:05")) var start: ClockOption?
  @Option(help: .init(Phrases.help.minutes)) var minutes: Int?
  @Option(help: .init(Phrases.help.residents)) var residents: Int?
  @Option(help: .init(Phrases.help.assisted)) var assisted: Int?
  @Option(help: .init(Phrases.help.evacuatedIn, valueName: "4m20s"))
  var evacuatedIn: DurationOption?
  @Option(help: .init(Phrases.help.headcountIn, valueName: "7m")) var headcountIn: DurationOption?
  @Option(help: .init(Phrases.help.mode)) var mode: ModeOption?
  @Option(help: .init(Phrases.help.weather)) var weather = ""
  @Option(help: .init(Phrases.help.observers)) var observers = ""
  @Option(help: .init(Phrases.help.count, valueName: "counter=n")) var count: [AssignmentOption] =
    []
  @Option(name: .customLong("with"), help: .init(Phrases.help.with, valueName: "community=n"))
  var partners: [AssignmentOption] = []
  @Option(help: .init(Phrases.help.problem)) var problem: [String] = []
  @Option(help: .init(Phrases.help.owner)) var owner = ""
  @Option(name: .customLong("mend-by"), help: .init(Phrases.help.mendBy)) var mendBy: Day?
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(help: .init(Phrases.help.note)) var note = ""
  @Flag(name: .customLong("confirm"), help: .init(Phrases.help.confirm)) var isConfirmed = false

  func validate() throws {
    for number in [people, minutes, residents, assisted].compactMap(\.self) where number < 0 {
      throw ValidationError(Phrases.negativePeople(number))
    }
    if minutes == 0 { throw ValidationError(Phrases.noMinutes) }
  }

  var fields: CompletionFields {
    var fields = CompletionFields()
    fields.people = people
    fields.days = days?.days
    fields.start = start?.minute
    fields.minutes = minutes
    fields.residents = residents
    fields.assisted = assisted
    fields.evacuationSeconds = evacuatedIn?.seconds
    fields.headcountSeconds = headcountIn?.seconds
    fields.mode = mode?.mode
    fields.weather = weather
    fields.observers = observers
    fields.counts = count
    fields.partners = partners
    fields.problems = problem
    fields.mender = owner
    fields.mendBy = mendBy
    fields.files = file
    fields.note = note
    fields.isConfirmed = isConfirmed
    return fields
  }
}
