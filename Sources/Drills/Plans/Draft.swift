/// What became of a plan that was saved for somebody to agree to before anybody is told.
package enum Draft: Hashable, Sendable {
  /// Nobody said anything yet; a newer revision has taken the place of all such but the newest.
  case waiting
  /// In seconds since 1970.
  case published(at: Int)
  case discarded(at: Int)

  /// How a draft ends by somebody's word.
  package enum End: String, Sendable {
    case published, discarded
  }
}
