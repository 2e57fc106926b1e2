import Drills

extension PlanReader {
  static let campaignKeys = [
    "id", "name", "for", "dates", "every", "counts-as", "channel", "url", "to", "basis", "note",
    "stages", "made-since",
  ]
  static let deadlineKeys = [
    "id", "name", "for", "due", "every", "dates", "to", "wants", "form", "note", "if-holiday",
    "following", "within", "workdays",
  ]

  func readCampaign(_ entry: YamlObject, id: String) -> Campaign? {
    var campaign = Campaign(id: id, name: entry.requiredText("name"))
    campaign.audience = readAudience(of: entry, takesDepartments: true)
    entry.warnOfEmpty(["dates"])
    campaign.dates = entry.dates("dates")
    campaign.rhythm = entry.word("every", of: Campaign.Rhythm.self) ?? .week
    campaign.channel = entry.word("channel", of: Requirement.Channel.self)
    campaign.url = entry.text("url")
    campaign.to = entry.text("to")
    campaign.basis = entry.text("basis")
    campaign.note = entry.text("note")
    campaign.countsAs = known.ids(of: entry.list("counts-as"), in: .line, findings)
    campaign.stages = entry.texts("stages")
    campaign.madeSince = entry.value("made-since") { text throws(WorkspaceError.Reason) in
      try entry.dates.day(text)
    }
    return campaign
  }

  func readDeadline(_ entry: YamlObject, id: String) -> Deadline? {
    let name = entry.requiredText("name")
    let due = readDue(of: entry)
    var deadline = Deadline(id: id, name: name, due: due ?? .monthly(1))
    deadline.audience = readAudience(of: entry, takesDepartments: true)
    entry.warnOfEmpty(["dates"])
    deadline.dates = entry.dates("dates")
    deadline.to = entry.text("to")
    deadline.wants = entry.texts("wants")
    deadline.form = entry.text("form")
    if let form = entry.written("form") { known.id(of: form, in: .form, findings) }
    deadline.note = entry.text("note")
    deadline.onHoliday = entry.word("if-holiday", of: Deadline.OnHoliday.self) ?? .stay
    return due == nil ? nil : deadline
  }

  private func readDue(of entry: YamlObject) -> Deadline.Due? {
    if entry.has("following") { return readFollowing(of: entry) }
    for key in ["within", "workdays"] where entry.has(key) {
      findings.report(.delayWithoutFollowing, at: entry.position(of: key))
    }
    switch (entry.has("due"), entry.has("every")) {
    case (true, true):
      findings.report(.dueAndEvery, at: entry.position(of: "every"))
    case (false, false):
      findings.report(.neitherDueNorEvery, at: entry.position)
    case (true, false):
      if entry.has("dates") {
        findings.report(.datesWithoutEvery, at: entry.position(of: "dates"))
      }
      return entry.day("due").map(Deadline.Due.once)
    case (false, true):
      return entry.value("every", readRepeatedDue)
    }
    return nil
  }

  private func readFollowing(of entry: YamlObject) -> Deadline.Due? {
    for key in ["due", "every", "dates"] where entry.has(key) {
      findings.report(.followingHasNoDays(key: key), at: entry.position(of: key))
    }
    let requirement = entry.written("following")
    let id = requirement.map { known.id(of: $0, in: .requirement, findings) }
    if entry.has("within") == entry.has("workdays") {
      findings.report(.oneDelay, at: entry.position(of: "following"))
      return nil
    }
    let days = entry.integer("within", in: 0...Most.days, of: .days)
    let workdays = entry.integer("workdays", in: 0...Most.days, of: .days)
    guard let id,
      let delay = days.map(Deadline.Delay.days) ?? workdays.map(Deadline.Delay.workdays)
    else { return nil }
    return .following(id, delay)
  }

  /// A weekday, or a day of the month such as `25th` or `25日`.
  private func readRepeatedDue(_ text: String) throws(WorkspaceError.Reason) -> Deadline.Due {
    if let weekday = Weekday(word: text) { return .weekly(weekday) }
    var plain = text.tight
    for word in ["每月", "monthlyonthe"] where plain.hasPrefix(word) {
      plain.removeFirst(word.count)
    }
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    let suffix = plain.dropFirst(digits.count)
    let isDay = ["st", "nd", "rd", "th", "日", "号"].contains(suffix)
    guard let day = Int(digits), (1...31).contains(day), isDay else {
      let example = WorkspaceError.Word("25th", "25日")
      guard let day = Int(digits), (1...31).contains(day), suffix.isEmpty else {
        throw .init(text, noneOf: Weekday.allowed + [example])
      }
      throw .notAWord(text, allowed: Weekday.allowed + [example], near: "\(day)th")
    }
    return .monthly(day)
  }
}
