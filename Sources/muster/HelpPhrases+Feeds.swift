/// What `--help` says of feeds and hidden hours.
extension HelpPhrases {
  var feeds: String {
    Phrases.say("列出已发布的日历、网址和二维码。", "List what is published, with addresses and QR codes.")
  }
  var feedsExample: String {
    Phrases.say(
      "例：muster feeds --community u3 --qr；网址取自 plan.yaml 的 publish.base。",
      "Example: muster feeds --community u3 --qr; addresses come from publish.base in plan.yaml.")
  }
  var reveal: String {
    Phrases.say("活动结束后，公开事先隐去的时间。", "Open a date-only drill's sealed hour once it is over.")
  }
  var revealExample: String {
    Phrases.say(
      "例：muster reveal u3/high-rise-fire；日历随即写明时间和承诺的原文。",
      "Example: muster reveal u3/high-rise-fire; the feeds then tell the hour and what was sealed.")
  }

  // MARK: Choosing feeds

  var feedCommunity: String { Phrases.say("该社区（村）的日历，可多次。", "This community's feed; repeatable.") }
  var feedArea: String { Phrases.say("该片区的日历，可多次。", "This area's feed; repeatable.") }
  var feedVenue: String { Phrases.say("该场地的日历，可多次。", "This venue's feed; repeatable.") }
  var feedTeam: String { Phrases.say("该队伍的日历，可多次。", "This team's feed; repeatable.") }
  var feedOrganizer: String {
    Phrases.say("主办单位的日历（内部）。", "The organizer's feed; a private one.")
  }
  var feedAll: String { Phrases.say("全部日历（默认）。", "All feeds (default).") }
  var feedPrivate: String {
    Phrases.say("内部版，含具体时间和联系人。", "The private edition, with hidden hours and contacts.")
  }
  var feedTasks: String {
    Phrases.say("待办：每次报送一条（内部）。", "The tasks, one for each thing due; private.")
  }

  // MARK: Showing them

  var qr: String { Phrases.say("在终端显示网址的二维码。", "Show each address as a QR code in the terminal.") }
  var qrPNG: String {
    Phrases.say(
      "把二维码写成 PNG：一个日历时可给 .png 文件，否则给文件夹。",
      "Write QR codes as PNG: to a .png file for one feed, else to a folder.")
  }
}
