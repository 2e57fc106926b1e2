import Drills

/// Sentences short enough for an SMS.
extension Words {
  /// `6月21日（周六）15:00`.
  func moment(_ placement: Placement, isAllDay: Bool) -> String {
    let day = language(
      "\(date(placement.day))（\(weekday(placement.day.weekday))）", self.day(placement.day))
    return isAllDay
      ? day : language("\(day)\(time(placement.start))", "\(day) \(time(placement.start))")
  }

  /// `9:00`.
  private func time(_ minute: Minute) -> String { "\(minute / 60):\(padded(minute % 60, to: 2))" }

  /// `白桦社区“防汛演练”原定6月19日（周三）9:00，改到6月21日（周五）15:00，地点队伍不变`.
  func short(_ change: PlanDiff.Change, in program: Program) -> String {
    let what =
      program.name(ofOwner: change.host) + language("“\(change.name)”", ", “\(change.name)”, ")
    func moment(_ placement: Placement) -> String {
      self.moment(placement, isAllDay: change.isAllDay)
    }
    switch (change.from, change.to) {
    case (let from?, let to?):
      let isSame = from.moment == to.moment
      let shift =
        isSame
        ? language("\(moment(to))不变", "\(moment(to)) as before")
        : language("原定\(moment(from))，改到\(moment(to))", "was \(moment(from)), is now \(moment(to))")
      return what + ([shift] + places(from, to, program)).joined(separator: language("，", ", "))
    case (nil, let to?):
      let place =
        to.venue.flatMap { program.venues[$0]?.name }
        .map { language("，地点\($0)", " at \($0)") } ?? ""
      return what + language("定于\(moment(to))\(place)", "is on \(moment(to))\(place)")
    case (let from?, nil):
      let isOff = change.kind == .cancelled || change.kind == .gone
      return what
        + (isOff
          ? language("取消（原定\(moment(from))）", "is cancelled (was \(moment(from)))")
          : language(
            "暂停（原定\(moment(from))），时间另行通知",
            "is put off (was \(moment(from))); a new time will follow"))
    case (nil, nil): return what
    }
  }

  /// What else changes, or that nothing does.
  private func places(_ from: Placement, _ to: Placement, _ program: Program) -> [String] {
    let sameVenue = from.venue == to.venue
    let sameTeams = from.teams == to.teams
    if sameVenue, sameTeams {
      return to.venue == nil && to.teams.isEmpty
        ? [] : [language("地点队伍不变", "place and teams as before")]
    }
    var parts: [String] = []
    if !sameVenue {
      let name = to.venue.map { program.venues[$0]?.name ?? $0 } ?? language("另定", "open")
      parts.append(language("地点改为\(name)", "at \(name) instead"))
    }
    if !sameTeams {
      let names = to.teams.sorted { $0.key < $1.key }.map {
        program.teams[$0.value]?.name ?? $0.value
      }
      parts.append(
        language("队伍：\(names.joined(separator: "、"))", "teams: \(names.joined(separator: ", "))"))
    }
    return parts
  }
}
