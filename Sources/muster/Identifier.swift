import Drills
import Reports

/// Finds what a person means: an exact id, a number that `show` printed, or a part that one id has.
struct Identifier {
  private let view: PlanView

  init(in view: PlanView) { self.view = view }

  /// What an id stands for.
  enum Subject {
    case activity(PlanView.Entry)
    case task(PlanView.TaskEntry)
    case campaign(PlanView.CampaignEntry)

    var id: String {
      switch self {
      case .activity(let entry): entry.activity.id
      case .task(let entry): entry.task.id
      case .campaign(let entry): entry.run.id
      }
    }

    /// The record of its own that holds; a campaign's records all stand, so it has none.
    var completion: Completion? {
      switch self {
      case .activity(let entry):
        entry.completion.flatMap { $0.sharedFrom == nil ? $0 : nil }
      case .task(let entry): entry.completion
      case .campaign: nil
      }
    }

    var name: String {
      switch self {
      case .activity(let entry): entry.requirement.name
      case .task(let entry): entry.task.name
      case .campaign(let entry): entry.run.name
      }
    }
  }

  private var subjects: [Subject] {
    view.entries.map(Subject.activity) + view.tasks.map(Subject.task)
      + view.campaigns.map(Subject.campaign)
  }

  func subject(_ text: String) throws(Failure) -> Subject {
    let subjects = subjects
    if let exact = subjects.first(where: { $0.id == text }) { return exact }
    if let number = Int(text) {
      guard view.entries.indices.contains(number - 1) else {
        throw Failure(.noInput, Phrases.noSuchNumber(number, of: view.entries.count))
      }
      return .activity(view.entries[number - 1])
    }
    let matches = text.isEmpty ? [] : subjects.filter { $0.id.contains(text) }
    switch matches.count {
    case 1: return matches[0]
    case 0:
      let near = subjects.map(\.id).min { distance($0, text) < distance($1, text) }
      throw Failure(.noInput, Phrases.noSuchID(text, near: near))
    default:
      throw Failure(
        .usage, Phrases.ambiguousID(text, matches.prefix(10).map { described($0) }, matches.count))
    }
  }

  private func described(_ subject: Subject) -> String {
    let number =
      if case .activity(let entry) = subject { "\(entry.number)  " } else { "" }
    return "\(number)\(subject.id)  \(subject.name)"
  }

  /// Levenshtein's distance.
  private func distance(_ lhs: String, _ rhs: String) -> Int {
    let right = Array(rhs.utf8)
    var previous = Array(0...right.count)
    for (row, byte) in lhs.utf8.enumerated() {
      var current = [row + 1]
      for column in right.indices {
        current.append(
          min(
            previous[column] + (right[column] == byte ? 0 : 1), previous[column + 1] + 1,
            current[column] + 1))
      }
      previous = current
    }
    return previous[right.count]
  }
}
