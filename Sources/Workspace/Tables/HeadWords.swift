/// What offices write over a column, beside its name.
enum HeadWords {
  /// By the columns that they may mean, of which a table has one.
  private static let columns: [(words: [String], english: [String])] = [
    (["编码", "代码"], ["id"]),
    (
      [
        "社区名称", "社区(村)名称", "村(社区)名称", "村名", "村名称", "单位名称", "场所名称", "场地名称", "队伍名称", "队伍", "场所", "场地",
        "社区(村)", "村(社区)", "单位",
      ], ["name"]
    ),
    (["社区", "村"], ["community", "name"]),
    (["所属社区", "所属村", "所属单位", "所属村(社区)", "所属社区(村)", "归属"], ["community"]),
    (["类型"], ["types", "role"]),
    (["类别"], ["kind", "role"]),
    (["社区类型", "单位类型"], ["kind"]),
    (["场所类型", "场所类别", "场地类型", "场地类别"], ["types"]),
    (["队伍类型", "队伍类别"], ["role"]),
    (["所属片区", "所在片区", "片区名称"], ["area"]),
    (["人口数", "总人口", "常住人口", "人数"], ["population"]),
    (["主要风险", "风险类型", "灾害风险", "安全风险"], ["hazards"]),
    (["可容纳人数", "最大容纳人数", "容量"], ["capacity"]),
    (["开放时段", "可用时间", "可用时段", "值班时间"], ["hours"]),
    (["开放日期", "可用日期"], ["days"]),
    (["详细地址", "地点", "位置"], ["address"]),
    (["覆盖范围", "覆盖社区", "服务范围", "责任区", "责任片区"], ["covers"]),
    (["班组", "组数"], ["crews"]),
    (["负责人", "联系人", "安全员", "安全负责人"], ["contact"]),
    (["联系电话", "联系方式", "手机", "手机号", "手机号码", "电话号码"], ["phone"]),
  ]

  /// The column of the table that such a head means.
  static func column(
    for head: String, among known: [WorkspaceError.Word]
  ) -> WorkspaceError.Word? {
    var name = plain(head)
    while true {
      let wanted = columns.first { $0.words.contains(name) }?.english ?? []
      for english in wanted {
        if let word = known.first(where: { $0.english == english }) { return word }
      }
      // A unit in brackets behind it.
      guard name.last == ")", let open = name.lastIndex(of: "("), open > name.startIndex else {
        return nil
      }
      name = String(name[..<open])
    }
  }

  /// Without blanks, width, case, and the star that marks what must be filled in.
  static func plain(_ head: String) -> String {
    head.tight.filter { $0 != "*" && $0 != "※" }
  }
}
