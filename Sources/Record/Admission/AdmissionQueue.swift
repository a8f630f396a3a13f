import Ceasefire
import Synchronization

/// The acts that wait to become entries, and what reading and checking them needs of the record.
///
/// Handing one in takes a lock and no turn of the sequencer: acts are read and checked while it admits others.
final class AdmissionQueue: Sendable {
    struct Waiting {
        let act: PreparedAct
        let simulated: Instant?
        let answer: CheckedContinuation<Submission, Never>
    }

    private struct State {
        var ground: Ground
        var waiting: [Waiting] = []
        /// How many acts are being read and checked.
        var preparing = 0
        /// Whether somebody takes out what is put in.
        var isServed = false
    }

    private let state: Mutex<State>

    init(_ ground: Ground) { state = Mutex(State(ground: ground)) }

    /// Counts an act that is about to be read and checked.
    func announce() -> Ground {
        state.withLock { state in
            state.preparing += 1
            return state.ground
        }
    }

    /// The act that was announced is refused.
    func withdraw() { state.withLock { $0.preparing -= 1 } }

    /// The act that was announced is ready.
    /// - Returns: whether nobody serves the queue; the caller then sees to it.
    func put(_ waiting: Waiting) -> Bool {
        state.withLock { state in
            state.preparing -= 1
            state.waiting.append(waiting)
            defer { state.isServed = true }
            return !state.isServed
        }
    }

    /// How many acts wait.
    var count: Int { state.withLock { $0.waiting.count } }

    /// Whether more acts are on their way than a batch of so many has yet.
    func isFilling(_ batch: Int) -> Bool {
        state.withLock { $0.preparing > 0 && $0.waiting.count < batch }
    }

    /// The acts that have waited longest, at most so many. Where there are none, the queue is served no longer.
    func take(_ limit: Int) -> [Waiting] {
        state.withLock { state in
            let batch = Array(state.waiting.prefix(limit))
            state.waiting.removeFirst(batch.count)
            state.isServed = !batch.isEmpty
            return batch
        }
    }

    /// What acts are read and checked on from now.
    func move(to ground: Ground) { state.withLock { $0.ground = ground } }
}
