import Drills
import Reports

/// Finds what a joint drill completes for those who took part beside the host.
struct Joint {
  private let subject: Identifier.Subject
  private let view: PlanView

  init(_ subject: Identifier.Subject, in view: PlanView) {
    self.subject = subject
    self.view = view
  }

  /// In the order of their ids, as the record keeps them.
  func partners(_ given: [AssignmentOption]) throws(Failure) -> [Completion.Partner] {
    guard !given.isEmpty, case .activity(let host) = subject else { return [] }
    var partners: [Completion.Partner] = []
    for option in given {
      let communities = view.agenda.program.communities
      guard communities[option.name] != nil else {
        throw Failure(.usage, Phrases.unknown(option.name, among: communities.elements.map(\.id)))
      }
      guard option.name != host.host, !partners.contains(where: { $0.community == option.name })
      else { throw Failure(.usage, Phrases.partnerTwice(option.name)) }
      partners.append(
        Completion.Partner(
          community: option.name, people: option.number,
          activity: activity(of: option.name, as: host)))
    }
    return partners.sorted { $0.community < $1.community }
  }

  /// The one that this drill already completed, else the first that is still to be done.
  private func activity(of community: String, as host: PlanView.Entry) -> String? {
    let own = view.entries.filter {
      $0.host == community && $0.activity.requirement == host.activity.requirement
        && $0.activity.week == host.activity.week
    }
    let linked = own.first { $0.completion?.sharedFrom == host.activity.id }
    let open = own.first { $0.completion == nil && $0.status != .cancelled }
    return (linked ?? open)?.activity.id
  }
}
