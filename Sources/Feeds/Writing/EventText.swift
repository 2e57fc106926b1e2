import Drills

/// What an event says in words.
struct EventText {
  let event: Event
  private let words: Words

  init(_ event: Event) {
    self.event = event
    words = Words(Language(rawValue: event.language) ?? .chinese)
  }

  /// One mark for what it has come to, then the name.
  var summary: String {
    var title = event.name.isEmpty ? words.withdrawn : event.name
    if event.isDrill { title = words.drillMark + title }
    if event.kind == .deadline || event.kind == .task { title = words.dueMark + title }
    switch event.state {
    case .cancelled: return words.cancelledMark + title
    case .done: return words.doneMark + title
    case .draft: return words.draftMark + title
    case .confirmed: return event.moved == nil ? title : words.movedMark + title
    }
  }

  /// What has become of it, who takes part, what it is about, and who answers for it.
  var description: String {
    let groups = [
      fate, overrides.isEmpty ? [] : [overrides], people, event.details, hour,
      event.contacts.map(contact),
    ]
    return groups.joined().joined(separator: "\n")
  }

  private var fate: [String] {
    if event.state == .draft { return draft }
    var lines: [String] = []
    if event.state == .cancelled { lines.append(words.cancelledWhy(event.cancelled?.why ?? "")) }
    if event.state == .done { lines.append(words.doneLine) }
    if let planned = event.planned { lines.append(words.line(words.planned, words.time(planned))) }
    lines += event.outcome
    if let move = event.moved {
      let clock = move.zone.map(words.onClock) ?? ""
      lines.append(words.movedFrom(words.time(move.from) + clock))
      if !move.why.isEmpty { lines.append(words.line(words.why, move.why)) }
    }
    return lines
  }

  /// That it is not certain, and what is as long as it is not.
  private var draft: [String] {
    guard let told = event.told, told.when != event.when else { return [words.draftLine] }
    let why = event.moved?.from == told.when ? event.moved?.why ?? "" : ""
    return [words.draftLine, words.line(words.publishedFor, words.time(told.when))]
      + (why.isEmpty ? [] : [words.line(words.why, why)])
  }

  /// What a phone shows when it reminds.
  var reminder: String {
    [summary, overrides].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var overrides: String {
    OverrideMark.text(
      Set((event.overrides ?? []).compactMap(HardRule.init(rawValue:))), in: words.language)
  }

  private var people: [String] {
    var lines: [String] = []
    func add(_ label: String, _ parties: [Event.Party]) {
      let names = parties.map(\.name).filter { !$0.isEmpty }
      if !names.isEmpty {
        lines.append(words.line(label, names.joined(separator: words.listComma)))
      }
    }
    let isOwed = event.kind == .deadline || event.kind == .task
    if !event.name.isEmpty { add(isOwed ? words.owedBy : words.host, [event.host]) }
    add(words.attendees, event.attendees)
    add(words.teams, event.teams)
    return lines
  }

  private var hour: [String] {
    var lines = event.isWithheld && !event.name.isEmpty ? [words.hourWithheld] : []
    if let seal = event.seal {
      lines.append(words.line(words.commitment, seal.commitment))
      if let opening = seal.opening { lines.append(words.line(words.opening, opening)) }
    }
    return lines
  }

  private func contact(_ text: String) -> String { words.line(words.contact, text) }
}
