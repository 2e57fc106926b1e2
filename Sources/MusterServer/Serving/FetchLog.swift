internal import Drills
internal import Office
internal import Record
internal import Synchronization

/// When feeds were last fetched, to the hour, until it is written down.
final class FetchLog: Sendable {
  private struct State {
    var waiting: [String: [FetchedFeed: Fetch]] = [:]
    /// What is written down already, so that a poll every minute writes once an hour.
    var written: [String: [FetchedFeed: Fetch]] = [:]
  }

  private let state = Mutex(State())

  func note(_ feed: FetchedFeed, of office: String, by program: String?, at now: Instant) {
    let fetch = Fetch(at: now, family: FetchLog.family(of: program ?? ""))
    state.withLock { state in
      guard state.written[office]?[feed] != fetch else { return }
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
    let families: [(sign: String, name: String)] = [
      ("MicroMessenger", "WeChat"), ("Google-Calendar", "Google"), ("googlebot", "Google"),
      ("ICSx5", "ICSx5"), ("DAVx5", "DAVx5"), ("Thunderbird", "Thunderbird"),
      ("Evolution", "Evolution"), ("vdirsyncer", "vdirsyncer"), ("HomeAssistant", "Home Assistant"),
      ("Microsoft", "Outlook"), ("Outlook", "Outlook"), ("dataaccessd", "iOS"), ("iOS/", "iOS"),
      ("iPhone", "iOS"), ("macOS", "macOS"), ("Mac OS X", "macOS"), ("HarmonyOS", "HarmonyOS"),
      ("Huawei", "HarmonyOS"), ("Android", "Android"), ("curl/", "curl"), ("python", "Python"),
      ("Mozilla", "browser"),
    ]
    let lower = program.lowercased()
    return families.first { lower.contains($0.sign.lowercased()) }?.name ?? "other"
  }
}
