internal import Drills
internal import Foundation
internal import QRCodes
internal import Reports

/// How to subscribe, for the phone that asks first, and for all others below.
struct SubscribePage {
  let source: PageSource
  let feed: FeedID
  let device: PageRequest.Device

  private var say: (String, String) -> String { { source.say($0, $1) } }
  private var address: String { source.feedAddress(feed) }
  private var name: String { source.name(ofFeed: feed) ?? feed.text }

  func page() -> Markup {
    var layout = Layout(source: source, title: say("订阅日历", "Subscribe"))
    let other = source.language == .chinese ? Language.english : .chinese
    layout.otherLanguage = (
      "/o/\(source.office)/subscribe?feed=\(feed.text.inQuery)&lang=\(other.rawValue)",
      other == .chinese ? "中文" : "English"
    )
    layout.hasScript = true
    return layout.page {
      tag("p", .style("back")) {
        link(source.address()) { "← " + say("整月安排", "The whole month") }
      }
      tag("h1") { say("订阅：\(name)", "Subscribe: \(name)") }
      tag("p") {
        say(
          "订阅以后，手机日历会自动跟着改期、取消和新一年的安排更新，不用再来这里。",
          "Once subscribed, your calendar follows every change and the next years by itself.")
      }
      forDevice
      otherWays
      importing
      choice
    }
  }

  // MARK: The phone that asks

  @MarkupBuilder private var forDevice: [Markup] {
    switch device {
    case .apple:
      tag("section", .style("card", "first")) {
        tag("h2") { say("这台 iPhone 或 iPad", "This iPhone or iPad") }
        link(webcal, .style("button", "big")) { say("订阅到手机日历", "Subscribe") }
        tag("p", .style("quiet")) { say("点一下，再点“订阅”。", "Tap it, then tap Subscribe.") }
      }
    case .weChat:
      tag("section", .style("card", "first")) {
        tag("h2") { say("在微信里打不开日历", "WeChat cannot open calendars") }
        menuPicture
        tag("p") {
          say(
            "点右上角的 … ，选“在浏览器打开”，再按那里的说明订阅。",
            "Tap … at the top right, choose “Open in browser”, and go on there.")
        }
        addressBox
        code
      }
    case .android:
      tag("section", .style("card", "first")) {
        tag("h2") { say("安卓和鸿蒙手机", "Android and HarmonyOS phones") }
        tag("p") {
          say(
            "手机自带的日历多半不能按网址订阅，看这里的网页就好；要进日历，请用能订阅网址的日历（如 ICSx⁵），把下面的地址粘贴进去。",
            "Most phones' own calendars cannot subscribe by address: this page has it all. Or paste the address into one that can, such as ICSx⁵."
          )
        }
        addressBox
        code
      }
    case .other:
      tag("section", .style("card", "first")) {
        tag("h2") { say("电脑上的日历", "A calendar on this computer") }
        tag("p") {
          say(
            "在日历程序里选“按网址订阅”，粘贴这个地址：",
            "Choose “subscribe by address” in your calendar and paste this:")
        }
        addressBox
        link(webcal, .style("button", "second")) { say("用默认日历打开", "Open in the default calendar") }
        code
      }
    }
  }

  private var pageAddress: String {
    "\(source.base)/o/\(source.office)/subscribe?feed=\(feed.text.inQuery)"
  }

  private var webcal: String {
    let scheme = address.prefix { $0 != ":" }
    return "webcal" + address.dropFirst(scheme.count)
  }

  private var addressBox: Markup {
    tag("div", .style("copy")) {
      tag("label", .set("for", "address")) { say("订阅地址", "Address") }
      tag(
        "input", .id("address"), .set("type", "url"), .flag("readonly"), .set("value", address))
      // Shown by the script, without which it could do nothing.
      tag(
        "button", .style("button", "second"), .set("type", "button"), .flag("hidden"),
        .set("data-copy", "address"), .set("data-done", say("已复制", "Copied"))
      ) { say("复制", "Copy") }
    }
  }

  @MarkupBuilder private var code: [Markup] {
    // The page, and not the feed: whichever phone scans it is told what fits it.
    if let picture = Pictures.code(of: pageAddress) {
      tag("figure", .style("code")) {
        tag(
          "img", .set("src", picture), .set("width", "200"), .set("height", "200"),
          .set("alt", say("本页的二维码", "QR code of this page")))
        tag("figcaption", .style("quiet")) {
          say("用另一台手机扫一扫，打开这一页", "Scan it with another phone to open this page")
        }
      }
    }
  }

  /// The corner of WeChat's window, since its words differ from phone to phone.
  private var menuPicture: Markup {
    tag(
      "svg", .style("corner"), .set("viewBox", "0 0 320 96"), .set("role", "img"),
      .set("aria-label", say("右上角的三个点", "The three dots at the top right"))
    ) {
      tag(
        "rect", .set("x", "1"), .set("y", "1"), .set("width", "318"), .set("height", "94"),
        .set("rx", "10"), .style("frame"))
      for x in [272, 284, 296] {
        tag("circle", .set("cx", "\(x)"), .set("cy", "30"), .set("r", "3.5"), .style("dot"))
      }
      tag("circle", .set("cx", "284"), .set("cy", "30"), .set("r", "24"), .style("ring"))
      tag(
        "path", .set("d", "M150 78 C 200 78 236 68 258 50 M258 50 l-13 1 M258 50 l-3 12"),
        .style("arrow"))
    }
  }

  // MARK: Everything else

  private var otherWays: Markup {
    tag("section") {
      tag("h2") { say("其他设备", "Other devices") }
      tag("ul") {
        if device == .weChat {
          tag("li") {
            say(
              "iPhone、iPad：在浏览器打开后，点“订阅到手机日历”",
              "iPhone, iPad: once in the browser, tap Subscribe")
          }
        } else if device != .apple {
          tag("li") {
            link(webcal) { say("iPhone、iPad：订阅", "iPhone, iPad: subscribe") }
          }
        }
        if device != .weChat {
          tag("li") {
            say("微信：点右上角 … ，选“在浏览器打开”", "WeChat: … at the top right, “Open in browser”")
          }
        }
        if device != .android {
          tag("li") {
            say(
              "安卓、鸿蒙：用能按网址订阅的日历，粘贴地址",
              "Android, HarmonyOS: paste the address into a calendar that subscribes")
          }
        }
      }
      if device == .apple { addressBox }
    }
  }

  private var importing: Markup {
    tag("section") {
      tag("h2") { say("只导入一次（不会更新）", "Import once (never updated)") }
      tag("p") {
        if device == .weChat {
          say(
            "在浏览器打开后可以下载 .ics 文件；以后改期、取消都不会跟着变。",
            "Once in the browser you can download the .ics file; later changes will not reach it.")
        } else {
          link(source.feedPath(feed)) { say("下载 .ics 文件", "Download the .ics file") }
          say("：以后改期、取消都不会跟着变。", ": later changes will not reach it.")
        }
      }
    }
  }

  private var choice: Markup {
    tag("section") {
      tag("h2") { say("换一个日历", "Another calendar") }
      tag("ul", .style("choice")) {
        for feed in [.all] + source.communities.map({ FeedID(.communities, $0.id) }) {
          tag("li") {
            link(
              source.address("subscribe", ("feed", feed.text)),
              feed == self.feed ? .set("aria-current", "page") : nil
            ) { source.name(ofFeed: feed) ?? feed.text }
          }
        }
      }
    }
  }
}

/// Pictures that stand in a page itself.
enum Pictures {
  /// Nothing for what no code can hold.
  static func code(of text: String) -> String? {
    QRCode(text).map { "data:image/png;base64," + Data($0.png(scale: 5)).base64EncodedString() }
  }
}
