internal import Drills
internal import Feeds
internal import Reports

/// The month as lists.
extension PlanPage {
  @MarkupBuilder var byDay: [Markup] {
    let days = Dictionary(grouping: shown, by: \.days.lowerBound).sorted { $0.key < $1.key }
    for (day, held) in days {
      section("d\(day)", source.words.day(day), held, shows: [.hours, .host, .place])
    }
  }

  @MarkupBuilder var byCommunity: [Markup] {
    let known = source.communities.map(\.id)
    let hosts = Dictionary(grouping: shown, by: \.host.id)
    let others = hosts.keys.filter { !known.contains($0) }.sorted()
    for id in others + known {
      if let held = hosts[id], let name = held.first?.host.name {
        section("c-\(id)", name, held, shows: [.days, .hours, .place])
      }
    }
  }

  @MarkupBuilder var byRequirement: [Markup] {
    let kinds = Dictionary(grouping: shown, by: \.name)
      .sorted { ($0.value[0].start, $0.key) < ($1.value[0].start, $1.key) }
    for (index, kind) in kinds.enumerated() {
      let name = kind.key.isEmpty ? source.say("不再公布", "No longer announced") : kind.key
      section("k\(index)", name, kind.value, shows: [.days, .hours, .host, .place])
    }
  }

  private struct Columns: OptionSet {
    let rawValue: Int
    static let days = Columns(rawValue: 1)
    static let hours = Columns(rawValue: 2)
    static let host = Columns(rawValue: 4)
    static let place = Columns(rawValue: 8)
  }

  private func section(
    _ id: String, _ title: String, _ held: [Announcement], shows columns: Columns
  ) -> Markup {
    let done = held.count { $0.state == .done }
    return tag("section", .id(id)) {
      tag("h2") {
        title
        tag("small", .style("number")) {
          " "
            + (done == 0
              ? source.say("\(held.count) 项", "\(held.count)")
              : source.say("\(held.count) 项，完成 \(done)", "\(done) of \(held.count) done"))
        }
      }
      tag("ul", .style("rows")) {
        for announcement in held { row(announcement, columns) }
      }
    }
  }

  private func row(_ announcement: Announcement, _ columns: Columns) -> Markup {
    let times = TimeWords(language: language)
    let when = [
      columns.contains(.days) ? times.days(announcement.days) : "", times.hours(of: announcement),
    ].filter { !$0.isEmpty }.joined(separator: " ")
    let what =
      columns == [.days, .hours, .host, .place]
      ? announcement.host.name : announcement.named(language)
    let who =
      columns.contains(.host) && what != announcement.host.name ? announcement.host.name : ""
    return tag("li") {
      tag("span", .style("when", "number")) { when }
      link(source.address(of: announcement), .style("what")) { what }
      tag("span", .style("who")) {
        [who, announcement.place].filter { !$0.isEmpty }.joined(separator: " · ")
      }
      Markup.state(ShownState(announcement, on: source.today), language)
    }
  }
}

extension Announcement {
  /// What it is called; of what is no longer announced, that.
  func named(_ language: Language) -> String {
    name.isEmpty ? language("不再公布", "No longer announced") : name
  }
}
