/// How a witness is reached. It may take its time: nothing that is durable waits for it.
package protocol WitnessConnection: Sendable {
    /// Sends a request to `add-checkpoint` below an address.
    /// - Returns: `nil` where no answer comes.
    func addCheckpoint(_ request: [UInt8], to url: String) async -> WitnessAnswer?
}

/// What a witness answers (tlog-witness v1.0.0, add-checkpoint).
package struct WitnessAnswer: Hashable, Sendable {
    package let status: Int
    package let contentType: String?
    package let body: [UInt8]

    package init(status: Int, contentType: String?, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }
}
