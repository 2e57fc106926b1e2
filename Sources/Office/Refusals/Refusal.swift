package import Record
package import Workspace

/// Something that was asked of an office and not done: a fact, whose words are made at the edge.
package struct Refusal: Error, Hashable, Sendable {
  /// What a front does about it: the commands by an exit status, a server by an HTTP status.
  package enum Kind: Hashable, Sendable {
    /// It was understood, and the answer is no.
    case no
    /// It was asked in a way that means nothing.
    case usage
    case badData
    /// Something that was named is not there.
    case noInput
    /// A bug: the office holds itself to be wrong.
    case bug
    case cannotCreate, inputOutput, busy
  }

  package enum Reason: Hashable, Sendable {
    /// Every mistake in the workspace, and what is to be warned of besides.
    case workspace([WorkspaceError], warnings: [WorkspaceError])
    case record(RecordFailure)
    case naming(NamingReason)
    case planning(PlanningReason)
    case deciding(DecidingReason)
    case publishing(PublishingReason)
    case asking(AskingReason)
    case recording(RecordingReason)
    case accounts(AccountsReason)
    case sheet(SheetReason)
    case access(AccessReason)
  }

  package let reason: Reason

  package init(_ reason: Reason) { self.reason = reason }

  package static func naming(_ reason: NamingReason) -> Refusal { Refusal(.naming(reason)) }
  package static func planning(_ reason: PlanningReason) -> Refusal { Refusal(.planning(reason)) }
  package static func deciding(_ reason: DecidingReason) -> Refusal { Refusal(.deciding(reason)) }
  package static func asking(_ reason: AskingReason) -> Refusal { Refusal(.asking(reason)) }
  package static func recording(_ reason: RecordingReason) -> Refusal {
    Refusal(.recording(reason))
  }
  package static func accounts(_ reason: AccountsReason) -> Refusal {
    Refusal(.accounts(reason))
  }
  package static func sheet(_ reason: SheetReason) -> Refusal { Refusal(.sheet(reason)) }
  package static func publishing(_ reason: PublishingReason) -> Refusal {
    Refusal(.publishing(reason))
  }
  package static func access(_ reason: AccessReason) -> Refusal { Refusal(.access(reason)) }

  package var kind: Kind {
    switch reason {
    case .workspace(let mistakes, _):
      mistakes.contains { [.noWorkspace, .notAFolder].contains($0.reason) } ? .noInput : .badData
    case .record(let failure):
      switch failure.kind {
      case .badData: .badData
      case .cannotCreate: .cannotCreate
      case .inputOutput: .inputOutput
      case .busy: .busy
      }
    case .naming(let reason): reason.kind
    case .planning(let reason): reason.kind
    case .deciding(let reason): reason.kind
    case .publishing(let reason): reason.kind
    case .asking(let reason): reason.kind
    case .recording(let reason): reason.kind
    case .accounts(let reason): reason.kind
    case .sheet(let reason): reason.kind
    case .access(let reason): reason.kind
    }
  }

  /// Runs `body`, in which refusals and failures of the record meet, with both as refusals.
  ///
  /// - Precondition: `body` throws nothing else.
  static func wrapping<Result>(_ body: () throws -> Result) throws(Refusal) -> Result {
    do {
      return try body()
    } catch {
      throw Refusal(error)
    }
  }

  /// - Precondition: `error` is a refusal or a failure of the record.
  init(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let failure as RecordFailure: self.init(.record(failure))
    default: preconditionFailure("an office throws refusals and failures of the record: \(error)")
    }
  }
}
