/// Turns what stands in the record into what it adds to counters.
struct Contributions {
  private let program: Program
  private let table: CounterTable
  private let countsAs: [String: [String]]

  init(_ program: Program, _ table: CounterTable) {
    self.program = program
    self.table = table
    var countsAs: [String: [String]] = [:]
    for campaign in program.campaignsEver { countsAs[campaign.id] = campaign.countsAs }
    for (id, requirement) in program.departed.requirements { countsAs[id] = requirement.countsAs }
    for requirement in program.requirements.elements {
      countsAs[requirement.id] = requirement.countsAs
    }
    self.countsAs = countsAs
  }

  func all(of accounts: Accounts) -> [Contribution] {
    var result: [Contribution] = []
    for list in Dictionary(grouping: accounts.completions, by: \.duty).values {
      guard let last = list.last, let rule = last.duty.rule else { continue }
      if program.requirementEver(rule) != nil {
        result += ofActivity(last, rule)
      } else {
        for record in list { result += ofCampaign(record, rule) }
      }
    }
    for count in accounts.counts {
      result.append(
        Contribution(
          counter: count.counter, owner: count.owner, day: count.day, amount: count.amount,
          recordedAt: count.recordedAt, number: count.number))
    }
    for problem in accounts.problems where problem.isReported {
      guard let mending = problem.mending else { continue }
      result.append(
        Contribution(
          counter: .mended, owner: problem.owner, day: mending.day, amount: 1,
          recordedAt: mending.recordedAt, number: problem.number))
    }
    return result
  }

  /// The session is the host's; each one's people are its own.
  private func ofActivity(_ completion: Completion, _ rule: String) -> [Contribution] {
    var amounts = counted(completion)
    for id in countsAs[rule] ?? [] {
      guard let line = table.line(id) else { continue }
      if let adds = line.adds {
        let counter = Counter(line: id, unit: adds)
        if amounts[counter] == nil { amounts[counter] = 1 }
      }
      if let people = line.people {
        let counter = Counter(line: id, unit: people)
        if amounts[counter] == nil { amounts[counter] = completion.people }
      }
    }
    var result = contributions(amounts, of: completion, to: completion.duty.owner)
    for partner in completion.partners {
      result += contributions(
        people(partner.people, rule), of: completion, to: partner.community)
    }
    return result
  }

  /// Only its people and its counts.
  private func ofCampaign(_ completion: Completion, _ rule: String) -> [Contribution] {
    let amounts = counted(completion).merging(people(completion.people, rule)) { own, _ in own }
    return contributions(amounts, of: completion, to: completion.duty.owner)
  }

  private func counted(_ completion: Completion) -> [Counter: Int] {
    Dictionary(
      completion.counts.compactMap { text, amount in Counter(text).map { ($0, amount) } },
      uniquingKeysWith: { $1 })
  }

  private func people(_ people: Int, _ rule: String) -> [Counter: Int] {
    var amounts: [Counter: Int] = [:]
    for id in countsAs[rule] ?? [] {
      guard people != 0, let unit = table.line(id)?.people else { continue }
      amounts[Counter(line: id, unit: unit)] = people
    }
    return amounts
  }

  private func contributions(
    _ amounts: [Counter: Int], of completion: Completion, to owner: OwnerID
  ) -> [Contribution] {
    amounts.map { counter, amount in
      Contribution(
        counter: counter, owner: owner, day: completion.countedDay, amount: amount,
        recordedAt: completion.recordedAt, number: completion.number)
    }
  }
}
