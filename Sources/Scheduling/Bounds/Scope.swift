/// What prices are moved for: hosts, and what they share.
struct Scope: Sendable {
  let hosts: [HostID]
  /// Positions among the priced resources.
  let resources: [Int]
  let areas: [AreaID]

  init(everythingIn problem: Problem, _ prices: Prices) {
    hosts = Array(problem.hosts)
    resources = Array(prices.resources.indices)
    areas = Array(prices.crowding.ids)
  }

  /// Some hosts and what they could use.
  init(_ hosts: [HostID], _ months: Months, _ prices: Prices, in problem: Problem) {
    self.hosts = hosts
    var (resources, areas) = (Set<Int>(), Set<AreaID>())
    for host in hosts {
      areas.insert(problem.areas[host])
      for resource in months.resources[host.index] where prices.position[resource] >= 0 {
        resources.insert(Int(prices.position[resource]))
      }
    }
    self.resources = resources.sorted()
    self.areas = areas.sorted()
  }
}
