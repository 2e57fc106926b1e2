/// What a person may take back beside a completion; named as the record names it.
package enum Retractable: String, CaseIterable, Sendable {
  case count, problem, mending, work, outcome
}
