import Drills
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOEmbedded
import Synchronization

@testable import MusterServer

/// Asks a server's router, without a network.
struct TestClient {
  struct Answer {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  let server: MusterServer
  let clock = TestClock()
  private let responder: RouterResponder<Context>

  init(_ folders: [URL], _ change: (inout ServerOptions) -> Void = { _ in }) throws {
    var options = ServerOptions()
    options.offices = folders.map(\.path)
    options.base = "https://muster.example.cn"
    change(&options)
    server = try MusterServer(
      options, isRoot: false, isRootAllowed: false, clock: { [clock] in clock.now },
      logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
    responder = server.router().buildResponder()
  }

  func get(
    _ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get
  ) async throws -> Answer {
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer()))
    let context = Context(
      source: ApplicationRequestContextSource(
        channel: EmbeddedChannel(), logger: Logger(label: "test")))
    let response = try await responder.respond(to: request, context: context)
    let body = Body()
    try await response.body.write(body)
    return Answer(
      status: response.status.code, headers: response.headers,
      bytes: body.bytes.withLock { Array($0.readableBytesView) })
  }

  private final class Body: ResponseBodyWriter, Sendable {
    let bytes = Mutex(ByteBuffer())

    func write(_ buffer: ByteBuffer) async throws {
      _ = bytes.withLock { $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailers: HTTPFields?) async throws {}
  }
}

/// A clock that a test sets.
final class TestClock: Sendable {
  private let instant = Mutex(morning)

  var now: Instant {
    get { instant.withLock { $0 } }
    set { instant.withLock { $0 = newValue } }
  }
}
