import Drills

/// Tells everyone concerned once of what changed since they were told last.
///
/// A community hears of every change of its activities, and of the organizer's that it attends; a
/// venue and a team of what comes, goes or shifts in time. What lies in the past is not told.
struct ChangeNotices {
  private typealias Recipient = NoticeID.Recipient

  private let view: PlanView
  private let lastTold: [NoticeID: Int]
  private let baselines: [NoticeBook.Told]
  private var program: Program { view.agenda.program }
  private let words: Words

  init(_ view: PlanView, sent: [SentNotice], baselines: [NoticeBook.Told]) {
    self.view = view
    self.baselines = baselines
    lastTold = Dictionary(sent.map { ($0.notice, $0.revision) }, uniquingKeysWith: { $1 })
    words = Words(view.agenda.program.language)
  }

  /// By communities, venues, teams, each in the order of its table.
  func notices() -> [Notice] {
    guard let first = baselines.map(\.revision).min() else { return [] }
    let now = PlanDiff.Side(
      agenda: view.agenda, plan: view.revision.plan, decisions: view.decisions,
      earlier: view.revision.earlier)
    var byRecipient: [Recipient: [PlanDiff.Change]] = [:]
    for told in baselines {
      for change in PlanDiff(from: told.side, to: now).changes where isToTell(change) {
        for recipient in recipients(of: change, told.side.agenda)
        where (lastTold[NoticeID(changesFor: recipient)] ?? first) == told.revision {
          byRecipient[recipient, default: []].append(change)
        }
      }
    }
    return ordered(byRecipient.keys).compactMap { recipient in
      byRecipient[recipient].map { notice(to: recipient, of: $0) }
    }
  }

  private func isToTell(_ change: PlanDiff.Change) -> Bool {
    guard change.kind != .overridden, view.statuses[change.id] != .done else { return false }
    return days(of: change).contains { $0 >= view.today }
  }

  private func days(of change: PlanDiff.Change) -> [Day] {
    [change.from?.day, change.to?.day].compactMap(\.self)
  }

  private func recipients(of change: PlanDiff.Change, _ old: Agenda) -> Set<Recipient> {
    var recipients: Set<Recipient> = []
    if let community = change.host.member { recipients.insert(.community(community)) }
    let agenda = view.agenda.activities[change.id] == nil ? old : view.agenda
    if let activity = agenda.activities[change.id] {
      for row in activity.partners + agenda.attendees(of: activity) {
        recipients.insert(.community(agenda.program.communities[row].id))
      }
    }
    var isElsewhere = change.from?.moment != change.to?.moment
    if case .otherClock = change.why { isElsewhere = true }
    let venues = [change.from?.venue, change.to?.venue]
    if isElsewhere || venues[0] != venues[1] {
      for venue in venues.compactMap(\.self) { recipients.insert(.venue(venue)) }
    }
    let before = Set((change.from?.teams ?? [:]).values)
    let after = Set((change.to?.teams ?? [:]).values)
    let moved = isElsewhere || venues[0] != venues[1]
    for team in moved ? before.union(after) : before.symmetricDifference(after) {
      recipients.insert(.team(team))
    }
    return recipients
  }

  private func ordered(_ recipients: some Sequence<Recipient>) -> [Recipient] {
    let known: [Recipient] =
      program.communities.elements.map { .community($0.id) }
      + program.venues.elements.map { .venue($0.id) }
      + program.teams.elements.map { .team($0.id) }
    let all = Set(recipients)
    // What has left the tables is told last.
    return known.filter(all.contains)
      + all.subtracting(known).sorted { NoticeID(changesFor: $0) < NoticeID(changesFor: $1) }
  }

  private func notice(to recipient: Recipient, of changes: [PlanDiff.Change]) -> Notice {
    let coming = changes.flatMap(days).filter { $0 >= view.today }
    let decided = program.zone.moment(at: view.revision.publishedAt).day
    let by = max((coming.min() ?? view.today) + -1, decided)
    return Notice(
      id: NoticeID(changesFor: recipient), kind: .change, to: name(of: recipient), by: by,
      activities: changes.map(\.id), about: "", message: message(to: recipient, changes),
      short: changes.map { words.short($0, in: program) }, calls: calls(of: recipient),
      group: group(of: recipient))
  }

  private func calls(of recipient: Recipient) -> [Notice.Call] {
    let contact =
      switch recipient {
      case .community(let id): program.communities[id]?.contact
      case .venue(let id): program.venues[id]?.contact
      case .team(let id): program.teams[id]?.contact
      }
    return [Notice.Call(name(of: recipient), contact)].compactMap(\.self)
  }

  private func group(of recipient: Recipient) -> Notice.Group {
    switch recipient {
    case .community: .communities
    case .venue: .venues
    case .team: .teams
    }
  }

  private func name(of recipient: Recipient) -> String {
    switch recipient {
    case .community(let id): program.communities[id]?.name ?? id
    case .venue(let id): program.venues[id]?.name ?? id
    case .team(let id): program.teams[id]?.name ?? id
    }
  }

  private func message(to recipient: Recipient, _ changes: [PlanDiff.Change]) -> String {
    let say = words.language
    var lines = [
      say("【安排变动】\(name(of: recipient))：", "[Changes] \(name(of: recipient)):")
    ]
    for (index, change) in changes.enumerated() {
      lines.append("\(index + 1). " + sentence(change))
    }
    let isSecret = changes.contains { change in
      view.agenda.activities[change.id]
        .map { view.agenda.requirement(of: $0).announcement != .public } ?? false
    }
    return (lines + words.closing(isSecret: isSecret, of: program)).joined(separator: "\n")
  }

  private func sentence(_ change: PlanDiff.Change) -> String {
    let say = words.language
    let who = program.name(ofOwner: change.host)
    let from = change.from.map { words.placement($0, change, in: program) } ?? ""
    let to = change.to.map { words.placement($0, change, in: program) } ?? ""
    let why = words.why(change)
    let because = why.isEmpty ? "" : say("（\(why)）", " (\(why))")
    let mark = OverrideMark.text(change.overrides, in: say)
    let what =
      say("\(who)“\(change.name)”", "\(who), “\(change.name)”")
      + (mark.isEmpty ? "" : say(mark, " \(mark)"))
    switch change.kind {
    case .new, .overridden: return say("\(what)：\(to)。", "\(what): \(to).")
    case .moved:
      return say(
        "\(what)：原定 \(from)，改为 \(to)\(because)。", "\(what): was \(from), is now \(to)\(because).")
    case .cancelled, .gone:
      return say("\(what)：取消，原定 \(from)\(because)。", "\(what): cancelled, was \(from)\(because).")
    case .unplaced:
      return say(
        "\(what)：暂停，原定 \(from)，时间另行通知\(because)。",
        "\(what): put off, was \(from), a new time will follow\(because).")
    }
  }
}

extension PlanView {
  fileprivate var statuses: [DutyID: ActivityStatus] {
    Dictionary(entries.map { ($0.activity.id, $0.status) }, uniquingKeysWith: { first, _ in first })
  }
}
