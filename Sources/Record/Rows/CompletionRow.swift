internal import Drills
internal import GRDB

/// A row of `completion`, without its counts.
struct CompletionRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "completion"
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase

  var id: Int64?
  var activity: String
  var day: Int32
  var people: Int
  var start: Int?
  var minutes: Int?
  var residents: Int?
  var assisted: Int?
  var evacuationSeconds: Int?
  var headcountSeconds: Int?
  var mode: String?
  var weather: String
  var observers: String
  var note: String
  var isConfirmed: Bool
  var isLate: Bool
  var recordedBy: String
  var recordedAt: Int

  init(_ completion: Completion) {
    activity = completion.activity
    day = completion.day.number
    people = completion.people
    start = completion.start
    minutes = completion.minutes
    residents = completion.residents
    assisted = completion.assisted
    evacuationSeconds = completion.evacuationSeconds
    headcountSeconds = completion.headcountSeconds
    mode = completion.mode?.rawValue
    weather = completion.weather
    observers = completion.observers
    note = completion.note
    isConfirmed = completion.isConfirmed
    isLate = completion.isLate
    recordedBy = completion.recordedBy
    recordedAt = completion.recordedAt
  }

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }

  func completion(counts: [String: Int]) -> Completion {
    var completion = Completion(
      activity: activity, day: Day(number: day), people: people, recordedBy: recordedBy,
      recordedAt: recordedAt)
    completion.start = start
    completion.minutes = minutes
    completion.residents = residents
    completion.assisted = assisted
    completion.evacuationSeconds = evacuationSeconds
    completion.headcountSeconds = headcountSeconds
    completion.mode = mode.flatMap(Requirement.Mode.init)
    completion.weather = weather
    completion.observers = observers
    completion.counts = counts
    completion.note = note
    completion.isConfirmed = isConfirmed
    completion.isLate = isLate
    return completion
  }
}
