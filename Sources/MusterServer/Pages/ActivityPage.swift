internal import Drills
internal import Feeds
internal import Office
internal import Reports

/// One activity, with all that everybody may know of it.
struct ActivityPage {
  let source: PageSource
  let announcement: Announcement
  let plan: PublicPlan
  let device: PageRequest.Device

  private var times: TimeWords { TimeWords(language: source.language) }
  private var say: (String, String) -> String { { source.say($0, $1) } }

  func page() -> Markup {
    var layout = Layout(source: source, title: announcement.named(source.language))
    let other = source.language == .chinese ? Language.english : .chinese
    let isNewest = plan.program.id == source.plans.first?.program.id
    layout.plan = plan
    layout.otherLanguage = (
      "/o/\(source.office)/a/\(announcement.id)?lang=\(other.rawValue)"
        + (isNewest ? "" : "&plan=\(plan.program.id)"), other == .chinese ? "中文" : "English"
    )
    return layout.page {
      tag("p", .style("back")) {
        link(
          source.address("", ("month", Month(announcement.days.lowerBound).text))
        ) { "← " + say("整月安排", "The whole month") }
      }
      tag("div", .style("head")) {
        tag("h1") { announcement.named(source.language) }
        Markup.state(ShownState(announcement, on: source.today), source.language)
      }
      notice
      tag("dl", .style("facts", "card")) { facts }
      hiddenHour
      actions
      tag("p", .style("quiet")) { lastChange }
    }
  }

  @MarkupBuilder private var notice: [Markup] {
    if announcement.state == .cancelled {
      tag("p", .style("banner", "off")) {
        tag("strong") { say("已取消", "Called off") }
        if !announcement.cancelledWhy.isEmpty { say("：", ": ") + announcement.cancelledWhy }
      }
    } else if let moved = announcement.moved {
      tag("p", .style("banner")) {
        tag("strong") { say("已改期。", "Moved. ") }
        say("原定 ", "It was to be on ") + times.days(moved.days)
          + (moved.hours.map { " " + times.span($0) } ?? "")
        if !moved.why.isEmpty { say("，原因：", "; why: ") + moved.why }
      }
    }
  }

  @MarkupBuilder private var facts: [Markup] {
    fact(say("时间", "When"), "\(times.days(announcement.days)) \(times.hours(of: announcement))")
    fact(say("地点", "Where"), announcement.place)
    fact(say("组织单位", "Held by"), announcement.name.isEmpty ? "" : announcement.host.name)
    fact(say("参加单位", "Taking part"), names(announcement.attendees))
    fact(say("参加力量", "Teams"), names(announcement.teams))
    fact(
      say("说明", "Note"), OverrideMark.text(announcement.overrides, in: source.language))
    for line in announcement.details { detail(line) }
    if !announcement.url.isEmpty {
      tag("dt") { say("网址", "Link") }
      tag("dd") { link(announcement.url, .set("rel", "noopener nofollow")) { announcement.url } }
    }
  }

  private func names(_ parties: [Announcement.Party]) -> String {
    parties.map(\.name).filter { !$0.isEmpty }.joined(separator: say("、", ", "))
  }

  @MarkupBuilder private func fact(_ label: String, _ text: String) -> [Markup] {
    if !text.isEmpty {
      tag("dt") { label }
      tag("dd") { text }
    }
  }

  /// A line of the feed's, which is in the plan's language.
  @MarkupBuilder private func detail(_ line: String) -> [Markup] {
    let language = plan.program.language
    let colon = language("：", ": ")
    let parts = line.split(separator: colon, maxSplits: 1).map(String.init)
    let lang = language == source.language ? nil : Markup.Attribute.set("lang", language.rawValue)
    tag("dt", lang) { parts.count == 2 ? parts[0] : say("说明", "Note") }
    tag("dd", lang) { parts.last ?? line }
  }

  @MarkupBuilder private var hiddenHour: [Markup] {
    if announcement.isHourHidden {
      tag("p") {
        say(
          "这是一次不预告时间的演练：日期公布，具体几点当天才知道。",
          "The day of this drill is announced and its hour is not.")
      }
    }
    if let commitment = announcement.commitment {
      tag("details", .style("card")) {
        tag("summary") { say("时间早已定好，如何核对", "How to check that the hour was fixed beforehand") }
        tag("p") {
          say(
            "下面是时间的 SHA-256，活动结束后公布原文，两者应当一致。",
            "This is the SHA-256 of the hour; once it is over the text is told, and both must agree."
          )
        }
        tag("code") { commitment.hash }
        if let opening = commitment.opening {
          tag("p") { say("原文：", "The text: ") }
          tag("code") { opening }
        }
      }
    }
  }

  private var actions: Markup {
    let file = source.address(of: announcement).split(separator: "?", maxSplits: 1)
    let query = plan.program.id == source.plans.first?.program.id ? "" : "?plan=\(plan.program.id)"
    let host = announcement.host
    let hosts = FeedID(.communities, host.id)
    let feed = source.name(ofFeed: hosts) == nil ? .all : hosts
    return tag("div", .style("actions")) {
      link(source.address("subscribe", ("feed", feed.text)), .style("button")) {
        feed == .all
          ? say("订阅全部活动（会自动更新）", "Subscribe to all (stays up to date)")
          : say("订阅\(host.name)的日历（会自动更新）", "Subscribe to \(host.name) (stays up to date)")
      }
      // WeChat takes no file down.
      if device != .weChat {
        link("\(file[0]).ics\(query)", .style("button", "second")) {
          say("只导入这一项（不会更新）", "Import this one (never updated)")
        }
      }
    }
  }

  private var lastChange: String {
    let moment = plan.program.zone.moment(at: announcement.lastModified + -59)
    return say(
      "最近更新：\(source.words.date(moment.day)) \(clock(moment.minute))，第 \(announcement.sequence + 1) 次发布",
      "Last changed \(source.words.date(moment.day)) at \(clock(moment.minute)), told \(announcement.sequence + 1) times"
    )
  }
}
