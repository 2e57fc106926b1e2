internal import Drills
internal import Office
internal import Record
internal import Synchronization

/// When feeds were last fetched, to the hour, until it is written down.
final class FetchLog: Sendable {
  private struct State {
    var waiting: [String: [FetchedFeed: Fetch]] = [:]
    /// What is written down already, so that however often it is asked for writes once an hour.
    var written: [String: [FetchedFeed: Fetch]] = [:]
    /// Of programs that asked before: to look for all the signs takes as long as all the rest of an answer.
    var families: [String: String] = [:]
  }

  /// How many programs' families are remembered: anybody can make up names.
  private static let mostPrograms = 1000

  private let state = Mutex(State())

  func note(_ feed: FetchedFeed, of office: String, by program: String?, at now: Instant) {
    let program = program ?? ""
    state.withLock { state in
      let family = state.families[program] ?? FetchLog.family(of: program)
      if state.families.count >= FetchLog.mostPrograms { state.families = [:] }
      state.families[program] = family
      let fetch = Fetch(at: now, family: family)
      guard state.written[office]?[feed]?.hour != fetch.hour else { return }
      state.waiting[office, default: [:]][feed] = fetch
    }
  }

  /// What is to be written down of an office; it is handed out once.
  func take(of office: String) -> [FetchedFeed: Fetch] {
    state.withLock { state in
      let fetches = state.waiting.removeValue(forKey: office) ?? [:]
      state.written[office, default: [:]].merge(fetches) { $1 }
      return fetches
    }
  }

  /// The kind of program that asks, without versions, which would tell one phone from another.
  static func family(of program: String) -> String {
    let lower = program.lowercased()
    return families.first { lower.contains($0.sign) }?.name ?? "other"
  }

  /// By what they say of themselves, in lower case; the first that fits counts.
  private static let families: [(sign: String, name: String)] = [
    ("micromessenger", "WeChat"),
    ("google-calendar", "Google"),
    ("googlebot", "Google"),
    ("icsx5", "ICSx5"),
    ("davx5", "DAVx5"),
    ("thunderbird", "Thunderbird"),
    ("evolution", "Evolution"),
    ("vdirsyncer", "vdirsyncer"),
    ("homeassistant", "Home Assistant"),
    ("microsoft", "Outlook"),
    ("outlook", "Outlook"),
    ("dataaccessd", "iOS"),
    ("ios/", "iOS"),
    ("iphone", "iOS"),
    ("macos", "macOS"),
    ("mac os x", "macOS"),
    ("harmonyos", "HarmonyOS"),
    ("huawei", "HarmonyOS"),
    ("android", "Android"),
    ("curl/", "curl"),
    ("python", "Python"),
    ("mozilla", "browser"),
  ]
}
