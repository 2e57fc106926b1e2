import ArgumentParser
import Drills
import Office

struct BlockCommand: DecisionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "block", abstract: Phrases.help.block, discussion: Phrases.help.blockExamples)
  }

  @Option(help: .init(Phrases.help.blockDates, valueName: "2024-06-12..2024-06-14"))
  var dates: [DatesOption]
  @Option(
    help: .init(Phrases.help.blockHours, valueName: "08:00-18:00"),
    transform: HoursOption.init(argument:)) var hours: HoursOption?
  @Option(help: .init(Phrases.help.blockCommunity, valueName: "id")) var community: [String] = []
  @Option(help: .init(Phrases.help.blockArea, valueName: "id")) var area: [String] = []
  @Option(help: .init(Phrases.help.blockVenue, valueName: "id")) var venue: [String] = []
  @Option(help: .init(Phrases.help.blockTeam, valueName: "id")) var team: [String] = []
  @Option(help: .init(Phrases.help.blockKind)) var kind: [KindOption] = []
  @Option(help: .init(Phrases.help.blockRequirement, valueName: "id"))
  var requirement: [String] = []
  @OptionGroup var deciding: DecidingOptions

  var request: any DecisionRequest {
    var block = Block(DaySet(dates.flatMap(\.ranges)))
    block.hours = hours?.ranges ?? []
    block.communities = community
    block.areas = area
    block.kinds = Set(kind.map(\.kind))
    block.venues = venue
    block.teams = team
    block.requirements = requirement
    return block
  }
}
