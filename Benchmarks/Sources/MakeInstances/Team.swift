/// A row of teams.csv.
struct Team: TableRow {
  let id: String
  let name: String
  let role: String
  let crews: Int
  let turnaroundMinutes: Int
  let covers: [String]
  let hours: String
  let days: String

  static let columns = [
    "id", "name", "role", "crews", "turnaround", "covers", "hours", "days",
  ]

  var cells: [String] {
    [
      id, name, role, String(crews), String(turnaroundMinutes), covers.joined(separator: ";"),
      hours, days,
    ]
  }
}
