/// Where an activity stands.
package enum ActivityStatus: String, CaseIterable, Sendable {
  case planned
  /// To be held today.
  case due
  case done
  /// Past, and nothing recorded.
  case overdue
  case cancelled
  case unplaced
}

/// Where a task stands.
package enum TaskStatus: String, CaseIterable, Sendable {
  case planned
  /// To be handed in today.
  case due
  case done
  /// Handed in after its day.
  case late
  case overdue
}

/// Where a campaign stands.
package enum CampaignStatus: String, CaseIterable, Sendable {
  case planned
  case running
  /// A whole reporting week, or month, went by without a record.
  case behind
  case done
}
