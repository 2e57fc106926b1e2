internal import Drills
internal import Feeds
internal import Office

/// The offices side by side, where one server has several.
struct OfficesPage {
  struct Row: Sendable {
    let id: String
    let name: String
    /// What its newest plan announces; nothing where there is none, or it cannot be read.
    let tally: Tally?
  }
  /// Of what is held on a day, campaigns aside, and what is called off.
  struct Tally: Sendable {
    let all: Int
    let done: Int
    let today: Int

    init(_ plan: PublicPlan) {
      let held = plan.announcements.filter { !$0.isCampaign && $0.state != .cancelled }
      all = held.count
      done = held.count { $0.state == .done }
      today = held.count { $0.state != .done && $0.days.contains(plan.today) }
    }
  }

  let rows: [Row]
  let language: Language

  func page() -> Markup {
    PlainPage(title: language("各办公室", "Offices"), language: language).page {
      tag("ul", .style("rows")) {
        for row in rows.sorted(by: { $0.id < $1.id }) { item(row) }
      }
      tag("p", .style("back")) {
        language == .chinese
          ? link("/?lang=en", .set("lang", "en")) { "English" }
          : link("/?lang=zh-Hans", .set("lang", "zh-Hans")) { "中文" }
      }
    }
  }

  private func item(_ row: Row) -> Markup {
    tag("li") {
      tag("span", .style("when", "number")) { today(row.tally) }
      link("/o/\(row.id)/", .style("what")) { row.name }
      tag("span", .style("who", "number")) {
        row.tally.map { language("共 \($0.all) 项", "\($0.all) in all") } ?? ""
      }
      if let tally = row.tally {
        tag("span", .style("state", "number", "done")) {
          language("● 已完成 \(tally.done)", "● \(tally.done) done")
        }
      }
    }
  }

  private func today(_ tally: Tally?) -> String {
    guard let tally else { return language("还没有发布安排", "Nothing is published yet") }
    return tally.today == 0
      ? language("今天没有活动", "nothing today")
      : language("◐ 今天 \(tally.today) 项", "◐ \(tally.today) today")
  }
}

/// A page that is of no office.
struct PlainPage {
  let title: String
  let language: Language

  func page(@MarkupBuilder content: () -> [Markup]) -> Markup {
    let content = content()
    return tag("html", .set("lang", language.rawValue)) {
      tag("head") {
        tag("meta", .set("charset", "utf-8"))
        tag(
          "meta", .set("name", "viewport"), .set("content", "width=device-width, initial-scale=1"))
        tag("meta", .set("name", "robots"), .set("content", "noindex"))
        tag("meta", .set("name", "color-scheme"), .set("content", "light dark"))
        tag("title") { title }
        tag("link", .set("rel", "icon"), .href("data:,"))
        tag("link", .set("rel", "stylesheet"), .href(Assets.style.path))
      }
      tag("body") {
        tag("main", .id("main")) {
          tag("h1") { title }
          content
        }
      }
    }
  }
}

/// Said in place of a page.
struct ExcusePage {
  enum Excuse: Hashable, Sendable {
    case notFound
    /// There is no plan yet.
    case noPlan
    /// The record cannot be read.
    case unreadable
    /// Too many requests.
    case tooMany(seconds: Int)
    case fault
    /// What no page takes.
    case badRequest
  }

  let excuse: Excuse
  let language: Language

  func page() -> Markup {
    PlainPage(title: title, language: language).page {
      tag("p") { text }
      tag("p") { link("/") { language("回到首页", "To the first page") } }
    }
  }

  private var title: String {
    switch excuse {
    case .notFound: language("没有这一页", "There is no such page")
    case .noPlan: language("还没有发布安排", "Nothing is published yet")
    case .unreadable: language("暂时读不到安排", "The plan cannot be read just now")
    case .tooMany: language("访问太频繁", "Too many requests")
    case .fault: language("出错了", "Something went wrong")
    case .badRequest: language("看不懂这个请求", "That request makes no sense")
    }
  }

  private var text: String {
    switch excuse {
    case .notFound:
      language("地址可能写错了，或者这一项已经撤下。", "The address may be wrong, or what it was of is gone.")
    case .noPlan: language("排定以后，这里就是整月的安排。", "Once planned, the month will stand here.")
    case .unreadable: language("请过几分钟再来；手机日历不受影响。", "Please come back in a few minutes.")
    case .tooMany(let seconds):
      language("请过 \(seconds) 秒再来。", "Please come back in \(seconds) seconds.")
    case .fault: language("请过一会儿再试。", "Please try again in a while.")
    case .badRequest: language("请从页面上的链接进入。", "Please follow the links of the pages.")
    }
  }
}
