import Drills
import Office
import Record

/// What is said of completions and the evidence for them.
extension Phrases {
  static var oneOfDone: String {
    say(
      "请写一个编号，或 --form，或 --from 表格",
      "say what was done by its id, or give --form, or --from a sheet")
  }

  static var keyOfReports: String {
    say("--key 和要记录的内容一起用", "--key belongs to what is recorded")
  }

  // MARK: Taking back

  static var oneOfUndo: String {
    say(
      "请写一个编号，或 --count、--problem、--mend、--entry、--stage、--decision 之一",
      "give one id, or one of --count, --problem, --mend, --entry, --stage, --decision")
  }
}
