import Drills

/// What one requirement may not say.
extension PlanReader {
  func checkRules(of requirement: Requirement, _ entry: YamlObject) {
    checkAnnouncement(of: requirement, entry)
    checkLength(of: requirement, entry)
    checkHost(of: requirement, entry)
    checkMatches(of: requirement, entry)
    checkTogether(of: requirement, entry)
  }

  private func checkTogether(of requirement: Requirement, _ entry: YamlObject) {
    guard let together = requirement.together else { return }
    if requirement.isPerVenue {
      findings.report(.togetherPerVenue, at: entry.position(of: "together"))
    }
    if requirement.audience.organizer {
      findings.report(.organizerIsNotTogether, at: entry.position(of: "together"))
    }
    guard case .groups = together, known.communities != nil else { return }
    for item in (entry["together"]?.items ?? []).flatMap(\.items).compactMap(\.written) {
      let ids = known.communities?.matches(item.text) ?? []
      let named = tables.communities.first { ids == [$0.id] }
      if let named, !requirement.audience.includes(named) {
        findings.report(.notSelected(item.text), at: item.position)
      }
    }
  }

  /// Source: 高层民用建筑消防安全管理规定 第四十四条: residents are told before a drill.
  private func checkAnnouncement(of requirement: Requirement, _ entry: YamlObject) {
    let isHighRise =
      requirement.scenario == .highRise
      || requirement.venueTypes.contains(Scenario.highRise.rawValue)
    if requirement.isDrill, isHighRise, requirement.announcement == .internal {
      findings.report(.internalHighRise, at: entry.position(of: "announce"))
    }
  }

  private func checkLength(of requirement: Requirement, _ entry: YamlObject) {
    if requirement.isAllDay {
      for key in ["hours", "start"] where entry.has(key) {
        findings.report(.hoursOfAllDay, at: entry.position(of: key))
      }
      return
    }
    if let start = requirement.start {
      let held = HourRange(start: start, end: start + requirement.length)
      let hours = requirement.hours.isEmpty ? [.wholeDay] : requirement.hours
      if !hours.contains(where: { $0.contains(held) }) {
        findings.report(.outsideHours(held), at: entry.position(of: "start"))
      }
      return
    }
    guard let longest = requirement.hours.map({ $0.end - $0.start }).max() else { return }
    if requirement.length > longest {
      findings.report(
        .longerThanHours(minutes: requirement.length, longest: longest),
        at: entry.position(of: "duration"))
    }
  }

  private func checkHost(of requirement: Requirement, _ entry: YamlObject) {
    if requirement.isPerVenue, !entry.has("venue") {
      findings.report(.perVenueWithoutVenue, at: entry.position(of: "per"))
    }
    guard requirement.audience.organizer else {
      if entry.has("attends") {
        findings.warn(of: .attendsWithoutOrganizer, at: entry.position(of: "attends"))
      }
      return
    }
    if requirement.isPerVenue {
      findings.report(.organizerHasNoVenues, at: entry.position(of: "per"))
    }
    if case .share = requirement.participants {
      findings.report(.organizerHasNoPopulation, at: entry.position(of: "participants"))
    }
  }

  private func checkMatches(of requirement: Requirement, _ entry: YamlObject) {
    let audience = requirement.audience
    guard known.communities != nil else { return }
    if !requirement.attends.isEmpty,
      !tables.communities.contains(where: { row in requirement.attends.contains { $0.fits(row) } })
    {
      findings.warn(of: .matchesNoCommunity, at: entry.position(of: "attends"))
    }
    guard !audience.filters.isEmpty,
      !tables.communities.contains(where: audience.includes)
    else { return }
    findings.warn(
      of: .matchesNoCommunity, at: entry.position(of: entry.has("for") ? "for" : "id"))
  }
}
