internal import Drills
internal import Feeds
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Logging
internal import Office

/// `/` and `/o/…`: what everybody may see.
extension MusterServer {
  func addPages(to router: Router<Context>) {
    router.get("/") { request, _ in await first(request) }
    router.get("/o/:office") { request, context in
      try await page(request, try office(context)) { _ in planRequest(request) }
    }
    router.get("/o/:office/poster") { request, context in
      try await page(request, try office(context)) { _ in
        .poster(
          month: query(request, "month").flatMap(Month.init),
          query(request, "paper").flatMap(PageRequest.Paper.init(rawValue:)) ?? .a4)
      }
    }
    router.get("/o/:office/subscribe") { request, context in
      try await page(request, try office(context)) { source in
        let feed = query(request, "feed").map { FeedID($0) } ?? .all
        guard source.name(ofFeed: feed) != nil else { return nil }
        return .subscribe(feed: feed, device(of: request))
      }
    }
    router.get("/o/:office/a/**") { request, context in
      let path = context.parameters.getCatchAll().joined(separator: "/")
      let office = try office(context)
      if path.hasSuffix(".ics") {
        return try await eventFile(request, office, id: EventID(String(path.dropLast(4))))
      }
      let id = EventID(path)
      return try await page(request, office) { source in
        let plan = query(request, "plan")
        return source.activity(id, plan: plan) == nil
          ? nil : .activity(id, plan: plan, device(of: request))
      }
    }
    for asset in Assets.all {
      router.get(RouterPath(asset.path)) { request, _ in
        Delivery(type: asset.type, cacheControl: "public, max-age=31536000, immutable")
          .response(to: request, with: asset.kept, at: clock())
      }
    }
  }

  private func query(_ request: Request, _ name: String) -> String? {
    request.uri.queryParameters[Substring(name)].map(String.init)
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  private func device(of request: Request) -> PageRequest.Device {
    PageRequest.Device(program: request.headers[.userAgent] ?? "")
  }

  private func planRequest(_ request: Request) -> PageRequest {
    .plan(
      query(request, "by").flatMap(PageRequest.View.init(rawValue:)) ?? .month,
      month: query(request, "month").flatMap(Month.init),
      of: query(request, "of").map { FeedID($0) })
  }

  /// Where there is one office, its page; else all.
  private func first(_ request: Request) async -> Response {
    if offices.count == 1 {
      return Response(status: .found, headers: [.location: "/o/\(offices[0].id)/"])
    }
    let now = clock()
    let language = ReaderLanguage(request, default: .chinese).language
    var rows: [OfficesPage.Row] = []
    // All at once: each may have to be read first.
    await withTaskGroup(of: OfficesPage.Row.self) { group in
      for office in offices {
        group.addTask {
          OfficesPage.Row(
            id: office.id, name: office.folder.name,
            tally: (try? await office.tally(at: now)).flatMap(\.self))
        }
      }
      for await row in group { rows.append(row) }
    }
    let page = OfficesPage(rows: rows, language: language)
    return delivery().response(to: request, with: Kept(page.page().page), at: now)
  }

  /// A page made of what is published, kept until that changes; `read` says what is asked for, if there
  /// is such a thing.
  private func page(
    _ request: Request, _ office: ServedOffice, _ read: (PageSource) -> PageRequest?
  ) async throws -> Response {
    let now = clock()
    let (source, generation) = try await source(of: office, for: request, at: now)
    guard let asked = read(source).flatMap(source.known) else {
      throw ExcusePage.Excuse.notFound
    }
    let key = PageShelf.Key(
      office: office.id, generation: generation, today: source.today, request: asked,
      language: source.language, isLanguageChosen: source.isLanguageChosen, base: source.base)
    guard let kept = pages.page(key, making: { source.markup(for: asked)?.page }) else {
      throw ExcusePage.Excuse.notFound
    }
    return delivery().response(to: request, with: kept, at: now)
  }

  private func source(
    of office: ServedOffice, for request: Request, at now: Instant
  ) async throws -> (source: PageSource, generation: Int) {
    let plans: [PublicPlan]
    let generation: Int
    do {
      (plans, generation) = try await office.plans(at: now)
    } catch {
      logger.error(
        "a record cannot be read",
        metadata: ["office": "\(office.id)", "why": "\(LoggedCause.word(for: error))"])
      throw ExcusePage.Excuse.unreadable
    }
    guard let newest = plans.first else { throw ExcusePage.Excuse.noPlan }
    let folder = office.folder
    let language = ReaderLanguage(request, default: newest.program.language)
    let base = folder.base.isEmpty ? options.address(onPort: port.number) : folder.base
    let source = PageSource(
      office: office.id, name: folder.name,
      base: base.hasSuffix("/") ? String(base.dropLast()) : base, plans: plans,
      language: language.language, isLanguageChosen: language.isChosen,
      today: newest.program.zone.moment(at: now + -59).day)
    return (source, generation)
  }

  private func eventFile(
    _ request: Request, _ office: ServedOffice, id: EventID
  ) async throws -> Response {
    let now = clock()
    let (source, _) = try await source(of: office, for: request, at: now)
    guard let (announcement, plan) = source.activity(id, plan: query(request, "plan")),
      let bytes = try plan.eventFile(of: announcement.id)
    else { throw ExcusePage.Excuse.notFound }
    return Delivery(
      type: "text/calendar; charset=utf-8", cacheControl: "public, max-age=300",
      headers: [(.contentDisposition, "inline")]
    ).response(to: request, with: Kept(bytes, modified: announcement.lastModified), at: now)
  }

  private func delivery() -> Delivery {
    Delivery(
      type: "text/html; charset=utf-8", cacheControl: "public, max-age=60",
      variesBy: ["Accept-Language", "User-Agent"])
  }
}

extension PageSource {
  /// The activity of that id: of the newest plan that has it, or of the plan that is named.
  func activity(
    _ id: EventID, plan name: String?
  ) -> (announcement: Announcement, plan: PublicPlan)? {
    for plan in plans where name == nil || plan.program.id == name {
      if let found = plan.announcements.first(where: { $0.id == id }) { return (found, plan) }
    }
    return nil
  }

  /// The request without what is nobody's, so that strangers cannot fill the memory with pages.
  func known(_ request: PageRequest) -> PageRequest? {
    switch request {
    case .plan(let view, let month, let of):
      if let of, name(ofFeed: of) == nil { return nil }
      return .plan(view, month: nearby(month), of: of == .all ? nil : of)
    case .poster(let month, let paper): return .poster(month: nearby(month), paper)
    case .activity, .subscribe: return request
    }
  }

  /// Nothing for a month years away from all that is published.
  private func nearby(_ month: Month?) -> Month? {
    let years = plans.flatMap(\.announcements).flatMap {
      [$0.days.lowerBound.components.year, $0.days.upperBound.components.year]
    }
    guard let month, let first = years.min(), let last = years.max(),
      (first - 1...last + 1).contains(month.year)
    else { return nil }
    return month
  }

  /// Nothing if there is no such page.
  func markup(for request: PageRequest) -> Markup? {
    switch request {
    case .plan(let view, let month, let of):
      return PlanPage(self, view, month: month, of: of).page()
    case .activity(let id, let plan, let device):
      return activity(id, plan: plan).map {
        ActivityPage(source: self, announcement: $0.announcement, plan: $0.plan, device: device)
          .page()
      }
    case .subscribe(let feed, let device):
      return SubscribePage(source: self, feed: feed, device: device).page()
    case .poster(let month, let paper):
      return PosterPage(source: self, month: month, paper: paper).page()
    }
  }
}
