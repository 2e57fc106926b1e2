import ArgumentParser

/// Writes one workspace of the asked size.
@main
struct MakeInstances: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-instances",
    abstract: "Writes a generated workspace to measure the scheduler on.",
    discussion: """
      An area has 10 urban and 8 rural communities and makes about 175 activities. The same \
      options give the same bytes on every machine.
      """)

  @Argument(help: "The folder to write plan.yaml and the tables into.", completion: .directory)
  var out: String

  @Option(help: "How many areas, at least 1.")
  var areas = 1

  @Option(help: "Where the random numbers start.")
  var seed: UInt64 = 1

  @Option(help: "How many times scarcer supervisors are; above 1.1 the limits are tight too.")
  var tight = 1.0

  @Flag(help: "More crews and wider windows than the family's; not with --tight.")
  var loose = false

  func validate() throws {
    guard areas >= 1 else { throw ValidationError("--areas must be at least 1, not \(areas).") }
    guard tight.isFinite, tight > 0 else {
      throw ValidationError("--tight must be above 0, not \(tight).")
    }
    guard !loose || tight == 1 else {
      throw ValidationError("--loose and --tight exclude each other.")
    }
  }

  func run() throws {
    let scarcity: Scarcity = loose ? .loose : .scarce(factor: tight)
    let district = District(areas: areas, scarcity: scarcity, seed: seed)

    let folder = try WorkspaceFolder(creating: out)
    try folder.write(district.communities.csv, to: "communities.csv")
    try folder.write(district.venues.csv, to: "venues.csv")
    try folder.write(district.teams.csv, to: "teams.csv")
    try folder.write(PlanText(scarcity: scarcity).yaml, to: "plan.yaml")

    print(
      "\(district.communities.count) communities, \(district.venues.count) venues,",
      "\(district.teams.count) teams")
  }
}
