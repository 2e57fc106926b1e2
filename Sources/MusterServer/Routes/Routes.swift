internal import Drills
internal import Feeds
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore

extension MusterServer {
  func router() -> Router<Context> {
    let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Gate(server: self))
    addFeeds(to: router)
    addPages(to: router)
    addOperations(to: router)
    return router
  }

  /// The office of that name.
  func office(_ context: Context) throws -> ServedOffice {
    let id = context.parameters.get("office")
    guard let office = offices.first(where: { $0.id == id }) else {
      throw ExcusePage.Excuse.notFound
    }
    return office
  }
}
