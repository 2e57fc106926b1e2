import ArgumentParser
import Drills
import Feeds
import Office
import Reports

/// The addresses of private feeds.
struct LinkCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "link", abstract: Phrases.help.link, discussion: Phrases.help.linkExample,
      subcommands: [List.self, New.self, Revoke.self])
  }

  struct List: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "list", abstract: Phrases.help.linkList)
    }

    @OptionGroup var common: CommonOptions
    @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

    func run() throws {
      let folder = try OfficeFolder(try common.workspace(nil))
      try LinkTable(try folder.links(), of: folder, at: common.nowInstant).show(in: format)
    }
  }

  struct New: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "new", abstract: Phrases.help.linkNew,
        discussion: Phrases.help.linkNewExample)
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var author: AuthorOptions
    @OptionGroup var audience: LinkAudience
    @Option(help: .init(Phrases.help.linkLabel)) var label = ""
    @Option(help: .init(Phrases.help.format)) var format = OutputFormat.table

    func run() throws {
      let folder = try OfficeFolder(try common.workspace(nil))
      let standing = try folder.newestPlanned(at: common.nowInstant)
      standing.cautions.forEach(Terminal.warn)
      let feeds = try audience.chosen(from: try standing.feeds())
      let links = try folder.makeLinks(
        to: feeds, label: label, by: author.name, at: common.nowInstant)
      try LinkTable(links, of: folder, at: common.nowInstant).show(in: format)
    }
  }

  struct Revoke: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(commandName: "revoke", abstract: Phrases.help.linkRevoke)
    }

    @OptionGroup var common: CommonOptions
    @OptionGroup var author: AuthorOptions
    @Argument(help: .init(Phrases.help.linkNumber)) var number: Int

    func run() throws {
      let folder = try OfficeFolder(try common.workspace(nil))
      let link = try folder.revoke(number, by: author.name, at: common.nowInstant)
      Terminal.print([Phrases.revoked(link.number, daysServed: RetiredFeed.daysServed)])
    }
  }
}

/// Whose feeds links are made to.
struct LinkAudience: ParsableArguments {
  @Option(help: .init(Phrases.help.feedCommunity, valueName: "id")) var community: [String] = []
  @Option(help: .init(Phrases.help.feedArea, valueName: "id")) var area: [String] = []
  @Option(help: .init(Phrases.help.linkDepartment, valueName: "id")) var department: [String] = []
  @Option(help: .init(Phrases.help.feedVenue, valueName: "id")) var venue: [String] = []
  @Option(help: .init(Phrases.help.feedTeam, valueName: "id")) var team: [String] = []
  @Flag(help: .init(Phrases.help.feedOrganizer)) var organizer = false
  @Flag(help: .init(Phrases.help.linkAll)) var all = false
  @Flag(name: .customLong("tasks"), help: .init(Phrases.help.feedTasks)) var isTasks = false

  private var isOfSome: Bool {
    organizer || [community, area, department, venue, team].contains { !$0.isEmpty }
  }

  func validate() throws {
    if !isOfSome, !all { throw ValidationError(Phrases.linkToWhom) }
    if isTasks, !team.isEmpty || !venue.isEmpty { throw ValidationError(Phrases.noTasksOfTeams) }
    if !isTasks, !department.isEmpty { throw ValidationError(Phrases.departmentsHaveTasks) }
  }

  /// The feed of everything is one feed here.
  func chosen(from files: [FeedFile]) throws(Refusal) -> [FeedFile] {
    let edition = isTasks ? FeedID.Edition.tasks : .private
    var choice = FeedChoice(edition)
    choice.areas = area
    choice.communities = community
    choice.departments = department
    choice.teams = team
    choice.venues = venue
    choice.organizer = organizer
    let everything = files.filter { all && $0.edition == edition && $0.id == .all }
    return everything + (isOfSome ? try choice.chosen(from: files) : [])
  }
}
