package import Ceasefire

/// One node of a derivation as a page and the command line show it.
package struct DerivationLine: Equatable {
    package var mark: String
    package var word: String
    /// The style of mark and word.
    package var kind: String
    package var sentence: String
}

extension Catalogue {
    package func line(_ derivation: Derivation) -> DerivationLine {
        // That an effect ended, rests or is only provisional came about; it is no condition met.
        if derivation.verdict == .met, let event = event(derivation) { return event }
        return DerivationLine(
            mark: mark(derivation.verdict), word: word(derivation.verdict), kind: derivation.verdict.kind,
            sentence: sentence(derivation))
    }

    private func event(_ derivation: Derivation) -> DerivationLine? {
        switch derivation.reason {
        case .ended(let reason, let towards):
            return line(.ended, towards, words(reason))
        case .suspended(let reason, let until, let towards):
            let end = until.map { ", until \(short($0))" } ?? ""
            return line(.suspended, towards, words(reason) + end)
        case .lapsed:
            return line(.failed, [], sentence(derivation))
        case .done(let evidence) where evidence.act == Catalogue.provisionalAct:
            return line(.provisional, [], sentence(derivation))
        default:
            return nil
        }
    }

    private func line(
        _ state: EffectState, _ towards: [ParticipantID], _ sentence: String
    ) -> DerivationLine {
        DerivationLine(
            mark: mark(state), word: word(state) + self.towards(towards), kind: state.kind,
            sentence: sentence)
    }

    private static let provisionalAct = "instrument.provisionallyApplied"
}
