import ArgumentParser
import Drills
import Office

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
  @OptionGroup var mender: MenderOptions
  @Option(name: .customLong("mend-by"), help: .init(Phrases.help.mendBy)) var mendBy: Day?
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(help: .init(Phrases.help.note)) var note = ""
  @Flag(name: .customLong("confirm"), help: .init(Phrases.help.confirm)) var isConfirmed = false

  var report: CompletionReport {
    var report = CompletionReport()
    report.people = people
    report.days = days?.days
    report.start = start?.minute
    report.minutes = minutes
    report.residents = residents
    report.assisted = assisted
    report.evacuationSeconds = evacuatedIn?.seconds
    report.headcountSeconds = headcountIn?.seconds
    report.mode = mode?.mode
    report.weather = weather
    report.observers = observers
    report.counts = count.map(\.assignment)
    report.partners = partners.map(\.assignment)
    report.problems = problem
    report.mender = mender.name
    report.mendBy = mendBy
    report.files = file
    report.note = note
    report.isConfirmed = isConfirmed
    return report
  }
}
