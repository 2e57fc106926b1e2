internal import Drills

extension Prices {
  /// The parts of days in which an hour more could save most.
  ///
  /// Prices that prove a bound with what there is prove one with more of it too: less by what that is
  /// worth at these prices. So nothing more can be saved than that and what the bound leaves open.
  ///
  /// `open`: what the cost of the plan is above the proven bound, in ``unit``s.
  func scarcest(
    _ count: Int, open: Int64, in problem: Problem, of agenda: Agenda
  ) -> [Scarcity] {
    var found: [(price: Int64, scarcity: Scarcity)] = []
    let program = agenda.program
    for (index, resource) in resources.enumerated() {
      let isTeam = resource.index < problem.teamCount
      if isTeam, program.couldUseAnother(of: program.teams[Row(resource.index)]) { continue }
      let id =
        isTeam
        ? program.teams[Row(resource.index)].id
        : program.venues[Row(resource.index - problem.teamCount)].id
      for day in 0..<problem.dayCount {
        for part in Scarcity.PartOfDay.allCases {
          let price = dearestHour(ofResourceAt: index, on: day, part, in: problem)
          guard price > 0, open + price >= Prices.unit else { continue }
          found.append(
            (
              price,
              Scarcity(
                id: id, isTeam: isTeam, day: problem.firstDay + day, part: part,
                most: Int((open + price) / Prices.unit))
            ))
        }
      }
    }
    return found.enumerated().sorted { first, second in
      let (dearer, cheaper) = (first.element.price, second.element.price)
      return dearer != cheaper ? dearer > cheaper : first.offset < second.offset
    }.prefix(count).map(\.element.scarcity)
  }

  private func dearestHour(
    ofResourceAt index: Int, on day: Int, _ part: Scarcity.PartOfDay, in problem: Problem
  ) -> Int64 {
    let first = day * problem.ticksPerDay
    let from = first + part.minutes.lowerBound / problem.tickMinutes
    let to = first + part.minutes.upperBound / problem.tickMinutes
    let hour = max(1, (60 + problem.tickMinutes - 1) / problem.tickMinutes)
    let (base, last) = (index * width, max(from, to - hour))
    return (from...last).map { sums[base + min(to, $0 + hour)] - sums[base + $0] }.max() ?? 0
  }
}

extension Program {
  /// Whether one more crew would make a team do for what it has too few crews for now: no price says
  /// what that would save.
  fileprivate func couldUseAnother(of team: Team) -> Bool {
    requirements.elements.contains { requirement in
      requirement.crews.contains { $0.role == team.role && $0.crews == team.crews + 1 }
    }
  }
}
