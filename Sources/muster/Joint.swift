import Drills
import Office
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
  func partners(_ given: [AssignmentOption]) throws -> [Completion.Partner] {
    guard !given.isEmpty, subject.duty.kind == .activity else { return [] }
    var partners: [Completion.Partner] = []
    for option in given {
      guard try register.party(option.name)?.isCommunity == true else {
        throw Failure(.usage, Phrases.unknown(option.name, among: try register.communities()))
      }
      guard option.name != subject.duty.owner,
        !partners.contains(where: { $0.community == option.name })
      else { throw Failure(.usage, Phrases.partnerTwice(option.name)) }
      partners.append(
        Completion.Partner(
          community: option.name, people: option.number, activity: try activity(of: option.name)))
    }
    return partners.sorted { $0.community < $1.community }
  }

  /// The one that this drill already completed, else the first that is still to be done.
  private func activity(of community: String) throws -> String? {
    let own = try register.activities(of: subject.duty.series, owner: community)
      .map { duty throws(RecordFailure) in try Subject(duty, in: register) }
    let linked = own.first { $0.completion?.sharedFrom == subject.id }
    let open = own.first { $0.completion == nil && !$0.isCancelled }
    return (linked ?? open)?.id
  }
}
