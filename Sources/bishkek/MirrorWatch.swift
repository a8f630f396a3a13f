import Foundation
import Record
import Synchronization

/// Says how far a mirror has come, on standard error, so that a slow link is seen to move.
final class MirrorWatch: Sendable {
    private let isQuiet: Bool
    private let shown = Mutex((percent: -1, at: ContinuousClock.now))

    init(isQuiet: Bool) { self.isQuiet = isQuiet }

    func tell(_ news: ReplicaNews) {
        switch news {
        case .trusting(let log):
            say(
                "The source says that its log has the key \(log). Compare it with what others say, or give --log."
            )
        case .arrived(let entries, let all, let bytes): show(entries, all, bytes)
        case .checking(let size): say("Checking \(size) entries: signatures, keys, rules.")
        case .attachments(_, let missing) where missing > 0:
            say(
                "The source lacks \(missing) of the files that entries refer to. They will be asked for again."
            )
        case .attachments: break
        case .askingAgain(let first):
            say("The entries do not make the root that the log signed: asking again from entry \(first) on.")
        }
    }

    func say(_ line: String) {
        if isQuiet { return }
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }

    /// A line for each per cent, and no more than one a second but for the last.
    private func show(_ entries: Int, _ all: Int, _ bytes: Int) {
        let percent = all == 0 ? 100 : entries * 100 / all
        let isDue = shown.withLock { shown in
            let isDue =
                percent != shown.percent
                && (percent == 100 || ContinuousClock.now - shown.at > .seconds(1))
            if isDue { shown = (percent, .now) }
            return isDue
        }
        if isDue { say("\(percent) %: \(entries) of \(all) entries, \(bytes) bytes") }
    }
}
