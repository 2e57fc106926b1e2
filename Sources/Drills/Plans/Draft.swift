/// What became of a plan that was saved for somebody to agree to before anybody is told.
package enum Draft: Hashable, Sendable {
  /// Nobody said anything yet; a newer revision has taken the place of all such but the newest.
  case waiting
  case published(at: Instant)
  case discarded(at: Instant)

  /// How a draft ends by somebody's word.
  package enum End: String, Sendable {
    case published, discarded
  }
}
