extension Verification {
    /// Sorts what replay found about one entry into the checks.
    mutating func take(_ replayed: ReplayedEntry) {
        let index = replayed.index
        for topic in [Topic.form, .envelopes, .rules] { count(topic) }
        if replayed.act?.seen != nil { count(.consistency) }
        if !replayed.isAsKept { add(Reason(.leafDiffers, entry: index), to: .tiles, as: .failed) }
        switch replayed.outcome {
        case .admitted: break
        case .void(let refusal):
            count(.void)
            add(Reason(refusal, entry: index), to: .void, as: .passed)
        case .broken(let refusal): add(Reason(refusal, entry: index), to: topic(of: refusal), as: .failed)
        case .unknown(let refusal?): add(Reason(refusal, entry: index), to: .rules, as: .indeterminate)
        case .unknown(nil): break
        }
    }

    private func topic(of refusal: AdmissionRefusal) -> Topic {
        switch refusal {
        case .seenContradicts: .consistency
        case .noKey, .notSigned, .keyNotCountersigned, .keyAttested, .seenNotSigned: .envelopes
        case .form, .tooLarge, .foreignRecord, .repeated, .receivedDecreases, .seenMissing, .opening,
            .rulesUnknown,
            .simulated, .sealDiffers, .rule:
            .form
        }
    }
}
