/// The name of a notice, under which the record keeps that it was sent.
///
/// The only place that writes `u1/drill/notice-1` and `team/fire1`.
package struct NoticeID: WrittenID {
  /// Whom changes of the plan concern; by id.
  package enum Recipient: Hashable, Sendable {
    case community(String)
    case venue(String)
    case team(String)
  }

  package let text: String

  package init(_ text: String) { self.text = text }

  /// One of the letters that an activity's requirement asks for, counted from 1.
  package init(letter number: Int, of activity: DutyID) { text = "\(activity)/notice-\(number)" }

  /// Of all that changed for one of those concerned.
  package init(changesFor recipient: Recipient) {
    text =
      switch recipient {
      case .community(let id): "community/\(id)"
      case .venue(let id): "venue/\(id)"
      case .team(let id): "team/\(id)"
      }
  }
}
