import Testing

@testable import Ceasefire

@Suite struct `Comparing two texts` {
    static func text(_ clause: ClauseID, _ words: String, label: String? = nil) -> Comparison.Text {
        Comparison.Text(clause: clause, label: label, words: words)
    }

    @Test func `the photocopy of Baku differs in exactly two places`() {
        let original = [
            Self.text("4", "4. including its part on the placing of observers."),
            Self.text("5", "5. withdrawal of troops from captured territories, restored communications."),
            Self.text("6", "6. a peacemaking force."),
        ]
        let photocopy = [
            Self.text("4", "4. including its part on the placing of international observers."),
            Self.text("5", "5. withdrawal of troops from occupied territories, restored communications."),
            Self.text("6", "6. a peacemaking force."),
        ]
        let comparison = Comparison(original, photocopy)
        #expect(comparison.count == 2)
        #expect(comparison.changes.map(\.clause) == ["4", "5"])
        #expect(
            comparison.rows[0].runs == [
                .kept("4. including its part on the placing of "), .inserted("international "),
                .kept("observers."),
            ])
        #expect(
            comparison.rows[1].runs == [
                .kept("5. withdrawal of troops from "), .deleted("captured "), .inserted("occupied "),
                .kept("territories, restored communications."),
            ])
        #expect(comparison.rows[2].kind == .same)
    }

    @Test func `another number alone is no change of substance`() {
        let comparison = Comparison(
            [Self.text("withdrawal", "Troops withdraw.", label: "5.")],
            [Self.text("withdrawal", "Troops withdraw.", label: "6.")])
        #expect(comparison.rows.map(\.kind) == [.renumbering])
    }

    @Test func `clauses that one text lacks stand in their place`() {
        let comparison = Comparison(
            [Self.text("1", "one"), Self.text("2", "two"), Self.text("3", "three")],
            [Self.text("1", "one"), Self.text("3", "three"), Self.text("4", "four")])
        #expect(comparison.rows.map(\.clause) == ["1", "2", "3", "4"])
        #expect(comparison.rows.map(\.kind) == [.same, .removed, .same, .added])
    }

    @Test(arguments: 1...60)
    func `what is kept and inserted is the later text, what is kept and deleted the earlier`(
        _ seed: Int
    ) {
        var dice = Dice(state: UInt64(seed))
        func random() -> String {
            (0..<Int.random(in: 0...12, using: &dice)).map { _ in
                dice.pick(["fire ", "cease ", "line ", "troops\n"])
            }
            .joined()
        }
        let (before, after) = (random(), random())
        let runs = Comparison.runs(before, after)
        var (old, new) = ("", "")
        for run in runs {
            switch run {
            case .kept(let text): (old, new) = (old + text, new + text)
            case .deleted(let text): old += text
            case .inserted(let text): new += text
            }
        }
        #expect(old == before)
        #expect(new == after)
    }
}
