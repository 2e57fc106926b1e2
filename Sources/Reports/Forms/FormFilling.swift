package import Drills

/// The numbers and names that one copy of a form is filled with.
package struct FormFilling: Sendable {
  /// A community's or department's id, `organizer`, or nothing for the total of all.
  package let owner: OwnerID?
  /// Who fills it in.
  package let name: String
  package let days: ClosedRange<Day>
  private let heads: [Form.Head: String]
  private let ledger: Ledger

  /// - Parameters:
  ///   - owner: Whose numbers; nothing: everybody's.
  ///   - days: What the numbers are of.
  ///   - date: When the form is filled in.
  ///   - program: Who is who.
  ///   - ledger: What was counted.
  package init(
    of owner: OwnerID?, over days: ClosedRange<Day>, on date: Day, in program: Program,
    from ledger: Ledger
  ) {
    self.owner = owner
    self.days = days
    self.ledger = ledger
    let contact = owner.flatMap { program.community($0)?.contact }
    name =
      program.name(ofOwner: owner ?? .organizer)
    let isOffice = owner == nil || owner == .organizer
    let (year, month, day) = date.components
    heads = [
      .unit: name, .contact: contact?.name ?? (isOffice ? program.organizer.office : ""),
      .phone: contact?.phone ?? (isOffice ? program.organizer.phone : ""),
      .date: program.language("\(year)年\(month)月\(day)日", date.description),
    ]
  }

  package func number(_ counter: Counter) -> Int {
    owner.map { ledger.value(counter, of: $0, over: days) } ?? ledger.total(counter, over: days)
  }

  package func text(_ blank: Form.Blank) -> String {
    switch blank {
    case .counter(let counter): String(number(counter))
    case .head(let head): heads[head] ?? ""
    }
  }
}
