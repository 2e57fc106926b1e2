package import Scheduling

/// How a plan is to be made.
package struct Planning: Sendable {
  package var search: SearchOptions
  package var author: String
  /// The revision to take for the published one; nothing: the newest.
  package var base: Int?
  /// Forgets what is published, but not what is done or frozen.
  package var isFromScratch = false
  /// Saves a revision that nobody is told of until it is published.
  package var isDraft = false
  /// Saves nothing and writes nothing.
  package var isDryRun = false

  package init(_ search: SearchOptions, by author: String) {
    self.search = search
    self.author = author
  }
}

/// Who watches a plan being made, and may end it.
package struct PlanningWatch: Sendable {
  package var progress: @Sendable (SearchProgress) -> Void
  /// A wish to stop with the best plan found.
  package var shouldStop: @Sendable () -> Bool
  /// The search is over, for this time.
  package var searched: @Sendable () -> Void
  /// Somebody added this to the record meanwhile, and the plan is made again on top of it.
  package var replanning: @Sendable ([News]) -> Void

  package init(
    progress: @escaping @Sendable (SearchProgress) -> Void = { _ in },
    shouldStop: @escaping @Sendable () -> Bool = { false },
    searched: @escaping @Sendable () -> Void = {},
    replanning: @escaping @Sendable ([News]) -> Void = { _ in }
  ) {
    self.progress = progress
    self.shouldStop = shouldStop
    self.searched = searched
    self.replanning = replanning
  }
}
