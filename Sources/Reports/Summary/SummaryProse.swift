import Drills

/// The month as an office writes it: 一、organisation, 二、what was done, 三、results and problems, 四、next.
///
/// Each paragraph ends with the table that its numbers stand in.
struct SummaryProse {
  let view: PlanView
  let deeds: Deeds
  let ledger: Ledger
  /// Of those days, as they stood on the last.
  let problems: [Problem]
  let days: ClosedRange<Day>
  let owner: OwnerID?
  /// What forms call each counter.
  let labels: [Counter: String]

  func blocks(_ words: Words) -> [Page.Block] {
    let prose = Prose(program: view.agenda.program, words: words)
    let language = words.language
    let parts: [(String, [String])] = [
      (language("一、组织部署", "1. Organisation"), organisation(prose)),
      (language("二、活动开展情况", "2. What was done"), done(prose)),
      (language("三、成效和问题", "3. Results and problems"), results(prose)),
      (language("四、下一步工作", "4. Next"), next(prose)),
    ]
    return parts.flatMap { title, texts in
      [Page.Block.heading(title)] + texts.map(Page.Block.paragraph)
    }
  }

  private var entries: [PlanView.Entry] {
    view.entries.filter { owner == nil || $0.host == owner }
  }
  private var left: [PlanView.Left] { view.left.filter { owner == nil || $0.host == owner } }

  private func source(_ tables: String..., prose: Prose) -> String {
    let names = tables.map { prose.language("“\($0)”", "“\($0)”") }.joined()
    return prose.language("（数据见\(names)表）", " (see \(names))")
  }

  private func organisation(_ prose: Prose) -> [String] {
    let program = prose.program
    let language = prose.language
    let who = owner.map(prose.name) ?? program.organizer.name
    let span = prose.words.period(days)
    var text = language(
      program.basis.isEmpty ? "" : "为落实《\(program.basis)》要求，",
      program.basis.isEmpty ? "" : "Following “\(program.basis)”, ")
    text += language(
      program.theme.isEmpty ? who : "\(who)围绕“\(program.theme)”主题，",
      program.theme.isEmpty ? who : "\(who), on the theme “\(program.theme)”,")
    let expected = entries.count { $0.status != .cancelled } + left.count
    text += language(
      "于\(span)组织开展活动，计划 \(expected) 项",
      " organised \(expected) activities, \(span)")
    if owner == nil {
      text += language(
        "，覆盖 \(program.communities.count) 个社区（村）"
          + (program.departments.count > 0 ? "、\(program.departments.count) 个科室" : ""),
        ", for \(program.communities.count) communities and \(program.departments.count) departments"
      )
    }
    let campaigns = Set(
      view.campaigns.filter { owner == nil || $0.run.owner == owner }.map(\.run.campaign))
    if !campaigns.isEmpty {
      text += language("，持续活动 \(campaigns.count) 类", ", and \(campaigns.count) campaigns")
    }
    text += prose.stop
    let meetings = deeds.held.filter { $0.requirement.kind == .meeting && $0.host == .organizer }
      .sorted { $0.completion.day < $1.completion.day }
    guard owner == nil, !meetings.isEmpty else { return [text] }
    let told = meetings.prefix(4).map {
      language(
        "\(prose.words.date($0.completion.day))\($0.requirement.name)（\($0.completion.everybody)人）",
        "\($0.requirement.name) on \(prose.words.date($0.completion.day)) (\($0.completion.everybody) people)"
      )
    }
    return [text, language("先后举行：", "Held by the office: ") + prose.list(told) + prose.stop]
  }

  private func done(_ prose: Prose) -> [String] {
    let language = prose.language
    let sum = deeds.sums.values.reduce(Deeds.Sum(), +)
    var opening = language(
      "截至\(prose.words.date(days.upperBound))，开展活动 \(sum.sessions) 场，参与 \(sum.people) 人次，"
        + "其中演练 \(sum.drills) 场、\(sum.drillPeople) 人次",
      "By \(prose.words.date(days.upperBound)) \(sum.sessions) sessions were held with \(sum.people) people, "
        + "of which \(sum.drills) drills with \(sum.drillPeople) people")
    if sum.records > 0 {
      opening += language(
        "；持续活动报送 \(sum.records) 次，参与 \(sum.recordPeople) 人次",
        "; campaigns reported \(sum.records) times with \(sum.recordPeople) people")
    }
    var texts = [
      opening + prose.stop
        + source(language("按周", "By week"), language("按单位", "By community"), prose: prose)
    ]
    let lines = prose.lines(of: deeds.held, owner: owner)
    let kinds: [(String, Set<Requirement.Kind>)] = [
      (language("应急演练", "Drills"), [.drill]), (language("宣传活动", "Events"), [.event, .campaign]),
      (language("学习和会议", "Meetings"), [.meeting]),
    ]
    for (title, kinds) in kinds {
      let own = lines.filter { $0.kind.map(kinds.contains) ?? false }
      guard !own.isEmpty else { continue }
      let sessions = own.reduce(0) { $0 + $1.sessions }
      let people = own.reduce(0) { $0 + $1.people }
      texts.append(
        language(
          "\(title)\(sessions)场、\(people)人次：", "\(title), \(sessions) with \(people) people: ")
          + prose.list(own.map(prose.sentence)) + prose.stop
          + source(language("按项目", "By requirement"), prose: prose))
    }
    let counted = prose.counted(ledger, over: days, of: owner, labels)
    if !counted.isEmpty {
      texts.append(
        language("各单位报送：", "Counted: ") + prose.list(counted) + prose.stop
          + source(language("计数", "Counters"), prose: prose))
    }
    return texts
  }

  private func results(_ prose: Prose) -> [String] {
    let language = prose.language
    let asked = entries.filter { $0.status != .cancelled }
    let done = asked.count { $0.status == .done } + left.count
    let expected = asked.count + left.count
    let share = expected == 0 ? 0 : done * 1000 / expected
    var texts: [String] = []
    var text = language(
      "计划 \(expected) 项，完成 \(done) 项，完成率 \(share / 10).\(share % 10)%",
      "Of \(expected) planned, \(done) are done (\(share / 10).\(share % 10)%)")
    for (status, word) in [
      (ActivityStatus.overdue, language("逾期未办", "overdue")),
      (.unplaced, language("未排上", "unplaced")),
      (.cancelled, language("取消", "cancelled")),
    ] {
      let count = entries.count { $0.status == status }
      if count > 0 { text += language("，\(word) \(count) 项", ", \(count) \(word)") }
    }
    texts.append(text + prose.stop + source(language("按单位", "By community"), prose: prose))
    if let evacuations = evacuations(prose) { texts.append(evacuations) }
    let mended = problems.count { $0.mending != nil }
    if problems.isEmpty {
      texts.append(language("没有登记问题隐患。", "No problem was recorded."))
    } else {
      var text = language(
        "发现问题隐患 \(problems.count) 个，已整改 \(mended) 个",
        "\(problems.count) problems were found and \(mended) mended")
      let open = prose.open(problems)
      if !open.isEmpty { text += language("。尚未整改：", ". Still open: ") + open }
      texts.append(text + prose.stop + source(language("问题整改", "Problems"), prose: prose))
    }
    return texts
  }

  private func evacuations(_ prose: Prose) -> String? {
    let language = prose.language
    let timed = deeds.held.filter { held in
      held.completion.evacuationSeconds != nil && (owner == nil || held.host == owner)
    }
    func seconds(_ held: Deeds.Held) -> Int { held.completion.evacuationSeconds ?? 0 }
    guard let fastest = timed.min(by: { seconds($0) < seconds($1) }),
      let slowest = timed.max(by: { seconds($0) < seconds($1) })
    else { return nil }
    let mean = timed.reduce(0) { $0 + seconds($1) } / timed.count
    let words = prose.words
    return language(
      "记录疏散用时的演练 \(timed.count) 场，最短\(words.duration(seconds(fastest)))"
        + "（\(prose.name(fastest.host))\(fastest.requirement.name)），"
        + "最长\(words.duration(seconds(slowest)))（\(prose.name(slowest.host))\(slowest.requirement.name)），"
        + "平均\(words.duration(mean))。",
      "The time of \(timed.count) drills was taken: the shortest \(words.duration(seconds(fastest))) "
        + "(\(prose.name(fastest.host))), the longest \(words.duration(seconds(slowest))) "
        + "(\(prose.name(slowest.host))), on average \(words.duration(mean)).")
      + source(language("疏散用时", "Evacuation times"), prose: prose)
  }

  private func next(_ prose: Prose) -> [String] {
    let language = prose.language
    var parts: [String] = []
    let open = problems.filter { $0.mending == nil }
    if !open.isEmpty {
      parts.append(
        language(
          "督促整改尚未整改的问题隐患 \(open.count) 个，按期销号",
          "see that \(open.count) open problems are mended in time"))
    }
    let late = entries.filter { $0.status == .overdue || $0.status == .unplaced }
    if !late.isEmpty {
      let hosts = late.map(\.host).reduce(into: [OwnerID]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      parts.append(
        language(
          "补办未完成的活动 \(late.count) 项（\(prose.units(hosts))）",
          "make up for \(late.count) activities (\(prose.units(hosts)))"))
    }
    let planned = entries.filter { entry in
      (entry.status == .planned || entry.status == .due)
        && entry.placement.map { $0.day > days.upperBound } ?? false
    }
    if !planned.isEmpty {
      parts.append(
        language("办好已排定的活动 \(planned.count) 项", "hold \(planned.count) activities that are planned")
      )
    }
    let running = view.campaigns.filter { entry in
      entry.run.dates.upperBound > days.upperBound && (owner == nil || entry.run.owner == owner)
    }
    var told: Set<String> = []
    for entry in running where told.insert(entry.run.campaign).inserted {
      let end = prose.words.date(entry.run.dates.upperBound)
      parts.append(
        language("“\(entry.run.name)”持续到\(end)", "“\(entry.run.name)” goes on until \(end)"))
    }
    guard !parts.isEmpty else {
      return [language("各项活动均已办结。", "All is done.")]
    }
    return [prose.list(parts) + prose.stop]
  }
}
