package import Drills

/// How a front of the office calls what a person fills in and does.
///
/// The commands say flags and commands, a server labels and buttons; the sentences around them are the
/// same for all.
package protocol Front: Sendable {
  /// Such as `--reason`.
  func name(of field: Field, in language: Language) -> String
  /// Such as `--override team`.
  func setting(_ field: Field, to value: String, in language: Language) -> String
  /// Such as `muster plan`, ready to stand in a sentence.
  func name(of action: Action, in language: Language) -> String
}

/// What a person fills in.
package enum Field: String, CaseIterable, Sendable {
  case activity, reason, words, override
  case dates, hours, community, area, venue, team, kind, requirement, notice
  case people, on, start, minutes, residents, assisted, mode, weather, observers, count, with
  case problem, confirm, file, note, form, campaign
  case evacuatedIn = "evacuated-in"
  case headcountIn = "headcount-in"
  /// Who did it.
  case author = "by"
  case title, platform, name
  /// Who must mend a problem.
  case mender
  case mendBy = "mend-by"
  /// That a report is known by.
  case key
}

/// What a person can do next.
package enum Action: Hashable, Sendable {
  case plan(folder: String? = nil)
  case move(DutyID)
  /// To a place of the person's choice, whatever it breaks of these rules.
  case moveOverriding(DutyID, HardRule)
  case restore(DutyID)
  case undo(DutyID)
  case options(DutyID)
  case history
  case listActivities
  /// The sheet that has the ids of tasks and campaigns too.
  case doneSheet
  /// The sheet that has all counters of a form.
  case countSheet
  case feeds
  case planDraft
  case publishDraft
  /// With no record, as if nothing had been published; with an older one, going on with what it has.
  case planAnew
  case restoreBackup
  /// Again, of evidence that stayed.
  case withhold(String)
}
