import ArgumentParser
import Drills
import Office
import Reports

struct OptionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "options", abstract: Phrases.help.options,
      discussion: Phrases.help.optionsExamples)
  }

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case part, community
  }

  @OptionGroup var common: CommonOptions
  @Argument(help: .init(Phrases.help.identifier)) var id: String
  @Option(help: .init(Phrases.help.optionsBy)) var by = Grouping.part
  @Flag(name: .customLong("same-venue"), help: .init(Phrases.help.sameVenue))
  var isSameVenue = false
  @Flag(name: .customLong("same-day"), help: .init(Phrases.help.sameDay)) var isSameDay = false
  @Option(help: .init(Phrases.help.optionDates, valueName: "2024-06-12..2024-06-14"))
  var dates: [DatesOption] = []
  @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

  func run() throws {
    let standing = try Office(folder: try common.workspace(nil)).standing(at: common.nowInstant)
    standing.cautions.forEach(Terminal.warn)
    var request = OptionsRequest(id)
    request.isSameVenue = isSameVenue
    request.isSameDay = isSameDay
    request.days = dates.isEmpty ? nil : DaySet(dates.flatMap(\.ranges))
    let (report, isEmpty) = try standing.options(request)
    switch format {
    case .json: Terminal.print([try report.json()])
    case .table:
      Terminal.print(
        report.lines(
          byCommunity: by == .community, in: Phrases.language, style: Terminal.style))
    }
    if isEmpty { throw ExitCode(Failure.Status.no.rawValue) }
  }
}
