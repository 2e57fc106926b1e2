package import Drills
internal import Record

extension Refusal {
  /// What is wrong, with the value; then, indented, what a person may try.
  ///
  /// Of mistakes in the workspace it tells how many they are; each has words of its own.
  package func text(in language: Language, for front: any Front) -> String {
    switch reason {
    case .workspace(let mistakes, _):
      language(
        "工作区有 \(mistakes.count) 处错误，未做任何改动",
        mistakes.count == 1
          ? "the workspace has 1 mistake; nothing was planned or written"
          : "the workspace has \(mistakes.count) mistakes; nothing was planned or written")
    case .record(let failure): failure.text(in: language)
    case .naming(let reason): reason.text(in: language, for: front)
    case .planning(let reason): reason.text(in: language, for: front)
    case .deciding(let reason): reason.text(in: language, for: front)
    case .publishing(let reason): reason.text(in: language, for: front)
    case .asking(let reason): reason.text(in: language, for: front)
    case .recording(let reason): reason.text(in: language, for: front)
    case .accounts(let reason): reason.text(in: language)
    case .sheet(let reason): reason.text(in: language, for: front)
    case .access(let reason): reason.text(in: language)
    }
  }
}
