package import Drills
package import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import NIOPosix
internal import Office
internal import ServiceLifecycle
package import UnixSignals

/// An office's feeds and pages over HTTP.
///
/// A request goes through one ``Gate`` (who asks, may they now, what headers every answer has, what is
/// counted and logged) to a route of `Routes/`, each of which answers with bytes that were made before:
///
/// - Feeds (`Serving/FeedShelf`) are the files that the commands write. Their marks are looked at for each
///   request, so a change is seen at once, and whoever plans keeps nobody waiting: files take their places
///   whole. Hash and gzip are made when a file changes. Several years of an office are merged.
/// - Pages (`Pages/`) are made of `PublicPlan`, which is what the record holds of the public edition and
///   nothing else, and are kept until the record changes or the day ends. `Markup` is the only thing that
///   makes HTML. Addresses are read into a `PageRequest` first, which can hold nothing that is no page.
/// - Links to private feeds (`Serving/LinkShelf`) are looked up by the hash of their token.
///
/// `Serving/Keeper` runs beside: it writes feeds that a killed command left behind the record, and writes
/// down when feeds were last fetched. What may block runs on threads of its own.
///
/// Nothing here reads the environment, the clock or arguments: `muster-server` passes them. What an office
/// does is `Office`'s; a refusal is shown by ``ServerFront``, whose words name fields and buttons.
package struct MusterServer: Sendable {
  let options: ServerOptions
  let offices: [ServedOffice]
  let clock: @Sendable () -> Instant
  /// By which files are marked, whatever time it is taken to be.
  let fileClock: @Sendable () -> Instant
  let logger: Logger
  let feeds: FeedShelf
  let links: LinkShelf
  let pages = PageShelf()
  let fetches = FetchLog()
  let tallies = Tallies()
  let port: ListeningPort
  private let threads: NIOThreadPool
  private let keeping: NIOThreadPool

  /// Reads the heads of the offices' plans.
  ///
  /// - Throws: `StartRefusal` where it must not serve.
  package init(
    _ options: ServerOptions, isRoot: Bool, isRootAllowed: Bool,
    clock: @escaping @Sendable () -> Instant, logger: Logger
  ) throws(StartRefusal) {
    try Safety.check(options, isRoot: isRoot, isRootAllowed: isRootAllowed)
    let folders = try Safety.offices(at: options.offices)
    let threads = NIOThreadPool(numberOfThreads: 4)
    let keeping = NIOThreadPool(numberOfThreads: 1)
    threads.start()
    keeping.start()
    self.options = options
    port = ListeningPort(options.port)
    self.threads = threads
    self.keeping = keeping
    self.logger = logger
    let now = options.now
    self.clock = { now ?? clock() }
    fileClock = clock
    offices = folders.map { ServedOffice($0, threads: threads) }
    feeds = FeedShelf(threads: threads)
    links = LinkShelf(threads: threads)
  }

  /// How long an answer that was begun may take once the server is asked to end.
  private static let secondsToEnd = 20

  /// Serves until it is asked to end; `listening` is called with the address once it is reached.
  ///
  /// - Throws: `StartRefusal`, if it cannot listen there.
  package func run(
    signals: [UnixSignal] = [.sigterm, .sigint],
    listening: @escaping @Sendable (String) async -> Void
  ) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [.init(service: application(listening: listening))],
      gracefulShutdownSignals: signals, logger: logger.quieter)
    configuration.maximumGracefulShutdownDuration = Duration.seconds(MusterServer.secondsToEnd)
    let group = ServiceGroup(configuration: configuration)
    do {
      try await group.run()
    } catch let error as IOError {
      throw StartRefusal(
        .cannotListen("\(options.host):\(options.port)", code: error.errnoCode))
    }
    try? await threads.shutdownGracefully()
    try? await keeping.shutdownGracefully()
  }

  package func application(
    listening: @escaping @Sendable (String) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    let options = options
    let logger = logger
    var application = Application(
      router: router(),
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(30),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: Limits.headers, maxHeaderListSize: Limits.headers,
            maxHeaderFieldCount: 100))),
      configuration: ApplicationConfiguration(
        address: .hostname(options.host, port: options.port), backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(
          Limits.connections, logger: logger.quieter)),
      onServerRunning: { [port] channel in
        port.number = channel.localAddress?.port ?? options.port
        let address = options.listening(onPort: port.number)
        logger.info("listening", metadata: ["address": "\(address)"])
        await listening(address)
      },
      logger: logger.quieter)
    application.addServices(
      Keeper(
        offices: offices, fetches: fetches, clock: clock, logger: logger, threads: keeping))
    application.beforeServerStarts { [links, offices] in
      // Else the first who ask for a private feed would be told that there is none.
      _ = await links.link("", among: offices)
    }
    return application
  }
}

enum Limits {
  /// Bytes of all header fields together.
  static let headers = 16 * 1024
  static let connections = 2000
  static let feedsPerHour = 60
  static let pagesPerMinute = 6000
}

extension Logger {
  /// For what the packages say of themselves.
  fileprivate var quieter: Logger {
    var logger = self
    logger.logLevel = .warning
    return logger
  }
}
