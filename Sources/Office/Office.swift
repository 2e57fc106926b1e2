internal import Foundation
package import Record

/// What an office does with a workspace and the record beside it, in one library for every front: the
/// commands, a server, a test.
///
/// Nothing here prints, asks the time, reads an environment or knows a language. A front passes the
/// instant, the author and, where words are made, the language; it is handed values.
///
/// - An ``Office`` is a folder. ``Standing`` is all that holds in it as of one moment: what the planner
///   wrote, the published plan, what was decided and done. It is read whole between two looks at the
///   record's token, so that its parts belong together. What takes long, or is asked twice, is asked of
///   the same `Standing`; `renewed()` reads the record again.
/// - A request is a struct of plain fields (``Move``, ``Block`` …), as a form or flags fill it in. What an
///   id or a name in it means is settled here, by what stands.
/// - An answer is a value (`Decided` …) with its notes. What somebody should know besides are `Warning`s,
///   asked of the `Standing`, so that a front can show them even where the request is then refused. What
///   happens while a call runs (progress, news from others, the wish to stop) goes through parameters.
/// - What is not done is a ``Refusal``: a fact with a kind. Its words are made at the edge, by
///   ``Refusal/text(in:for:)``, where a ``Front`` says how it calls fields and actions; every switch over
///   reasons is exhaustive, so that a reason without words does not compile.
///
/// `Planning/`, `Deciding/`, `Recording/` change the record; `Asking/` answers; `Publishing/` writes feeds
/// and files; `Sheets/` reads what people filled in; `Refusals/` has every no and its words.
package struct Office: Sendable {
  /// The path of the workspace.
  package let folder: String
  /// Whether a record that is gone may be begun anew, as if nothing had been published, and one that is
  /// older than its feeds gone on with.
  package var beginsAnew = false

  package init(folder: String) { self.folder = folder }

  package var recordPath: String {
    URL(filePath: folder).appending(path: "muster.sqlite").path
  }

  /// The record beside the workspace of that plan; nothing, and no file is made, where there is none.
  ///
  /// - Throws: `Refusal` too where feeds, evidence or copies say that there was one.
  package func record(of plan: String) throws(Refusal) -> Record? {
    try refuseLostRecord()
    let told = newestFeed
    guard let record = try Refusal.wrapping({ try Record.open(recordPath, plan: plan) }) else {
      return nil
    }
    try refuseOlder(record, than: told)
    return record
  }

  package func openOrCreateRecord(of plan: String) throws(Refusal) -> Record {
    try refuseLostRecord()
    let told = newestFeed
    let record = try Refusal.wrapping { try Record.openOrCreate(recordPath, plan: plan) }
    try refuseOlder(record, than: told)
    return record
  }
}
