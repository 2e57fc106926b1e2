/// The workspace that `init` writes.
enum Template {
  /// Its files for the June of a year.
  static func files(year: Int) -> [(name: String, bytes: [UInt8])] {
    let rules = String(decoding: PackageResources.plan_yaml, as: UTF8.self)
      .replacing("{{year}}", with: String(year))
    return [
      ("plan.yaml", Array(rules.utf8)),
      ("communities.csv", PackageResources.communities_csv),
      ("venues.csv", PackageResources.venues_csv),
      ("teams.csv", PackageResources.teams_csv),
      ("plan.schema.json", PackageResources.plan_schema_json),
    ]
  }
}
