import Drills

/// What offices' sentences are made of, in both languages.
struct Prose {
  let program: Program
  let words: Words
  var language: Language { words.language }

  /// What a requirement or a campaign came to.
  struct Line {
    let name: String
    let kind: Requirement.Kind?
    var sessions = 0
    var people = 0
    /// Each once, in the order in which they did it.
    var units: [OwnerID] = []
  }

  func name(_ owner: OwnerID) -> String { program.name(ofOwner: owner) }

  /// `白桦社区、红枫社区等5个单位`.
  func units(_ owners: [OwnerID], atMost limit: Int = 3) -> String {
    let names = owners.prefix(limit).map(name).joined(separator: language("、", ", "))
    return owners.count <= limit
      ? names
      : language("\(names)等\(owners.count)个单位", "\(names) and \(owners.count - limit) more")
  }

  /// `3场、180人次（白桦社区、红枫社区）`.
  func sentence(_ line: Line) -> String {
    let isWhose =
      line.units.isEmpty ? "" : language("（\(units(line.units))）", " (\(units(line.units)))")
    return language(
      "\(line.name)\(line.sessions)场、\(line.people)人次\(isWhose)",
      "\(line.name): \(line.sessions) with \(line.people) people\(isWhose)")
  }

  /// What was held, by requirement, in the program's order; a share of a joint drill adds its people alone.
  func lines(of held: [Deeds.Held], owner: OwnerID?) -> [Line] {
    var lines: [String: Line] = [:]
    for item in held {
      var line =
        lines[item.requirement.id] ?? Line(name: item.requirement.name, kind: item.requirement.kind)
      let completion = item.completion
      if owner == nil || item.host == owner {
        line.sessions += completion.sharedFrom == nil ? 1 : 0
        line.people += completion.people
        if !line.units.contains(item.host) { line.units.append(item.host) }
      }
      for partner in completion.partners
      where partner.activity == nil && (owner == nil || partner.community == owner) {
        line.people += partner.people
      }
      lines[item.requirement.id] = line
    }
    let order = program.requirements.elements.map(\.id)
    return order.compactMap { lines.removeValue(forKey: $0) }
      + lines.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Numbers that people sent in and no session tells, in the forms' words: `布置展板120块`.
  func counted(
    _ ledger: Ledger, over days: ClosedRange<Day>, of owner: OwnerID?, _ labels: [Counter: String]
  ) -> [String] {
    ledger.table.counters.compactMap { counter in
      guard let line = ledger.table.line(counter.line), let unit = ledger.table.unit(of: counter),
        counter.unit != line.adds, counter.unit != line.people
      else { return nil }
      let value =
        owner.map { ledger.value(counter, of: $0, over: days) } ?? ledger.total(counter, over: days)
      guard value != 0 else { return nil }
      let name = labels[counter] ?? line.name
      return language("\(name)\(value)\(unit.measure)", "\(name) \(value) \(unit.measure)")
    }
  }

  /// What was mended, and what is not: with who must and by when.
  func open(_ problems: [Problem]) -> String {
    problems.filter { $0.mending == nil }.map { problem in
      let place =
        problem.venue.flatMap(program.nameEver).map { language("\($0)：", "\($0): ") } ?? ""
      let facts = [
        problem.mender.isEmpty ? nil : language("责任：\(problem.mender)", "by \(problem.mender)"),
        problem.mendBy.map { language("期限\(words.date($0))", "until \(words.date($0))") },
      ].compactMap(\.self).joined(separator: language("，", ", "))
      return name(problem.owner)
        + language("“\(place)\(problem.text)”", " “\(place)\(problem.text)”")
        + (facts.isEmpty ? "" : language("（\(facts)）", " (\(facts))"))
    }.joined(separator: language("；", "; "))
  }

  /// `6月12日丁香社区在丁香小区2号楼组织高层建筑消防疏散演练，228人参加，疏散用时4分20秒`.
  func highlight(_ held: Deeds.Held, at venue: String?) -> String {
    let completion = held.completion
    let place = venue.map { language("在\($0)", " at \($0)") } ?? ""
    var text = language(
      "\(words.date(completion.day))\(name(held.host))\(place)组织\(held.requirement.name)，"
        + "\(completion.everybody)人参加",
      "on \(words.date(completion.day)) \(name(held.host)) held \(held.requirement.name)\(place) "
        + "with \(completion.everybody) people")
    if let seconds = completion.evacuationSeconds {
      text += language("，疏散用时\(words.duration(seconds))", ", out in \(words.duration(seconds))")
    }
    if let seconds = completion.headcountSeconds {
      text += language("，清点用时\(words.duration(seconds))", ", counted in \(words.duration(seconds))")
    }
    if let assisted = completion.assisted, assisted > 0 {
      text += language("，协助撤离\(assisted)人", ", \(assisted) helped out")
    }
    return text
  }

  func list(_ parts: [String]) -> String { parts.joined(separator: language("；", "; ")) }
  var stop: String { language("。", ".") }
}

extension Words {
  /// `3分40秒`.
  func duration(_ seconds: Int) -> String {
    let (minutes, rest) = seconds.quotientAndRemainder(dividingBy: 60)
    if minutes == 0 { return language("\(rest)秒", "\(rest) s") }
    if rest == 0 { return language("\(minutes)分", "\(minutes) min") }
    return language("\(minutes)分\(rest)秒", "\(minutes) min \(rest) s")
  }
}

extension Program {
  /// `白桦社区 高层建筑消防疏散演练`, with the venue, the span or the number where there are several.
  func name(of duty: DutyID) -> String {
    let what =
      duty.rule.map { rule in
        requirementEver(rule)?.name ?? campaignsEver.first { $0.id == rule }?.name
          ?? deadlines.first { $0.id == rule }?.name ?? rule
      } ?? ""
    return "\(name(ofOwner: duty.owner)) \(what)"
  }

  /// `…活动方案` makes `…活动周报`.
  func title(of chinese: String, _ english: String, in language: Language) -> String {
    let title = title.isEmpty ? organizer.name : title
    guard language == .chinese else { return "\(title): \(english)" }
    for ending in ["活动方案", "工作方案", "实施方案", "方案", "活动计划", "计划"]
    where title.hasSuffix(ending) && title != ending {
      return title.dropLast(ending.count) + "活动" + chinese
    }
    return title + (title.hasSuffix("活动") ? "" : "活动") + chinese
  }
}
