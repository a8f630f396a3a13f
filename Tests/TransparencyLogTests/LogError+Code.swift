@testable import TransparencyLog

extension LogError {
    /// What a test expects: errors are equal when their codes are.
    init(_ code: Code) { self.init(code, "", section: "") }
}
