package import Drills

/// Who recorded what, when: oldest first.
package struct HistoryDocument: Encodable {
  let id: String
  let events: [HistoryEntryDocument]
  private let part: String?

  /// `part`: only what has it in its id, in the name of whom or what it is about, or in its author's name.
  package init(_ events: [HistoryEvent], in program: Program, of part: String? = nil) {
    id = program.id
    let named = part.map { program.ids(named: $0) } ?? []
    self.events = events.map { HistoryEntryDocument($0, in: program.zone) }.filter { event in
      guard let part else { return true }
      let subject = event.subject.text
      return subject.contains(part) || event.by.contains(part)
        || subject.split(separator: "/").contains { named.contains(String($0)) }
    }
    self.part = part
  }

  private enum CodingKeys: CodingKey {
    case id, events
  }

  /// A line for each; what was looked for, where nothing is known of it.
  package func lines(in language: Language) -> [String] {
    if events.isEmpty, let part {
      return [
        language("记录里没有与“\(part)”有关的内容", "the record has nothing about '\(part)'")
      ]
    }
    var table = TextTable([.left, .left, .left, .right, .left, .left])
    for event in events {
      table.append(
        [
          String(event.at.prefix(16)).replacing("T", with: " "), event.by.truncated(toWidth: 12),
          event.kindWord(in: language), String(event.number),
          event.subjectWord(in: language).truncated(toWidth: 40), event.summary(in: language),
        ].map(\.onOneLine))
    }
    return table.lines()
  }
}

extension Program {
  /// Of all that has `part` in its name.
  fileprivate func ids(named part: String) -> Set<String> {
    if part.isEmpty { return [] }
    let names: [(id: String, name: String)] =
      owners.map { ($0.text, name(ofOwner: $0)) } + venues.elements.map { ($0.id, $0.name) }
      + teams.elements.map { ($0.id, $0.name) } + requirements.elements.map { ($0.id, $0.name) }
      + campaigns.map { ($0.id, $0.name) } + deadlines.map { ($0.id, $0.name) }
    return Set(names.filter { $0.name.contains(part) }.map(\.id))
  }
}

extension String {
  /// A line of its own in somebody's words would pass for another entry.
  fileprivate var onOneLine: String {
    String(map { $0.isNewline ? "⏎" : $0 })
  }
}

/// One thing that was appended, with all that it says.
struct HistoryEntryDocument: Encodable {
  struct FileDocument: Encodable {
    let name: String
    let size: Int
    let hash: String
    let withheld: Bool?

    init(_ file: EvidenceFile) {
      name = file.name
      size = file.size
      hash = file.hash
      withheld = file.isWithheld ? true : nil
    }
  }
  struct PartnerDocument: Encodable {
    let community: OwnerID
    let people: Int
    let activity: DutyID?
  }

  let kind: Kind
  let number: Int
  let at: String
  let by: String
  let subject: Subject
  /// The number of the row that it takes back, mends or decides on.
  var of: Int?
  /// Of what was taken back by its number.
  var ofKind: Kind?
  var day: String?
  var lastDay: String?
  var people: Int?
  var start: String?
  var minutes: Int?
  var residents: Int?
  var assisted: Int?
  var evacuationSeconds: Int?
  var headcountSeconds: Int?
  var mode: String?
  var weather: String?
  var observers: String?
  var counts: [String: Int]?
  var partners: [PartnerDocument]?
  var files: [FileDocument]?
  var note: String?
  var confirmed: Bool?
  var late: Bool?
  var community: OwnerID?
  var venue: String?
  var amount: Int?
  var name: String?
  var text: String?
  var source: String?
  var owner: String?
  var mendBy: String?
  var medium: String?
  var published: String?
  var platform: String?
  var stage: String?
  var passed: Bool?
  var base: Int?
  /// Of a revision that was saved as a draft.
  var draft: Bool?
  var unplaced: Int?
  var cost: Int?
  var reason: ReasonCode?
  var teams: [String: String]?
  var fields: [String]?
  var overrides: [HardRule]?
  var block: BlockDocument?
  var about: String?
  var revision: Int?
  /// Whether somebody was told, or says so.
  var how: String?
  var granted: Bool?
  var hash: String?

  init(_ event: HistoryEvent, in zone: Zone) {
    number = event.number
    at = zone.timestamp(at: event.instant)
    by = event.author
    kind = Kind(event.what)
    subject = Subject(event.what)
    switch event.what {
    case .revision(_, let base, let unplaced, let cost, let isDraft):
      draft = isDraft ? true : nil
      self.base = base
      self.unplaced = unplaced
      self.cost = cost
    case .draftEnd(_, let revision):
      self.revision = revision
    case .completion(let completion): tell(completion)
    case .withdrawal(let completion):
      of = completion.number
      day = completion.day.description
      people = completion.people
    case .count(let count): tell(count)
    case .problem(let problem): tell(problem)
    case .mending(let problem, let day, let note, let files):
      of = problem.number
      text = problem.text
      source = problem.source.rawValue
      self.day = day.description
      self.note = note
      self.files = files.map(FileDocument.init)
    case .work(let work):
      name = work.title
      medium = work.medium.rawValue
      published = work.published.description
      platform = work.platform
      files = work.files.map(FileDocument.init)
    case .outcome(let work, let outcome):
      of = work.number
      name = work.title
      stage = outcome.stage
      passed = outcome.passed
      day = outcome.day.description
    case .reveal(let reveal):
      day = reveal.start.day.description
      start = clock(reveal.start.minute)
    case .retraction(let kind, let row, _):
      ofKind = Kind(kind)
      of = row
    case .decision(let decision): tell(decision)
    case .notice(let notice):
      about = notice.about
      revision = notice.revision
      how = notice.how.rawValue
    case .wish(let wish): tell(wish)
    case .answer(_, let answer):
      of = answer.decision
      granted = answer.isGranted
      text = answer.words
    case .withholding(let withholding):
      hash = withholding.hash
      text = withholding.words
    }
  }

  private mutating func tell(_ wish: Wish) {
    text = wish.words
    switch wish.what {
    case .anotherTime(_, let day, let start):
      self.day = day.description
      self.start = clock(start)
    case .cannotCome(_, let days):
      day = days.lowerBound.description
      if days.count > 1 { lastDay = days.upperBound.description }
    }
  }

  private mutating func tell(_ decision: Decision) {
    reason = decision.reason
    text = decision.words
    switch decision.what {
    case .move(_, let placement, let fields, let overrides):
      tell(placement, fields)
      self.overrides = HardRule.allCases.filter(overrides.contains)
    case .pin(_, let placement, let fields): tell(placement, fields)
    case .block(let closure, _): block = BlockDocument(closure)
    case .undo(let number): of = number
    case .unpin, .cancel, .restore: break
    }
  }

  private mutating func tell(_ placement: Placement, _ fields: Set<Fixing.Field>) {
    if fields.contains(.day) { day = placement.day.description }
    if fields.contains(.start) { start = clock(placement.start) }
    if fields.contains(.venue) { venue = placement.venue }
    if fields.contains(.teams) { teams = placement.teams }
    self.fields = Fixing.Field.allCases.filter(fields.contains).map(\.rawValue)
  }

  private mutating func tell(_ completion: Completion) {
    day = completion.day.description
    lastDay = completion.lastDay?.description
    people = completion.people
    start = completion.start.map(clock)
    minutes = completion.minutes
    residents = completion.residents
    assisted = completion.assisted
    evacuationSeconds = completion.evacuationSeconds
    headcountSeconds = completion.headcountSeconds
    mode = completion.mode?.rawValue
    weather = completion.weather
    observers = completion.observers
    counts = completion.counts
    partners = completion.partners.map {
      PartnerDocument(community: $0.community, people: $0.people, activity: $0.activity)
    }
    files = completion.files.map(FileDocument.init)
    note = completion.note
    confirmed = completion.isConfirmed
    late = completion.isLate
  }

  private mutating func tell(_ count: Count) {
    community = count.owner
    day = count.day.description
    amount = count.amount
    name = count.name
    note = count.note
    files = count.files.map(FileDocument.init)
  }

  private mutating func tell(_ problem: Problem) {
    of = problem.completion
    day = problem.foundOn.description
    text = problem.text
    venue = problem.venue
    source = problem.source.rawValue
    owner = problem.mender
    mendBy = problem.mendBy?.description
    files = problem.files.map(FileDocument.init)
  }
}
