package import Drills

/// What `notices:` asks for: that somebody hears of an activity some working days before.
package struct Letter: Sendable {
  package let entry: PlanView.Entry
  package let placement: Placement
  package let to: String
  package let by: Day
  /// Among the requirement's notices, counted from 1.
  let number: Int

  var id: NoticeID { NoticeID(letter: number, of: entry.activity.id) }
  /// An activity that moves needs another letter.
  var about: String {
    ["\(placement.moment)", placement.venue ?? ""].joined(separator: " ")
  }

  /// Of what is still to come, those not sent yet, the most pressing first.
  static func all(in view: PlanView, sent: [SentNotice] = []) -> [Letter] {
    let told = Dictionary(sent.map { ($0.notice, $0.about) }, uniquingKeysWith: { $1 })
    return view.entries.filter { $0.status == .planned || $0.status == .due }
      .flatMap { entry -> [Letter] in
        guard let placement = entry.placement, placement.moment >= view.now else { return [] }
        return entry.requirement.notices.enumerated().map { index, rule in
          Letter(
            entry: entry, placement: placement, to: rule.to,
            by: rule.lastDay(before: placement.day, view.agenda.program.dayKinds),
            number: index + 1)
        }
      }
      .filter { told[$0.id] != $0.about }
      .sorted { ($0.by, $0.entry.number, $0.number) < ($1.by, $1.entry.number, $1.number) }
  }

  func notice(in view: PlanView) -> Notice {
    let program = view.agenda.program
    let words = Words(program.language)
    let say = program.language
    let requirement = entry.requirement
    let host = program.name(ofOwner: entry.host)
    let place = words.placement(placement, of: entry.activity, in: view.agenda)
    var lines = [
      say(
        "【提前通知】\(to)：\(host)拟举行“\(requirement.name)”。",
        "[Notice] \(to): \(host) is to hold “\(requirement.name)”."),
      say("时间地点：\(place)", "When and where: \(place)"),
    ]
    let mark = OverrideMark.text(entry.overrides, in: say)
    if !mark.isEmpty { lines.append(mark) }
    if entry.activity.participants > 0 {
      lines.append(
        say(
          "预计 \(entry.activity.participants) 人参加",
          "\(entry.activity.participants) people are expected"))
    }
    lines += words.closing(
      isSecret: requirement.announcement != .public, of: program)
    return Notice(
      id: id, kind: .letter, to: to, by: by, activities: [entry.activity.id], about: about,
      message: lines.joined(separator: "\n"), short: [short(words, program)],
      calls: calls(in: program), group: .others(to))
  }

  private func short(_ words: Words, _ program: Program) -> String {
    let moment = words.moment(placement, isAllDay: entry.requirement.isAllDay)
    let venue = placement.venue.flatMap { program.venues[$0]?.name }
    let host = program.name(ofOwner: entry.host)
    let people = entry.activity.participants
    let place = venue.map { words.language("在\($0)", " at \($0)") } ?? ""
    let many =
      people > 0 ? words.language("，预计\(people)人", ", \(people) people expected") : ""
    return words.language(
      "\(moment)，\(host)\(place)举行“\(entry.requirement.name)”\(many)",
      "\(moment): \(host) holds “\(entry.requirement.name)”\(place)\(many)")
  }

  /// Of its own teams those that are meant, else whoever of the tables is called so.
  private func calls(in program: Program) -> [Notice.Call] {
    let own = placement.teams.values.sorted().compactMap { program.teams[$0] }
    let teams = own.filter { $0.name.contains(to) || $0.role == to }
    let known = teams.isEmpty ? program.teams.elements.filter { $0.name.contains(to) } : teams
    if !known.isEmpty { return known.compactMap { Notice.Call($0.name, $0.contact) } }
    let venues = program.venues.elements.filter { $0.name.contains(to) }
    let communities = program.communities.elements.filter { $0.name.contains(to) }
    return venues.compactMap { Notice.Call($0.name, $0.contact) }
      + communities.compactMap { Notice.Call($0.name, $0.contact) }
  }
}

extension NoticeRule {
  /// The last day from which its working days still lie before `day`.
  func lastDay(before day: Day, _ kinds: DayKinds) -> Day {
    var by = day + -1
    while kinds.workdays(strictlyBetween: by, and: day) < workdays { by = by + -1 }
    return by
  }
}

extension Words {
  /// How a message ends: discretion, an answer, who sends it.
  func closing(isSecret: Bool, of program: Program) -> [String] {
    var lines: [String] = []
    if isSecret {
      lines.append(language("具体时间请勿外传。", "Keep the hour to yourselves, please."))
    }
    lines.append(language("收到请回复。", "Please answer that you got this."))
    let sender = [program.organizer.name, program.organizer.phone].filter { !$0.isEmpty }
    lines.append(language("——", "— ") + sender.joined(separator: " "))
    return lines
  }
}
