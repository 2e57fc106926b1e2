/// Whoever and whatever the record tells of and the program has no more, as the newest plan that had
/// it had it.
///
/// What was held stays counted under its own name, whatever the planner wrote since.
package struct Departed: Sendable {
  /// Communities and departments, by id.
  package var names: [OwnerID: String] = [:]
  /// By id.
  package var requirements: [String: Requirement] = [:]
  /// In the order in which they left.
  package var campaigns: [Campaign] = []
  /// Ids of deadlines.
  package var deadlines: Set<String> = []
  /// Names by id.
  package var venues: [String: String] = [:]

  package init() {}

  package var isEmpty: Bool {
    names.isEmpty && requirements.isEmpty && campaigns.isEmpty && deadlines.isEmpty
      && venues.isEmpty
  }

  /// Takes what of `missing` a program has.
  ///
  /// - Returns: What it has not.
  package mutating func take(_ missing: Missing, from program: Program) -> Missing {
    var left = missing
    for id in missing.owners {
      guard let member = id.member,
        let name = program.communities[member]?.name ?? program.departments[member]?.name
      else {
        continue
      }
      names[id] = name
      left.owners.remove(id)
    }
    for id in missing.rules {
      if let requirement = program.requirements[id] {
        requirements[id] = requirement
      } else if let campaign = program.campaigns.first(where: { $0.id == id }) {
        campaigns.append(campaign)
      } else if program.deadlines.contains(where: { $0.id == id }) {
        deadlines.insert(id)
      } else {
        continue
      }
      left.rules.remove(id)
    }
    for id in missing.venues {
      guard let venue = program.venues[id] else { continue }
      venues[id] = venue.name
      left.venues.remove(id)
    }
    return left
  }

  /// Ids that the record names and a program does not know.
  package struct Missing: Hashable, Sendable {
    package var owners: Set<OwnerID> = []
    /// Of requirements, campaigns or deadlines.
    package var rules: Set<String> = []
    package var venues: Set<String> = []

    package var isEmpty: Bool { owners.isEmpty && rules.isEmpty && venues.isEmpty }

    package init(_ accounts: Accounts, in program: Program) {
      for completion in accounts.completions {
        owners.insert(completion.duty.owner)
        owners.formUnion(completion.partners.map(\.community))
        if let rule = completion.duty.rule { rules.insert(rule) }
        for partner in completion.partners {
          if let rule = partner.activity?.rule { rules.insert(rule) }
        }
      }
      owners.formUnion(accounts.counts.map(\.owner))
      owners.formUnion(accounts.problems.map(\.owner))
      owners.formUnion(accounts.works.map(\.owner))
      rules.formUnion(accounts.works.map(\.campaign))
      venues.formUnion(accounts.problems.compactMap(\.venue))
      owners.subtract(program.owners)
      rules.subtract(program.requirements.elements.map(\.id))
      rules.subtract(program.campaigns.map(\.id))
      rules.subtract(program.deadlines.map(\.id))
      venues.subtract(program.venues.elements.map(\.id))
    }
  }
}

extension Program {
  /// Everyone who can owe or report something, then those who left and did, by their ids.
  package var ownersEver: [OwnerID] { owners + departed.names.keys.sorted() }

  /// The requirement of that id, though it left.
  package func requirementEver(_ id: String) -> Requirement? {
    requirements[id] ?? departed.requirements[id]
  }

  /// The program's, then those that left.
  package var campaignsEver: [Campaign] { campaigns + departed.campaigns }

  package func nameEver(ofVenue id: String) -> String? { venues[id]?.name ?? departed.venues[id] }
}
