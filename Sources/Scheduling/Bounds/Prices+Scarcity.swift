internal import Drills

extension Prices {
  /// The dearest parts of days, each by the mean price of its hours that have one.
  func scarcest(_ count: Int, in problem: Problem, of agenda: Agenda) -> [Scarcity] {
    var found: [Scarcity] = []
    let program = agenda.program
    let ticksPerHour = 60 / Double(problem.tickMinutes)
    for (index, resource) in resources.enumerated() {
      let isTeam = resource.index < problem.teamCount
      let id =
        isTeam
        ? program.teams[Row(resource.index)].id
        : program.venues[Row(resource.index - problem.teamCount)].id
      for day in 0..<problem.dayCount {
        for part in Scarcity.PartOfDay.allCases {
          let first = day * problem.ticksPerDay
          let ticks =
            first + part.minutes.lowerBound / problem.tickMinutes..<first + part.minutes.upperBound
            / problem.tickMinutes
          let dear = ticks.map { price(ofResourceAt: index, tick: $0) }.filter { $0 > 0 }
          guard !dear.isEmpty else { continue }
          let mean = Double(dear.reduce(0, +)) / Double(dear.count) / Double(Prices.unit)
          found.append(
            Scarcity(
              id: id, isTeam: isTeam, day: problem.firstDay + day, part: part,
              price: mean * ticksPerHour))
        }
      }
    }
    return found.enumerated().sorted { first, second in
      let (dearer, cheaper) = (first.element.price, second.element.price)
      return dearer != cheaper ? dearer > cheaper : first.offset < second.offset
    }.prefix(count).map(\.element).filter { $0.price >= 0.005 }
  }
}
