internal import Drills
internal import Feeds
internal import Office
internal import Reports

/// The month for a wall: one sheet of A3 or A4, landscape.
struct PosterPage {
  let source: PageSource
  let month: Month?
  let paper: PageRequest.Paper

  func page() -> Markup {
    let plan = PlanPage(source, .month, month: month, of: nil)
    let fitted = fitted(plan)
    let title = source.words.month(year: plan.month.year, month: plan.month.month)
    let program = source.plans.first?.program
    return tag("html", .set("lang", source.language.rawValue)) {
      tag("head") {
        tag("meta", .set("charset", "utf-8"))
        tag(
          "meta", .set("name", "viewport"), .set("content", "width=device-width, initial-scale=1"))
        tag("meta", .set("name", "robots"), .set("content", "noindex"))
        tag("title") { "\(title)｜\(source.name)" }
        tag("link", .set("rel", "icon"), .href("data:,"))
        tag("link", .set("rel", "stylesheet"), .href(Assets.style.path))
      }
      tag("body", .style("poster", paper.rawValue, "size\(fitted.size)")) {
        tag("header", .style("banner-head")) {
          tag("div") {
            tag("h1") {
              source.say("\(program?.title ?? "") \(title)", "\(program?.title ?? ""), \(title)")
            }
            tag("p") {
              [program?.theme ?? "", source.name].filter { !$0.isEmpty }.joined(separator: "　")
            }
          }
          if let picture = Pictures.code(of: source.base + "/o/\(source.office)/") {
            tag("figure") {
              tag(
                "img", .set("src", picture), .set("width", "96"), .set("height", "96"),
                .set("alt", source.base + "/o/\(source.office)/"))
              tag("figcaption") { source.say("扫码看最新安排", "Scan for the latest") }
            }
          }
        }
        tag("main") { MonthTable(page: plan, most: fitted.most, isPrinted: true).table }
        tag("footer") {
          if let first = source.plans.first {
            let made = first.program.zone.moment(at: first.savedAt + -59)
            source.say(
              "第 \(first.revision) 版，\(source.words.date(made.day))排定。如有变动，以扫码所见为准。",
              "Revision \(first.revision), planned \(source.words.date(made.day)). If anything changes, the page behind the code is right."
            )
          }
        }
      }
    }
  }

  /// The largest letters in which the fullest days of all weeks fit on the sheet together, and how many
  /// lines of a day fit.
  private func fitted(_ plan: PlanPage) -> (size: Int, most: Int?) {
    let table = MonthTable(page: plan, isPrinted: true)
    let groups = table.groupsByDay
    let heights = table.weeks.map { week in week.map { (groups[$0] ?? []).count }.max() ?? 0 }
    // How many lines, heads of days included, a sheet holds in each size; the same on both sheets.
    let lines = [33, 40, 48, 57]
    let needed = heights.reduce(0, +) + heights.count * 2
    if let size = lines.firstIndex(where: { needed <= $0 }) { return (size + 1, nil) }
    let most = max(2, (57 - heights.count * 2) / max(1, heights.count))
    return (lines.count, most)
  }
}
