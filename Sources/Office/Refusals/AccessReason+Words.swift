import Drills

extension AccessReason {
  func text(in language: Language) -> String {
    switch self {
    case .noWorkspaces(let folder):
      language(
        "\(folder) 里没有工作区\n  每年一个文件夹，里面有 plan.yaml",
        "\(folder) holds no workspace\n  Maybe put one folder for each year into it, with a plan.yaml."
      )
    case .samePlan(let id, let folders):
      language(
        "几个工作区是同一个方案 \(id)：\(folders.joined(separator: "、"))",
        "several workspaces have the plan '\(id)': \(folders.joined(separator: ", "))")
    case .noOfficeFolder(let folder):
      language(
        "\(folder) 不在办公室文件夹里\n  上一级文件夹要有 office.yaml（可以是空的）",
        "\(folder) is in no office folder\n  Maybe put an office.yaml, which may be empty, into the folder above."
      )
    case .noDirectory(let path):
      language("没有 \(path)，不用移", "there is no \(path), so nothing to move")
    case .hasDirectory(let path):
      language("\(path) 已经有了，不会覆盖", "\(path) is there already and is not replaced")
    case .noSuchLink(let number):
      language("没有第 \(number) 号地址", "there is no link \(number)")
    case .isRevoked(let number, let revocation):
      language(
        "第 \(number) 号地址早已由\(revocation.by)停用",
        "link \(number) was revoked before, by \(revocation.by)")
    }
  }
}
