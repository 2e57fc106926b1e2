import ArgumentParser
import Drills
import Record

struct EntryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "entry", abstract: Phrases.help.entryCommand,
      discussion: Phrases.help.entryExamples)
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var author: AuthorOptions
  @Argument(help: .init(Phrases.help.entryArgument)) var subject: String
  @Option(help: .init(Phrases.help.countOwner, valueName: "id")) var community: String?
  @Option(help: .init(Phrases.help.entryTitle)) var title: String?
  @Option(help: .init(Phrases.help.medium)) var medium: MediumOption?
  @Option(help: .init(Phrases.help.publishedOn, valueName: "day")) var published: Day?
  @Option(help: .init(Phrases.help.platform)) var platform = ""
  @Option(help: .init(Phrases.help.file)) var file: [String] = []
  @Option(help: .init(Phrases.help.stage)) var stage: String?
  @Flag(help: .init(Phrases.help.passed)) var passed = false
  @Flag(help: .init(Phrases.help.failed)) var failed = false
  @Option(name: .customLong("on"), help: .init(Phrases.help.decidedOn)) var day: Day?

  func validate() throws {
    if Int(subject) != nil {
      guard stage != nil, passed != failed else { throw ValidationError(Phrases.stageNeedsOutcome) }
    } else {
      guard stage == nil, !passed, !failed, community != nil, title != nil, medium != nil,
        published != nil
      else { throw ValidationError(Phrases.entryNeeds) }
    }
  }

  func run() throws {
    let session = try Session(folder: try common.workspace(nil), tellsWarnings: false)
    _ = try session.openOrCreateRecord()
    let books = try Books(session, at: common.nowInstant)
    try books.record.tellIfClockIsBehind(common.nowInstant)
    if let number = Int(subject) {
      try judge(number, books)
    } else {
      try enter(books)
    }
  }

  private func enter(_ books: Books) throws {
    guard let community, let title, let medium, let published else { return }
    let contests = books.program.campaigns.filter { !$0.stages.isEmpty }
    guard let campaign = contests.first(where: { $0.id == subject }) else {
      throw Failure(.noInput, Phrases.unknown(subject, among: contests.map { ($0.id, $0.name) }))
    }
    let owner = try books.owner(community)
    guard books.program.campaignRuns.contains(where: { $0.id == "\(owner)/\(campaign.id)" }) else {
      throw Failure(.usage, Phrases.notInContest(owner, campaign.name))
    }
    if let since = campaign.madeSince, published < since {
      throw Failure(.usage, Phrases.madeTooEarly(published, since))
    }
    guard published <= books.today else {
      throw Failure(.usage, Phrases.futureDay(published, today: books.today))
    }
    var work = Work(
      campaign: campaign.id, community: owner, title: title, medium: medium.medium,
      published: published, recordedBy: author.name, recordedAt: common.nowInstant)
    work.platform = platform
    work.files = try EvidenceFolder(workspace: books.session.folder).keep(file)
    let number = try books.record.enter(work)
    Terminal.print([Phrases.entered(number, title, first: campaign.stages.first ?? "")])
  }

  private func judge(_ number: Int, _ books: Books) throws {
    guard let stage else { return }
    let decided = day ?? books.today
    guard decided <= books.today else {
      throw Failure(.usage, Phrases.futureDay(decided, today: books.today))
    }
    let campaigns = books.program.campaigns
    func stages(of work: Work) -> [String] {
      campaigns.first { $0.id == work.campaign }?.stages ?? []
    }
    let standing = try books.record.judge(number) { work in
      guard work.nextStage(of: stages(of: work)) == stage else { return nil }
      return Work.Outcome(
        stage: stage, passed: passed, day: decided, recordedBy: author.name,
        recordedAt: common.nowInstant)
    }
    guard let standing else { throw Failure(.noInput, Phrases.noSuchEntry(number)) }
    let next = standing.nextStage(of: stages(of: standing))
    guard next == stage else {
      throw Failure(.usage, Phrases.stageOutOfOrder(number, stage, next: next))
    }
    Terminal.print([Phrases.judged(standing, stage, passed)])
  }
}
