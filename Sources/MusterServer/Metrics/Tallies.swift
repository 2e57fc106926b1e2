internal import Synchronization

/// How many requests were answered how, in Prometheus' text format.
///
/// Routes are told by their patterns, so no token, id or name gets into it.
final class Tallies: Sendable {
  struct Key: Hashable {
    let route: String
    let method: String
    let status: Int
  }
  private struct Tally {
    var count = 0
    var nanoseconds = 0
    /// One for each of ``bounds``, and one above them.
    var buckets = [Int](repeating: 0, count: Tallies.bounds.count + 1)
  }

  /// Milliseconds.
  private static let bounds = [1, 5, 10, 25, 50, 100, 250, 1000]

  private let tallies = Mutex<[Key: Tally]>([:])

  func add(_ key: Key, nanoseconds: Int) {
    let milliseconds = nanoseconds / 1_000_000
    let bucket = Tallies.bounds.firstIndex { milliseconds < $0 } ?? Tallies.bounds.count
    tallies.withLock {
      $0[key, default: Tally()].count += 1
      $0[key]?.nanoseconds += nanoseconds
      $0[key]?.buckets[bucket] += 1
    }
  }

  /// All of them, with other numbers and what they are.
  func text(gauges: [(name: String, help: String, value: Int)]) -> String {
    let all = tallies.withLock { $0 }.sorted {
      ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
    }
    var lines = [
      "# HELP muster_requests_total Requests answered.", "# TYPE muster_requests_total counter",
    ]
    lines += all.map { "muster_requests_total{\($0.key.labels)} \($0.value.count)" }
    lines += [
      "# HELP muster_request_seconds How long answers took.",
      "# TYPE muster_request_seconds histogram",
    ]
    for (key, tally) in all {
      var sum = 0
      for (index, count) in tally.buckets.enumerated() {
        sum += count
        let bound = index < Tallies.bounds.count ? seconds(Tallies.bounds[index]) : "+Inf"
        lines.append("muster_request_seconds_bucket{\(key.labels),le=\"\(bound)\"} \(sum)")
      }
      lines.append("muster_request_seconds_sum{\(key.labels)} \(Double(tally.nanoseconds) / 1e9)")
      lines.append("muster_request_seconds_count{\(key.labels)} \(tally.count)")
    }
    for gauge in gauges {
      let kind = gauge.name.hasSuffix("_total") ? "counter" : "gauge"
      lines += [
        "# HELP \(gauge.name) \(gauge.help)", "# TYPE \(gauge.name) \(kind)",
        "\(gauge.name) \(gauge.value)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func seconds(_ milliseconds: Int) -> String { "\(Double(milliseconds) / 1000)" }
}

extension Tallies.Key {
  fileprivate var labels: String {
    "route=\"\(route)\",method=\"\(method)\",status=\"\(status)\""
  }
}
