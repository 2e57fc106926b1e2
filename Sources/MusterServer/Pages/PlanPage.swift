internal import Drills
internal import Feeds
internal import Reports

/// A month of the plan, as a grid or as a list by day, community or requirement.
struct PlanPage {
  let source: PageSource
  let view: PageRequest.View
  let month: Month
  /// A feed's name whose activities alone are shown; nothing: all.
  let of: FeedID?
  /// Of the month, in order of start, then id.
  let shown: [Announcement]
  /// Those that run over days.
  let campaigns: [Announcement]
  /// The months in which anything is held, in order.
  let months: [Month]

  init(_ source: PageSource, _ view: PageRequest.View, month: Month?, of: FeedID?) {
    self.source = source
    self.view = view
    self.of = of
    let all = source.announcements.filter { announcement in
      of.map(announcement.concerns) ?? true
    }
    let held = all.filter { !$0.isCampaign }
    let months = Set(held.map { Month($0.days.lowerBound) }).sorted()
    let now = Month(source.today)
    // This month, else the next with anything, else the last.
    let month = month ?? months.first { $0 >= now } ?? months.last ?? now
    self.months = months
    self.month = month
    let days = month.days
    shown = held.filter { days?.contains($0.days.lowerBound) ?? false }
    campaigns = all.filter { $0.isCampaign && $0.days.overlaps(days ?? $0.days) }
  }

  var language: Language { source.language }

  func page() -> Markup {
    var layout = Layout(source: source, title: title)
    layout.otherLanguage = otherLanguage
    layout.below = posters
    return layout.page {
      tag("div", .style("head")) {
        tag("h1") { title }
        monthLinks
      }
      summary
      controls
      if shown.isEmpty, campaigns.isEmpty {
        tag("p", .style("card")) {
          source.say("这个月没有公布的活动。", "Nothing is announced for this month.")
        }
      } else {
        content
      }
      campaignList
    }
  }

  private var posters: Markup {
    func poster(_ paper: PageRequest.Paper) -> Markup {
      link(source.address("poster", ("month", month.text), ("paper", paper.rawValue))) {
        paper.rawValue.uppercased()
      }
    }
    return tag("p", .style("more")) {
      source.say("本月海报，可打印张贴：", "This month as a poster to print: ")
      poster(.a4)
      poster(.a3)
    }
  }

  private var title: String {
    let monthName = source.words.month(year: month.year, month: month.month)
    guard let of, let name = source.name(ofFeed: of) else { return monthName }
    return source.say("\(name) \(monthName)", "\(name), \(monthName)")
  }

  @MarkupBuilder private var content: [Markup] {
    switch view {
    case .month: MonthTable(page: self).table
    case .day: byDay
    case .community: byCommunity
    case .requirement: byRequirement
    }
  }

  // MARK: Where else to go

  /// This page with something else in place of what it has.
  func address(_ view: PageRequest.View? = nil, month: Month? = nil) -> String {
    let view = view ?? self.view
    return source.address(
      "", ("by", view == .month ? nil : view.rawValue), ("month", (month ?? self.month).text),
      ("of", of?.text))
  }

  private var otherLanguage: (address: String, name: String) {
    let other = language == .chinese ? Language.english : .chinese
    let query = [
      ("by", view == .month ? nil : view.rawValue), ("month", month.text), ("of", of?.text),
    ].compactMap { name, value in value.map { "\(name)=\($0.inQuery)" } }
    return (
      "/o/\(source.office)/?" + (query + ["lang=\(other.rawValue)"]).joined(separator: "&"),
      other == .chinese ? "中文" : "English"
    )
  }

  private var monthLinks: Markup {
    tag("nav", .style("months"), .set("aria-label", source.say("月份", "Months"))) {
      if let before = months.last(where: { $0 < month }) {
        link(address(month: before), .set("rel", "prev")) {
          "← " + source.words.month(year: before.year, month: before.month)
        }
      }
      if let after = months.first(where: { $0 > month }) {
        link(address(month: after), .set("rel", "next")) {
          source.words.month(year: after.year, month: after.month) + " →"
        }
      }
    }
  }

  private var summary: Markup {
    let states = Dictionary(grouping: shown) { ShownState($0, on: source.today) }
      .mapValues(\.count)
    let order: [ShownState] = [.done, .today, .planned, .moved, .cancelled]
    return tag("p", .style("sum")) {
      tag("span", .style("number")) { source.say("共 \(shown.count) 项", "\(shown.count) in all") }
      for state in order {
        if let count = states[state] { tally(state, count) }
      }
    }
  }

  /// Today's leads to today, which on a phone stands below all that is over.
  private func tally(_ state: ShownState, _ count: Int) -> Markup {
    let style = Markup.Attribute.style("state", "number", state.style)
    let text = "\(state.sign) \(state.word(language)) \(count)"
    guard state == .today, view == .month || view == .day else {
      return tag("span", style) { text }
    }
    return link("#d\(source.today)", style) { text }
  }

  private var controls: Markup {
    tag("div", .style("controls")) {
      tag("nav", .style("views"), .set("aria-label", source.say("排法", "Views"))) {
        for view in PageRequest.View.allCases {
          link(address(view), view == self.view ? .set("aria-current", "page") : nil) {
            name(of: view)
          }
        }
      }
      tag("form", .set("method", "get"), .set("action", "/o/\(source.office)/")) {
        if view != .month { hidden("by", view.rawValue) }
        hidden("month", month.text)
        if source.isLanguageChosen { hidden("lang", language.rawValue) }
        tag("label", .set("for", "of")) { source.say("只看", "Only") }
        tag("select", .id("of"), .set("name", "of")) { choices }
        tag("button", .style("button", "second")) { source.say("看", "Show") }
      }
      link(source.address("subscribe"), .style("button")) { source.say("订阅", "Subscribe") }
    }
  }

  private func hidden(_ name: String, _ value: String) -> Markup {
    tag("input", .set("type", "hidden"), .set("name", name), .set("value", value))
  }

  private func name(of view: PageRequest.View) -> String {
    switch view {
    case .month: source.say("月历", "Month")
    case .day: source.say("按日", "By day")
    case .community: source.say("按社区", "By community")
    case .requirement: source.say("按项目", "By kind")
    }
  }

  @MarkupBuilder private var choices: [Markup] {
    let communities = source.communities
    let areas = Set(communities.map(\.area)).sorted()
    option(nil, source.say("全部", "Everything"))
    if areas.count > 1 {
      tag("optgroup", .set("label", source.say("片区", "Areas"))) {
        for area in areas {
          let feed = FeedID(.areas, area)
          option(feed, source.name(ofFeed: feed) ?? area)
        }
      }
    }
    tag("optgroup", .set("label", source.say("社区（村）", "Communities"))) {
      for community in communities { option(FeedID(.communities, community.id), community.name) }
    }
  }

  private func option(_ feed: FeedID?, _ name: String) -> Markup {
    tag("option", .set("value", feed?.text ?? ""), feed == of ? .flag("selected") : nil) { name }
  }

  @MarkupBuilder private var campaignList: [Markup] {
    if !campaigns.isEmpty {
      let groups = Dictionary(grouping: campaigns) { "\($0.days)\($0.name)" }
        .values.sorted { ($0[0].start, $0[0].name) < ($1[0].start, $1[0].name) }
      tag("section") {
        tag("h2") { source.say("持续活动", "Running all along") }
        tag("ul", .style("rows")) {
          for group in groups { campaignRow(group) }
        }
      }
    }
  }

  private func campaignRow(_ group: [Announcement]) -> Markup {
    let first = group[0]
    return tag("li") {
      tag("span", .style("when", "number")) { TimeWords(language: language).days(first.days) }
      link(source.address(of: first), .style("what")) { first.name }
      tag("span", .style("who")) {
        group.count == 1
          ? first.host.name : source.say("\(group.count) 个单位", "\(group.count) units")
      }
      Markup.state(ShownState(first, on: source.today), language)
    }
  }
}
