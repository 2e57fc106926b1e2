internal import Drills
internal import Record

extension Record {
  /// Whoever and whatever the accounts tell of and the program has no more, from the workspaces of older
  /// plans, the newest first.
  ///
  /// None is read where nothing is missing, and no more than are needed.
  func departed(from program: Program, in accounts: Accounts) throws -> Departed {
    var departed = Departed()
    var missing = Departed.Missing(accounts, in: program)
    if missing.isEmpty { return departed }
    for number in try newestOfEachWorkspace() {
      // One that says nothing by now has nothing to tell.
      guard let older = try? Snapshot(files(of: number)).program(given: givenIDs()) else {
        continue
      }
      missing = departed.take(missing, from: older)
      if missing.isEmpty { break }
    }
    for id in missing.owners { departed.names[id] = id.text }
    return departed
  }
}
