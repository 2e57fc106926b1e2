import ArgumentParser
import Drills
import Feeds
import Office

/// Which feeds a command is about.
struct FeedSelection: ParsableArguments {
  @Option(help: .init(Phrases.help.feedCommunity, valueName: "id")) var community: [String] = []
  @Option(help: .init(Phrases.help.feedArea, valueName: "id")) var area: [String] = []
  @Option(help: .init(Phrases.help.feedVenue, valueName: "id")) var venue: [String] = []
  @Option(help: .init(Phrases.help.feedTeam, valueName: "id")) var team: [String] = []
  @Flag(help: .init(Phrases.help.feedOrganizer)) var organizer = false
  @Flag(help: .init(Phrases.help.feedAll)) var all = false
  @Flag(name: .customLong("private"), help: .init(Phrases.help.feedPrivate)) var isPrivate = false
  @Flag(name: .customLong("tasks"), help: .init(Phrases.help.feedTasks)) var isTasks = false

  func validate() throws {
    if isPrivate, isTasks { throw ValidationError(Phrases.twoEditions) }
    if organizer, edition == .public { throw ValidationError(Phrases.organizerIsPrivate) }
    if isTasks, !team.isEmpty || !venue.isEmpty { throw ValidationError(Phrases.noTasksOfTeams) }
  }

  private var edition: FeedFile.Edition { isTasks ? .tasks : isPrivate ? .private : .public }

  /// Private feeds show a draft beside what is published, and must say so.
  func tellOfDraft(_ standing: Standing) {
    guard edition != .public, let draft = standing.draft?.revision.number else { return }
    Terminal.warn(Phrases.draftInFeeds(draft))
  }

  /// Without any choice, every feed of the edition.
  var choice: FeedChoice {
    var choice = FeedChoice(edition)
    choice.areas = area
    choice.communities = community
    choice.teams = team
    choice.venues = venue
    choice.organizer = organizer
    choice.all = all
    return choice
  }
}
