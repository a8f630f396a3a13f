/// One mistake in a file, as far as the file alone shows it.
struct YAMLSlip: Error, Hashable, Sendable {
    var line: Int
    var what: String
    var remedy: String
}
