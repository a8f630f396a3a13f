import Foundation

/// Why the system could not read or write a file, in its own words and not in those of a library above it.
package struct SystemFault: Sendable, CustomStringConvertible {
    /// The number of errno(3), where one is known.
    package let number: Int32?
    package let description: String

    package init(_ error: any Error) {
        number = SystemFault.number(of: error)
        description = number.map(SystemFault.words) ?? "\(error)"
    }

    /// The error of the call that has failed last.
    package init(number: Int32 = errno) {
        self.number = number
        description = SystemFault.words(number)
    }

    private static func words(_ number: Int32) -> String { String(cString: strerror(number)) }

    /// Foundation wraps the system's error once or more.
    private static func number(of error: any Error) -> Int32? {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        return (error.userInfo[NSUnderlyingErrorKey] as? any Error).flatMap { number(of: $0) }
    }
}

extension ArchiveError {
    /// - Parameter what: what cannot be done with the file, such as “written”.
    package init(_ path: String, cannotBe what: String, _ fault: SystemFault) {
        switch fault.number {
        case ENOSPC, EDQUOT:
            self.init(.full, "There is no space left for \(path).", remedy: "Make space; nothing was lost.")
        case EACCES, EROFS, EPERM:
            self.init(.readOnly, "\(path) cannot be \(what): \(fault).", remedy: "Look at its rights.")
        default:
            self.init(.disk, "\(path) cannot be \(what): \(fault).", remedy: "Look at the disk.")
        }
    }
}
