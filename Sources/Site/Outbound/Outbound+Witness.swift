package import Record

/// Witnesses over HTTP. A witness's answer is a few signature lines.
extension Outbound: WitnessConnection {
    package func addCheckpoint(_ request: [UInt8], to url: String) async -> WitnessAnswer? {
        guard let answer = try? await post(request, to: url, limit: 1 << 16) else { return nil }
        return WitnessAnswer(status: answer.status, contentType: answer.contentType, body: answer.body)
    }
}
