internal import Drills
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import NIOCore

/// Through which every request comes in and every answer goes out.
struct Gate: RouterMiddleware {
  let server: MusterServer
  private let pages = RateLimit(Limits.pagesPerMinute, everySeconds: 60)

  func handle(
    _ request: Request, context: Context,
    next: @concurrent (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var context = context
    context.client = Client(
      peer: context.peer, forwarded: request.headers[values: .forwardedFor],
      proxies: server.options.proxies)
    var response = await answer(request, context, next)
    setHeaders(of: &response)
    let time = ContinuousClock.now - start
    note(request, context, response.status, time)
    return response
  }

  private func answer(
    _ request: Request, _ context: Context,
    _ next: @concurrent (Request, Context) async throws -> Response
  ) async -> Response {
    let now = server.clock()
    // This machine itself is no crowd.
    if !context.client.isHere, let wait = pages.wait(of: context.client.address, at: now) {
      return excuse(.tooMany(seconds: wait), request, status: .tooManyRequests)
    }
    do {
      return try await next(request, context)
    } catch let excuse as ExcusePage.Excuse {
      return self.excuse(excuse, request, status: excuse.status)
    } catch let error as HTTPError where error.status == .notFound {
      guard request.method == .get || request.method == .head else {
        var response = excuse(.badRequest, request, status: .methodNotAllowed)
        response.headers[.allow] = "GET, HEAD"
        return response
      }
      return excuse(.notFound, request, status: .notFound)
    } catch {
      server.logger.error(
        "an answer failed",
        metadata: [
          "route": "\(context.endpointPath ?? "")", "why": "\(LoggedCause.word(for: error))",
        ])
      return excuse(.fault, request, status: .internalServerError)
    }
  }

  private func excuse(
    _ excuse: ExcusePage.Excuse, _ request: Request, status: HTTPResponse.Status
  ) -> Response {
    var headers = HTTPFields()
    headers[.cacheControl] = "no-store"
    if case .tooMany(let seconds) = excuse { headers[.retryAfter] = "\(seconds)" }
    if case .unreadable = excuse { headers[.retryAfter] = "60" }
    // Programs that fetch feeds read the status alone.
    guard !request.uri.path.hasPrefix("/f/") else {
      return Response(status: status, headers: headers)
    }
    headers[.contentType] = "text/html; charset=utf-8"
    let language = ReaderLanguage(request, default: .chinese).language
    let page = ExcusePage(excuse: excuse, language: language).page().page
    return Response(
      status: status, headers: headers,
      body: request.method == .head
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: page)))
  }

  private func setHeaders(of response: inout Response) {
    response.headers[.robots] = "noindex"
    response.headers[.xContentTypeOptions] = "nosniff"
    response.headers[.referrerPolicy] = "same-origin"
    if server.options.base.hasPrefix("https:") {
      response.headers[.strictTransportSecurity] = "max-age=31536000"
    }
    if response.headers[.contentType]?.hasPrefix("text/html") ?? false {
      response.headers[.contentSecurityPolicy] = Gate.policy
    }
  }

  private static let policy =
    "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; frame-ancestors 'none'; "
    + "base-uri 'none'; form-action 'self'"

  /// Routes by their patterns: an address may hold a token.
  private func note(
    _ request: Request, _ context: Context, _ status: HTTPResponse.Status, _ time: Duration
  ) {
    let route = context.endpointPath ?? "none"
    let nanoseconds =
      Int(time.components.seconds) * 1_000_000_000
      + Int(time.components.attoseconds / 1_000_000_000)
    let method = Gate.methods.contains(request.method.rawValue) ? request.method.rawValue : "other"
    server.tallies.add(
      Tallies.Key(route: route, method: method, status: status.code), nanoseconds: nanoseconds)
    server.logger.debug(
      "answered",
      metadata: [
        "route": "\(route)", "method": "\(method)", "status": "\(status.code)",
        "microseconds": "\(nanoseconds / 1000)",
      ])
  }

  private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]
}

extension ExcusePage.Excuse: Error {
  fileprivate var status: HTTPResponse.Status {
    switch self {
    case .notFound, .noPlan: .notFound
    case .unreadable: .serviceUnavailable
    case .tooMany: .tooManyRequests
    case .fault: .internalServerError
    case .badRequest: .badRequest
    }
  }
}

extension HTTPField.Name {
  static let forwardedFor = named("X-Forwarded-For")
  static let robots = named("X-Robots-Tag")
  static let referrerPolicy = named("Referrer-Policy")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else {
      preconditionFailure("'\(name)' is no name of a header field")
    }
    return name
  }
}
