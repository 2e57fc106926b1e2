package import Drills

extension Schedule {
  /// The schedule under the organizer's heads.
  package func page(in language: Language) -> Page {
    let words = Words(language)
    var page = Page(title: title(language), period: subtitle(words), language: language)
    page.isWide = true
    page.heads = heads(words)
    let groups = groups(words)
    let columns = columns(language)
    var number = 0
    var tables: [Page.Table] = []
    for group in groups {
      var table = Page.Table(group.title, header: columns.map(\.name))
      for entry in group.entries {
        number += 1
        table.rows.append([.number(number)] + cells(of: entry, words))
      }
      tables.append(table)
    }
    // All alike, so that the columns of one stand under those of another.
    let rows = tables.flatMap(\.rows)
    let widths = columns.enumerated().map { column, bounds in
      let lines = rows.flatMap { $0[column].text.split(separator: "\n") }
      let longest = lines.map { String($0).displayWidth }.max() ?? 0
      return min(bounds.width.upperBound, max(bounds.width.lowerBound, longest + 1))
    }
    for var table in tables {
      table.widths = widths
      page.add(table)
    }
    if groups.isEmpty {
      page.blocks.append(.paragraph(language("没有活动。", "Nothing is planned.")))
    }
    return page
  }

  /// One table for all, so that a spreadsheet can sort and filter it.
  package func csv(in language: Language) -> CSVText {
    let tables = page(in: language).tables
    let header = columns(language).map(\.name)
    return CSVText([header] + tables.flatMap { $0.rows.map { $0.map(\.text) } })
  }

  // MARK: Heads

  func title(_ language: Language) -> String {
    program.title(of: "安排表", "schedule", in: language)
  }

  /// Whose it is, and which days.
  private func subtitle(_ words: Words) -> String {
    let days = entries.compactMap { $0.placement?.day }
    let first = days.min() ?? program.period.lowerBound
    let last = days.max() ?? program.period.upperBound
    let span = words.period(first...last)
    return name.map { words.language("\($0)　\(span)", "\($0), \(span)") } ?? span
  }

  /// Whom it is for; nothing of the office's.
  package var name: String? {
    switch scope {
    case .office: nil
    case .owner(let owner): program.name(ofOwner: owner)
    case .team(let id): program.teams[id]?.name ?? id
    }
  }

  private func heads(_ words: Words) -> [String] {
    let language = words.language
    var heads: [String] = []
    if !program.theme.isEmpty { heads.append(language("主题：", "Theme: ") + program.theme) }
    let issued = words.fullDate(view.today)
    heads.append(
      language("\(program.organizer.name)　\(issued)", "\(program.organizer.name), \(issued)"))
    if let draft = words.unpublished(view.revision) { heads.append(draft) }
    if isPrivate {
      let phone = program.organizer.phone
      heads.append(
        language("内部资料，含联系方式，请勿外传", "Internal, with contacts: do not pass on")
          + (phone.isEmpty ? "" : language("；联系电话：\(phone)", "; phone: \(phone)")))
    }
    return heads
  }

  // MARK: Columns

  /// With the width that each needs at least and at most.
  private func columns(_ language: Language) -> [(name: String, width: ClosedRange<Int>)] {
    [
      (language("序号", "No."), 6...6), (language("日期", "Date"), 15...15),
      (language("时间", "Time"), 8...13), (language("单位", "Unit"), 8...16),
      (language("活动内容", "Activity"), 14...26), (language("地点", "Place"), 8...24),
      (language("责任及参加单位", "Responsible and taking part"), 9...20),
      (language("队伍", "Teams"), 8...22), (language("人数", "People"), 7...7),
      (language("备注", "Note"), 8...24),
    ] + (isPrivate ? [(language("联系人及电话", "Contacts"), 10...26)] : [])
  }

  /// After the number.
  private func cells(of entry: PlanView.Entry, _ words: Words) -> [Page.Cell] {
    let people = entry.activity.participants
    let teams = teams(of: entry).map { program.teams[$0]?.name ?? $0 }
    return [
      .text(entry.placement.map { words.day($0.day) } ?? words.language("待定", "open")),
      .text(time(of: entry, words)), .text(program.name(ofOwner: entry.host)),
      .text(words.name(of: entry)), .text(place(of: entry, words)),
      .text(roles(of: entry, words)), .text(teams.joined(separator: words.language("、", ", "))),
      people > 0 ? .number(people) : .text(""), .text(note(of: entry, words)),
    ] + (isPrivate ? [.text(contacts(of: entry, words))] : [])
  }

  func time(of entry: PlanView.Entry, _ words: Words) -> String {
    guard let placement = entry.placement else { return "" }
    if hidesHour(of: entry) { return words.language("当天", "that day") }
    if entry.requirement.isAllDay { return words.language("全天", "all day") }
    return program.zone.hours(from: placement.moment, for: entry.requirement.length).description
  }

  private func place(of entry: PlanView.Entry, _ words: Words) -> String {
    let language = words.language
    let venue =
      (entry.placement?.venue).map { program.venues[$0] }
      ?? entry.activity.venue.map {
        program.venues[$0]
      }
    var lines: [String] = []
    if let venue {
      lines.append(
        venue.name
          + (venue.address.isEmpty ? "" : language("（\(venue.address)）", " (\(venue.address))")))
    } else if entry.placement != nil, entry.requirement.channel != .online {
      lines.append(program.name(ofOwner: entry.host))
    }
    if entry.requirement.channel == .online || entry.requirement.channel == .both {
      lines.append(language("线上", "online"))
    }
    return lines.joined(separator: language("；", "; "))
  }

  private func roles(of entry: PlanView.Entry, _ words: Words) -> String {
    let language = words.language
    let requirement = entry.requirement
    var taking = [requirement.takesPart].filter { !$0.isEmpty }
    taking += entry.partners.map { program.name(ofOwner: $0) }
    let attendees = view.agenda.attendees(of: entry.activity)
    if attendees.count == program.communities.count, attendees.count > 3 {
      taking.append(language("各社区（村）", "every community"))
    } else {
      taking += attendees.map { program.communities[$0].name }
    }
    let comma = language("、", ", ")
    return [
      (language("责任：", "Responsible: "), requirement.responsible),
      (language("参加：", "Taking part: "), taking.joined(separator: comma)),
    ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "\n")
  }

  private func note(of entry: PlanView.Entry, _ words: Words) -> String {
    let language = words.language
    var notes: [String] = []
    if hidesHour(of: entry) {
      notes.append(language("具体时间事先不公布", "the hour is not announced beforehand"))
    } else if isPrivate, entry.completion == nil, entry.requirement.announcement == .dateOnly {
      notes.append(language("对外只公布日期", "only the date is public"))
    } else if isPrivate, entry.completion == nil, entry.requirement.announcement == .internal {
      notes.append(language("不对外公布", "not public"))
    }
    notes += [entry.requirement.note, entry.requirement.url].filter { !$0.isEmpty }
    return notes.joined(separator: language("；", "; "))
  }

  /// Whom to call: the host's, the venue's and each team's.
  private func contacts(of entry: PlanView.Entry, _ words: Words) -> String {
    let placement = entry.placement
    var contacts: [(String, Contact)] = []
    func add(_ name: String, _ contact: Contact?) {
      guard let contact, !contact.name.isEmpty || !contact.phone.isEmpty else { return }
      contacts.append((name, contact))
    }
    for owner in [entry.host] + entry.partners {
      add(program.name(ofOwner: owner), program.community(owner)?.contact)
    }
    if let venue = (placement?.venue).flatMap({ program.venues[$0] }) {
      add(venue.name, venue.contact)
    }
    for id in teams(of: entry) { add(program.teams[id]?.name ?? id, program.teams[id]?.contact) }
    return contacts.map { name, contact in
      let who = [contact.name, contact.phone].filter { !$0.isEmpty }.joined(separator: " ")
      return words.language("\(name)：\(who)", "\(name): \(who)")
    }.joined(separator: "\n")
  }
}

extension Words {
  /// `2024年5月31日至6月30日` or `31 May to 30 June 2024`.
  func period(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    if first == last { return fullDate(first) }
    let sameYear = first.components.year == last.components.year
    return language(
      "\(fullDate(first))至\(sameYear ? date(last) : fullDate(last))",
      "\(sameYear ? date(first) : fullDate(first)) to \(fullDate(last))")
  }

  /// `2024年6月12日` or `12 Jun 2024`.
  func fullDate(_ day: Day) -> String {
    let year = day.components.year
    return language("\(year)年\(date(day))", "\(date(day)) \(year)")
  }
}
