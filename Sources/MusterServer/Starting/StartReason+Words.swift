package import Drills
internal import Office
internal import Workspace

extension StartRefusal {
  /// What is wrong, with the value; then, indented, what a person may try.
  package func text(in language: Language) -> String {
    switch reason {
    case .arguments(let mistake): mistake.text(in: language)
    case .isRoot:
      language(
        "不以 root 身份运行\n  请用普通用户启动；在容器里非用不可时，设 MUSTER_ROOT_OK=1",
        "this does not run as root\n"
          + "  Maybe start it as another user; in a container, MUSTER_ROOT_OK=1 allows it.")
    case .isOpen(let host):
      language(
        "\(host) 不是本机地址，别人能直接连上\n  前面有代理时写 --behind-proxy 网段；确实要直接开放就写 --insecure",
        "\(host) can be reached by others\n"
          + "  Maybe say --behind-proxy CIDR where a proxy stands before it, or --insecure.")
    case .isWritableByOthers(let path):
      language(
        "\(path) 谁都能改\n  请先 chmod o-w",
        "\(path) may be written by anybody\n  Maybe `chmod o-w` it first.")
    case .sameOffice(let id, let folders):
      language(
        "两个办公室同名 \(id)：\(folders.joined(separator: "、"))\n  请在 office.yaml 或 plan.yaml 写不同的 office",
        "two offices are called '\(id)': \(folders.joined(separator: ", "))\n"
          + "  Maybe give one another `office:` in office.yaml or plan.yaml.")
    case .office(let refusal): text(of: refusal, in: language)
    case .cannotListen(let address, let code):
      language(
        "不能在 \(address) 上监听（\(code == 98 ? "已被占用" : "系统代码 \(code)")）",
        "cannot listen on \(address) (\(code == 98 ? "it is in use" : "system error \(code)"))")
    }
  }

  /// With the mistakes themselves, since nobody looks at a page yet.
  private func text(of refusal: Refusal, in language: Language) -> String {
    let text = refusal.text(in: language, for: ServerFront())
    guard case .workspace(let mistakes, _) = refusal.reason else { return text }
    return ([text] + mistakes.prefix(10).map { $0.text(in: language) }).joined(separator: "\n")
  }
}

extension ServerArguments.Mistake {
  func text(in language: Language) -> String {
    switch self {
    case .unknownOption(let name):
      language(
        "没有 \(name) 这个选项\n  muster-server --help 列出全部",
        "there is no option \(name)\n  Maybe see `muster-server --help`.")
    case .missingValue(let name):
      language("\(name) 后面要有一个值", "\(name) needs a value")
    case .badValue(let name, let value):
      language(
        "\(name) 不能是“\(value)”：\(ServerArguments.Mistake.form(of: name, in: .chinese))",
        "\(name) cannot be '\(value)': \(ServerArguments.Mistake.form(of: name, in: .english))")
    case .noOffices:
      language(
        "请写要提供的工作区或办公室文件夹\n  例：muster-server calendars/baita-2024",
        "say which workspaces or office folders to serve\n"
          + "  Maybe `muster-server calendars/baita-2024`.")
    }
  }

  private static func form(of name: String, in language: Language) -> String {
    switch name {
    case "--listen": language("应为 地址:端口，如 127.0.0.1:8080", "it is ADDRESS:PORT, as 127.0.0.1:8080")
    case "--base":
      language("应为 https://域名，后面不带路径", "it is https://HOST, without a path")
    case "--behind-proxy":
      language("应为网段，如 127.0.0.1 或 10.0.0.0/8", "it is an address or a range, as 10.0.0.0/8")
    default:
      language(
        "应为带时区的时间，如 2024-06-03T08:00+08:00",
        "it is a time with its offset, as 2024-06-03T08:00+08:00")
    }
  }
}

extension ServerArguments {
  /// What `--help` says.
  package static func help(in language: Language) -> String {
    language(
      """
      用途：在网页和日历里发布一个或几个办公室的安排。

      用法：muster-server 办公室… [选项]

      办公室是一个工作区，或含 office.yaml 的办公室文件夹（里面每年一个工作区）。

      选项：
        --listen 地址:端口      在哪里监听（默认 127.0.0.1:8080）
        --base 网址             手机从哪里访问，如 https://muster.example.cn
        --behind-proxy 网段     前面的代理；它报来的访客地址才可信，可用逗号写几个
        --insecure              不经代理也让别人连上
        --now 时间              代替时钟，供试验
        --language zh-Hans|en   本程序说明用的语言
        --version               版本
        --help                  本说明

      例：muster-server calendars/baita-2024
      不以 root 身份运行，除非设了 MUSTER_ROOT_OK=1。日志为 JSON，写到标准错误。
      """,
      """
      OVERVIEW: Serve the plans of one or more offices as pages and calendars.

      USAGE: muster-server OFFICE… [OPTIONS]

      An OFFICE is a workspace, or an office folder: one with an office.yaml, and a workspace for each year.

      OPTIONS:
        --listen ADDRESS:PORT   where to listen (default 127.0.0.1:8080)
        --base ADDRESS          where phones reach it, as https://muster.example.cn
        --behind-proxy CIDR     proxies before it, whose word for a visitor's address is taken;
                                several with commas
        --insecure              let others connect without a proxy
        --now TIME              stands for the clock, for trials
        --language zh-Hans|en   the language of what this program says
        --version               the version
        --help                  this

      Example: muster-server calendars/baita-2024
      It does not run as root unless MUSTER_ROOT_OK=1. Its log is JSON, on the standard error.
      """)
  }
}
