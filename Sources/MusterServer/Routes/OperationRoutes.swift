internal import Drills
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// `/health`, `/metrics`, `/robots.txt`.
extension MusterServer {
  func addOperations(to router: Router<Context>) {
    router.get("/health") { _, context in
      try requireNeighbour(context)
      return health()
    }
    router.get("/metrics") { _, context in
      try requireNeighbour(context)
      return text(
        tallies.text(gauges: [
          ("muster_offices", "Offices served.", offices.count),
          (
            "muster_offices_behind", "Offices whose feeds may be behind the record.",
            offices.count { $0.trouble != nil }
          ),
          ("muster_feeds_made_total", "Feeds read, hashed and compressed.", feeds.made),
        ]), as: "text/plain; version=0.0.4; charset=utf-8")
    }
    // What is forbidden is never seen to be marked noindex, and Google's calendar obeys it too.
    router.get("/robots.txt") { _, _ in
      text("User-agent: *\nDisallow:\n", as: "text/plain; charset=utf-8")
    }
  }

  /// To this machine and the proxy alone; to others there is no such page.
  private func requireNeighbour(_ context: Context) throws {
    guard context.client.isHere || context.client.isProxy else {
      throw ExcusePage.Excuse.notFound
    }
  }

  private func health() -> Response {
    let troubled = offices.filter { $0.trouble != nil }.map(\.id).sorted()
    guard !troubled.isEmpty else {
      return text("{\"status\":\"ready\",\"offices\":\(offices.count)}\n", as: "application/json")
    }
    let names = troubled.map { "\"\($0)\"" }.joined(separator: ",")
    return text(
      "{\"status\":\"not ready\",\"why\":\"feeds may be behind the record\",\"offices\":[\(names)]}\n",
      as: "application/json", status: .serviceUnavailable)
  }

  private func text(
    _ text: String, as type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    Response(
      status: status, headers: [.contentType: type, .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
