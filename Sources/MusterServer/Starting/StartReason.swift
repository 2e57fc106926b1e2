package import Office

/// Why the server does not start: a fact, whose words are made at the edge.
package struct StartRefusal: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case arguments(ServerArguments.Mistake)
    case isRoot
    /// Neither a proxy nor a wish stands between this address and everybody.
    case isOpen(host: String)
    case isWritableByOthers(path: String)
    /// Two offices of one name.
    case sameOffice(String, [String])
    case office(Refusal)
    /// With the system's number for why.
    case cannotListen(String, code: Int32)
  }

  package let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  /// Source: sysexits.h.
  package var exitStatus: Int32 {
    switch reason {
    case .arguments: 64
    case .isRoot, .isOpen: 77
    case .isWritableByOthers: 77
    case .sameOffice: 65
    case .office(let refusal): refusal.kind == .noInput ? 66 : refusal.kind == .busy ? 75 : 65
    case .cannotListen: 69
    }
  }
}
