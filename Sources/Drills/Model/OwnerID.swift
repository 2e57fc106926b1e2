/// Who owns duties and numbers: the organizer, or a member, which is a community or a department.
///
/// The only place that knows how an owner is written, on disk, in JSON and by people: `organizer`, or
/// the member's id, which is no other member's.
package enum OwnerID: WrittenID {
  case organizer
  /// A community's or a department's id.
  case member(String)

  package init(_ text: String) { self = text == OwnerID.organizerWord ? .organizer : .member(text) }

  package var text: String {
    switch self {
    case .organizer: OwnerID.organizerWord
    case .member(let id): id
    }
  }

  /// The community's or department's id; nothing for the organizer.
  package var member: String? {
    switch self {
    case .organizer: nil
    case .member(let id): id
    }
  }

  private static let organizerWord = "organizer"
  /// Stands for every department where `plan.yaml` says who takes part; no member's.
  package static let departments = OwnerID("departments")

  /// Whether `plan.yaml` means something by this word, so that it can be nobody's id.
  package static func isReserved(_ text: String) -> Bool {
    [.organizer, .departments].contains(OwnerID(text))
  }
}

extension Community {
  package var ownerID: OwnerID { .member(id) }
}

extension Department {
  package var ownerID: OwnerID { .member(id) }
}
