package import Drills

extension Line {
  /// The lines of the two official forms, in the forms' order.
  ///
  /// Source: the annexes of the plan of Baita sub-district for June 2024.
  package static let official: [Line] = [
    sessions("study-lecture", "专题研讨、集中宣讲、辅导报告"),
    sessions("cadre-talk", "党政干部带头宣讲安全生产治本攻坚三年行动"),
    sessions("enterprise-head-talk", "企事业单位主要负责人讲安全"),
    sessions("safety-talk", "“安全生产大家谈”“班前会”“以案普法”“全民安全公开课”"),
    sessions("film-showing", "观看主题宣传片、事故警示教育片、典型案例解析片"),
    sessions("evacuation-drill", "模拟火灾和地震等场景的应急疏散演练"),
    sessions("open-class", "线上线下避险逃生公开课"),
    sessions("quiz", "避险逃生知识竞答"),
    Line(
      "media-column", "安全生产专题栏目", ["columns": "个", "talks": "次", "airings": "次"],
      adds: "talks", stock: ["columns"]),
    Line(
      "warning-film", "安全宣传、警示片", ["films": "部", "showings": "次", "audience": "人"],
      adds: "showings", people: "audience"),
    Line(
      "reward-scheme", "事故隐患举报奖励制度", ["talks": "次", "enterprises": "家", "mended": "项"],
      adds: "talks", stock: ["enterprises"]),
    Line(
      "consultation-day", "“安全宣传咨询日”",
      [
        "sessions": "场", "people": "人次", "boards": "块", "signs": "个", "models": "处",
        "desks": "处", "consulted": "人", "gifts": "份",
      ], adds: "sessions", people: "people"),
    Line(
      "pledge", "安全倡议、安全宣誓和安全文艺演出", ["activities": "项", "people": "人次"],
      adds: "activities", people: "people"),
    Line(
      "online-column", "“畅通生命通道”科普知识专栏专题",
      ["columns": "个", "works": "件", "audience": "人"], stock: ["columns"]),
    Line("poster", "宣传海报、安全标语、挂图", ["posters": "件", "showings": "次"]),
    Line(
      "series-drill", "“畅通生命通道”系列疏散逃生演练", ["drills": "次", "people": "人"],
      adds: "drills", people: "people"),
    Line(
      "training-camp", "“避险逃生训练营”短视频新媒体展播",
      ["people": "人", "graduates": "人", "videos": "部"], people: "people"),
    Line(
      "hero-online", "“危急时刻之生命英雄”应急科普趣学", ["people": "人", "answerers": "人"],
      people: "people"),
    sessions("into-enterprise", "进企业"),
    sessions("into-village", "进农村"),
    sessions("into-community", "进社区"),
    sessions("into-school", "进学校"),
    sessions("into-family", "进家庭"),
    Line(
      "experience", "安全科普体验",
      ["people": "人次", "bases": "家", "days": "天", "visitors": "人次"],
      people: "people", stock: ["bases"]),
    Line(
      "media-report", "报道行动措施及工作进展", ["reports": "篇次", "practices": "项"],
      adds: "reports"),
    Line("public-work", "公益宣传作品、科普作品", ["charity": "件", "science": "件"]),
    Line(
      "exposure", "集中曝光突出问题",
      ["problems": "个", "province": "个", "city": "个", "district": "个"]),
  ]

  private static func sessions(_ id: String, _ name: String) -> Line {
    Line(id, name, ["sessions": "场", "people": "人次"], adds: "sessions", people: "people")
  }

  private init(
    _ id: String, _ name: String, _ units: KeyValuePairs<String, String>, adds: String? = nil,
    people: String? = nil, stock: Set<String> = []
  ) {
    self.init(
      id: id, name: name,
      units: units.map { Unit(name: $0, measure: $1, isStock: stock.contains($0)) },
      adds: adds, people: people)
  }
}
