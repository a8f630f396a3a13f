package import Ceasefire
import Foundation

extension Instant {
    /// By the clock of this machine.
    package static var now: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
