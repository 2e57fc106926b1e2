internal import Drills
internal import Office
internal import Reports

/// What all pages have around their content.
struct Layout {
  let source: PageSource
  let title: String
  /// The style of the body, for what is printed.
  var kind = ""
  /// The page in another language, and its name there.
  var otherLanguage: (address: String, name: String)?
  var hasScript = false
  /// The plan that the page is about; nothing: the newest.
  var plan: PublicPlan?
  /// What stands below, before the revision.
  var below: Markup?

  func page(@MarkupBuilder content: () -> [Markup]) -> Markup {
    let content = content()
    return tag("html", .set("lang", source.language.rawValue)) {
      head
      tag("body", kind.isEmpty ? nil : .style(kind)) {
        link("#main", .style("skip")) { source.say("跳到正文", "Skip to content") }
        tag("header", .style("top")) {
          link(source.address(), .style("office")) { source.name }
          if let other = otherLanguage {
            link(other.address, .set("lang", other.name == "English" ? "en" : "zh-Hans")) {
              other.name
            }
          }
        }
        tag("main", .id("main")) { content }
        footer
        if hasScript {
          tag("script", .set("src", Assets.script.path), .flag("defer"))
        }
      }
    }
  }

  private var head: Markup {
    tag("head") {
      tag("meta", .set("charset", "utf-8"))
      tag(
        "meta", .set("name", "viewport"), .set("content", "width=device-width, initial-scale=1"))
      tag("meta", .set("name", "robots"), .set("content", "noindex"))
      tag("meta", .set("name", "color-scheme"), .set("content", "light dark"))
      tag("title") { title == source.name ? title : "\(title)｜\(source.name)" }
      // An icon of nothing saves a request.
      tag("link", .set("rel", "icon"), .href("data:,"))
      tag("link", .set("rel", "stylesheet"), .href(Assets.style.path))
    }
  }

  /// Which revision the page shows, and when that was made.
  private var footer: Markup {
    tag("footer", .style("quiet")) {
      below
      if let plan = plan ?? source.plans.first {
        let made = plan.program.zone.moment(at: plan.savedAt + -59)
        tag("p") {
          source.say(
            "第 \(plan.revision) 版，\(source.words.date(made.day)) \(clock(made.minute)) 排定",
            "Revision \(plan.revision), planned \(source.words.date(made.day)) at \(clock(made.minute))"
          )
        }
      }
    }
  }
}

extension Markup {
  /// How something stands: a sign, a word and a colour, never one of them alone.
  static func state(_ state: ShownState, _ language: Language) -> Markup {
    tag("span", .style("state", state.style)) { "\(state.sign) \(state.word(language))" }
  }
}
