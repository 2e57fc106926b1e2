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
      let standing = try folder.years[0].office.standing(at: common.nowInstant)
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
  @Option(help: .init(Phrases.help.feedVenue, valueName: "id")) var venue: [String] = []
  @Option(help: .init(Phrases.help.feedTeam, valueName: "id")) var team: [String] = []
  @Flag(help: .init(Phrases.help.feedOrganizer)) var organizer = false
  @Flag(help: .init(Phrases.help.linkAll)) var all = false
  @Flag(name: .customLong("tasks"), help: .init(Phrases.help.feedTasks)) var isTasks = false

  private var feeds: [FeedID] {
    community.map { FeedID(.communities, $0) } + area.map { FeedID(.areas, $0) }
      + venue.map { FeedID(.venues, $0) } + team.map { FeedID(.teams, $0) }
      + (organizer ? [.organizer] : []) + (all ? [.all] : [])
  }

  func validate() throws {
    if feeds.isEmpty { throw ValidationError(Phrases.linkToWhom) }
    if isTasks, !team.isEmpty || !venue.isEmpty { throw ValidationError(Phrases.noTasksOfTeams) }
  }

  func chosen(from files: [FeedFile]) throws(Failure) -> [FeedFile] {
    let edition = isTasks ? FeedID.Edition.tasks : .private
    let files = files.filter { $0.edition == edition }
    var chosen: [FeedFile] = []
    for feed in feeds {
      guard let file = files.first(where: { $0.id == feed }) else {
        throw Failure(
          .noInput,
          Phrases.noSuchFeed(feed.path(in: edition), like: feed, among: files.map(\.id)))
      }
      chosen.append(file)
    }
    return chosen
  }
}
