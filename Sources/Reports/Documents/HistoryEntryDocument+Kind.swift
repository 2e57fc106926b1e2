import Drills

extension HistoryEntryDocument {
  /// What was appended, as JSON names it.
  enum Kind: String, Encodable {
    case revision, completion, withdrawal, count, problem, mending, entry, stage, reveal
    case retraction, notice, publish, discard, wish, answer, withhold
    case move, pin, unpin, cancel, restore, block, undo

    init(_ what: HistoryEvent.What) {
      switch what {
      case .revision: self = .revision
      case .completion: self = .completion
      case .withdrawal: self = .withdrawal
      case .count: self = .count
      case .problem: self = .problem
      case .mending: self = .mending
      case .work: self = .entry
      case .outcome: self = .stage
      case .reveal: self = .reveal
      case .retraction: self = .retraction
      case .decision(let decision): self.init(decision.verb)
      case .notice: self = .notice
      case .draftEnd(.published, _): self = .publish
      case .draftEnd(.discarded, _): self = .discard
      case .wish: self = .wish
      case .answer: self = .answer
      case .withholding: self = .withhold
      }
    }

    init(_ kind: Retractable) {
      switch kind {
      case .count: self = .count
      case .problem: self = .problem
      case .mending: self = .mending
      case .work: self = .entry
      case .outcome: self = .stage
      }
    }

    private init(_ verb: Decision.Verb) {
      switch verb {
      case .move: self = .move
      case .pin: self = .pin
      case .unpin: self = .unpin
      case .cancel: self = .cancel
      case .restore: self = .restore
      case .block: self = .block
      case .undo: self = .undo
      }
    }
  }

  /// What an entry is about.
  enum Subject: Encodable {
    case id(String)
    /// Whose counter.
    case counter(Counter, OwnerID)
    /// What was taken back by its number, the one that people know it by.
    case row(Retractable, Int)
    /// What was withheld, by its hash.
    case evidence(String)

    init(_ what: HistoryEvent.What) {
      switch what {
      case .revision(let number, _, _, _, _), .draftEnd(_, let number): self = .id(String(number))
      case .completion(let completion), .withdrawal(let completion):
        self = .id(completion.duty.text)
      case .count(let count): self = .counter(count.counter, count.owner)
      case .problem(let problem), .mending(let problem, _, _, _): self = .id(problem.owner.text)
      case .work(let work), .outcome(let work, _): self = .id(work.run.text)
      case .reveal(let reveal): self = .id(reveal.activity.text)
      case .retraction(let kind, _, let number): self = .row(kind, number)
      case .decision(let decision): self = .id(decision.activity?.text ?? "")
      case .notice(let notice): self = .id(notice.notice.text)
      case .wish(let wish), .answer(let wish, _): self = .id(wish.subject)
      case .withholding(let withholding): self = .evidence(withholding.hash)
      }
    }

    /// As JSON has it.
    var text: String {
      switch self {
      case .id(let id): id
      case .counter(let counter, let owner): "\(owner)/\(counter)"
      case .row(let kind, let number): "\(Kind(kind).rawValue) \(number)"
      case .evidence: "evidence"
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(text)
    }
  }
}

extension HardRule: Encodable {}
extension ReasonCode: Encodable {}
