import Drills
import Record

/// Finds what a joint drill completes for those who took part beside the host.
struct Joint {
  private let subject: Subject
  private let register: Register

  init(_ subject: Subject, in register: Register) {
    self.subject = subject
    self.register = register
  }

  /// In the order of their ids, as the record keeps them.
  func partners(_ given: [Assignment]) throws -> [Completion.Partner] {
    guard !given.isEmpty, subject.duty.kind == .activity else { return [] }
    var partners: [Completion.Partner] = []
    for share in given {
      let choices = try register.communities()
        .map { NamingReason.Choice(id: $0.id, name: $0.name) }
      guard let id = try choices.named(share.name, as: .with) else {
        throw Refusal.naming(.notAnID(.with, share.name, among: choices))
      }
      let community = OwnerID(id)
      guard community != subject.duty.owner,
        !partners.contains(where: { $0.community == community })
      else { throw Refusal.recording(.partnerTwice(share.name)) }
      partners.append(
        Completion.Partner(
          community: community, people: share.number, activity: try activity(of: community)))
    }
    return partners.sorted { $0.community < $1.community }
  }

  /// The one that this drill already completed, else the first that is still to be done.
  private func activity(of community: OwnerID) throws -> DutyID? {
    guard let series = subject.duty.series else { return nil }
    let own = try register.activities(of: series, owner: community)
      .map { duty throws(RecordFailure) in try Subject(duty, in: register) }
    let linked = own.first { $0.completion?.sharedFrom == subject.id }
    let open = own.first { $0.completion == nil && !$0.isCancelled }
    return (linked ?? open)?.id
  }
}
