import Drills
import Reports

extension AskingReason {
  func text(in language: Language, for front: any Front) -> String {
    switch self {
    case .isFrozen(let id):
      let move = front.name(of: .moveOverriding(id, .fixed), in: language)
      return language(
        "\(id) 已冻结\n  一定要改：\(move)", "\(id) is frozen\n  To insist: \(move).")
    case .noSuchStart(let moment, let grid):
      let day = Words(language).day(moment.day)
      return language(
        "\(day) \(clock(moment.minute)) 不是可以开始的时间：开始时间取整到 \(grid) 分钟，日子在活动期内",
        "nothing starts at \(clock(moment.minute)) on \(day): starts are multiples of "
          + "\(grid) minutes on days of the period, early enough to end by midnight")
    case .noSuchNotice(let id, let ids):
      if ids.isEmpty {
        return language("没有待发的通知“\(id)”", "there is no open notice '\(id)'; none is open")
      }
      return language("没有待发的通知“\(id)”；有：", "there is no open notice '\(id)'; there are: ")
        + ids.prefix(8).joined(separator: ", ") + (ids.count > 8 ? " …" : "")
    }
  }
}
