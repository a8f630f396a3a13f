import Ceasefire
import Testing

@testable import Pages

/// Every case of every enumeration that a person can meet has words of its own, none of them a name from the code.
@Suite struct `Words` {
    let catalogue: Catalogue

    init() throws { catalogue = try May1994().catalogue }

    private func check<Case: CaseIterable>(_ type: Case.Type, _ word: (Case) -> String) {
        for value in Case.allCases {
            let word = word(value)
            #expect(!word.isEmpty && !isFromCode(word), "\(value) is called “\(word)”")
        }
    }

    /// `deFactoAuthority`: a capital behind a small letter.
    private func isFromCode(_ word: String) -> Bool {
        zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    }

    @Test func `verdicts and states`() {
        check(Verdict.self) { catalogue.word($0) }
        check(Verdict.self) { catalogue.mark($0) }
        check(EffectState.self) { catalogue.word($0) }
        check(EffectState.self) { catalogue.mark($0) }
        check(SignatureState.self) { catalogue.word($0) }
        check(LineState.self) { catalogue.word($0) }
        check(LineFlag.self) { catalogue.word($0) }
        check(TextState.self) { catalogue.sentence($0) }
        check(Identicality.self) { catalogue.sentence($0) }
        check(Identicality.self) { catalogue.word($0) }
        check(BracketView.Word.self) { catalogue.word($0) }
    }

    @Test func `roles and kinds`() {
        check(Role.self) { catalogue.word($0) }
        check(PartyKind.self) { catalogue.word($0) }
        check(PowersState.self) { catalogue.word($0) }
        check(SettlementManner.self) { catalogue.word($0) }
        check(InstrumentKind.self) { catalogue.word($0) }
        check(InstrumentForm.self) { catalogue.word($0) }
        check(TextBasis.self) { catalogue.word($0) }
        check(Hand.self) { catalogue.word($0) }
        check(CopyKind.self) { catalogue.word($0) }
        check(Medium.self) { catalogue.word($0) }
        check(SigningMode.self) { catalogue.word($0) }
        check(ConsentKind.self) { catalogue.word($0) }
        check(RelationKind.self) { catalogue.word($0) }
        check(RelationBasis.self) { catalogue.word($0) }
        check(Topic.self) { catalogue.word($0) }
        check(Answer.self) { catalogue.word($0) }
    }
}
