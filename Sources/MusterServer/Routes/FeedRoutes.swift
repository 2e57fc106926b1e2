internal import Drills
internal import Feeds
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Office
internal import Record

/// `/f/…`: public feeds by name, private ones by token.
extension MusterServer {
  func addFeeds(to router: Router<Context>) {
    let hourly = RateLimit(Limits.feedsPerHour, everySeconds: 3600)
    // What stands first is a token or an office, and a place in an address has one name.
    router.get("/f/:office") { request, context in
      try await privateFeed(request, context.parameters.get("office") ?? "", hourly)
    }
    router.get("/f/:office/:kind") { request, context in
      // The one of all has no folder.
      let file = context.parameters.get("kind") ?? ""
      return try await publicFeed(request, try office(context), kind: "", file: file)
    }
    router.get("/f/:office/:kind/:file") { request, context in
      try await publicFeed(
        request, try office(context), kind: context.parameters.get("kind") ?? "",
        file: context.parameters.get("file") ?? "")
    }
  }

  private static let kinds = Set(
    [FeedID.Kind.communities, .venues, .teams, .areas].map(\.rawValue))

  /// Whatever a program says it accepts, it gets the feed.
  private func publicFeed(
    _ request: Request, _ office: ServedOffice, kind: String, file: String
  ) async throws -> Response {
    guard file.hasSuffix(".ics") else { throw ExcusePage.Excuse.notFound }
    let name = String(file.dropLast(4))
    let isAll = kind.isEmpty && name == "all"
    guard isAll || MusterServer.kinds.contains(kind) && name.isFeedID else {
      throw ExcusePage.Excuse.notFound
    }
    let feed = isAll ? .all : FeedID("\(kind)/\(name)")
    let now = clock()
    let key = FeedShelf.Key(office: office.id, edition: .public, feed: feed)
    guard let kept = await feeds.feed(key, of: office.folder, today: today(at: now)) else {
      throw ExcusePage.Excuse.notFound
    }
    fetches.note(.public(feed), of: office.id, by: request.headers[.userAgent], at: now)
    return MusterServer.delivery(isPublic: true)
      .response(to: request, with: kept, at: fileClock())
  }

  /// An unknown token is looked up as a known one is, and nothing more is said of it.
  private func privateFeed(
    _ request: Request, _ file: String, _ limit: RateLimit
  ) async throws -> Response {
    let token = file.hasSuffix(".ics") ? String(file.dropLast(4)) : ""
    let found = await links.link(token, among: offices)
    guard let found, Link.isToken(token) else { throw ExcusePage.Excuse.notFound }
    let now = clock()
    if let wait = limit.wait(of: "\(found.office.id)/\(found.link.number)", at: now) {
      throw ExcusePage.Excuse.tooMany(seconds: wait)
    }
    let link = found.link
    let edition: FeedID.Edition = link.isOfTasks ? .tasks : .private
    let kept: Kept?
    if let revoked = link.revoked {
      kept = try await farewell(found, edition, since: revoked.at, at: now)
    } else {
      let key = FeedShelf.Key(office: found.office.id, edition: edition, feed: link.feed)
      kept = await feeds.feed(key, of: found.office.folder, today: today(at: now))
      fetches.note(
        .link(link.number), of: found.office.id, by: request.headers[.userAgent], at: now)
    }
    guard let kept else { throw ExcusePage.Excuse.notFound }
    return MusterServer.delivery(isPublic: false)
      .response(to: request, with: kept, at: link.revoked == nil ? fileClock() : now)
  }

  /// One event that says where to ask; nothing once its days are over.
  private func farewell(
    _ found: LinkShelf.Found, _ edition: FeedID.Edition, since instant: Instant, at now: Instant
  ) async throws -> Kept? {
    guard now - instant < RetiredFeed.daysServed * 86_400,
      let program = try? await found.office.plans(at: now).plans.first?.program
    else { return nil }
    return RetiredFeed.bytes(of: found.link.feed, in: edition, of: program, since: instant)
      .map { Kept($0, modified: instant) }
  }

  private static func delivery(isPublic: Bool) -> Delivery {
    Delivery(
      type: "text/calendar; charset=utf-8",
      cacheControl: isPublic ? "public, max-age=300" : "private, max-age=300",
      headers: [(.contentDisposition, "inline")])
  }

  /// Of a merge what is long over is left out by days; which zone's does not matter.
  private func today(at now: Instant) -> Day { Day(number: Int32(now.dayNumber)) }
}

extension String {
  /// Whether it can be an id or an area, and so no path.
  fileprivate var isFeedID: Bool {
    !isEmpty && !hasPrefix("-") && utf8.count <= 200
      && utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }
}
