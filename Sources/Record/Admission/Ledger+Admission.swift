import Ceasefire
import TransparencyLog

// What is checked before the rules of the domain: whose record, whose key, which head.
extension Ledger {
    func check(_ act: PreparedAct, received: Instant) throws(AdmissionRefusal) {
        try checkPlace(act, received: received)
        guard let record else { return try checkOpening(act) }
        guard act.statement.record == record else {
            throw .foreignRecord(stated: act.statement.record.description, expected: record.description)
        }
        try checkSignatures(of: act, by: process.participation.keys(of: act.author))
        try checkNewKeys(act)
        try checkSeen(act)
        try checkSeal(act.statement.act)
        if case .reference(.rulesAdopted(let adoption)) = act.statement.act,
            !Ledger.knownRules.contains(adoption.version)
        {
            throw .rulesUnknown(version: adoption.version)
        }
    }

    /// What an entry must keep to even where nothing else is known about it.
    func checkPlace(_ act: PreparedAct, received: Instant) throws(AdmissionRefusal) {
        if let index = index(of: act.id) { throw .repeated(index) }
        if let last = self.received.last, received < last {
            throw .receivedDecreases(from: last, to: received)
        }
    }

    /// Entry 0 is signed by the keeper whom it names: no key is known before.
    private func checkOpening(_ act: PreparedAct) throws(AdmissionRefusal) {
        let statement = act.statement
        guard case .participation(.opened(let opening)) = statement.act else {
            throw .rule(.opening("the first entry opens the process"))
        }
        guard statement.record == RecordID(origin: opening.origin, opening: nil) else {
            throw .foreignRecord(stated: statement.record.description, expected: opening.origin)
        }
        guard statement.isPerformed, statement.seen == nil else {
            throw .opening("it is performed by the keeper, who has seen no head")
        }
        guard Ledger.knownRules.contains(opening.rules) else { throw .rulesUnknown(version: opening.rules) }
        guard let log = try? VerifierKey(opening.log), log.algorithm == .ed25519,
            log.name == opening.origin
        else {
            throw .opening("the log has no Ed25519 key named “\(opening.origin)”")
        }
        guard let keeper = opening.founders.first(where: { $0.participant == statement.author }),
            keeper.role == .keeper
        else { throw .opening("\(statement.author) is not its keeper") }
        try checkPredecessor(of: opening)
        try checkSignatures(of: act, by: keeper.keys)
        try checkNewKeys(act)
    }

    /// A successor commits to a head that the old log signed. An origin that ended is never used again.
    private func checkPredecessor(of opening: ProcessOpening) throws(AdmissionRefusal) {
        guard let predecessor = opening.predecessor else { return }
        guard let log = try? VerifierKey(predecessor.log), log.name != opening.origin else {
            throw .opening("its predecessor is no other log with an origin of its own")
        }
        guard let head = predecessor.head, head.isSigned(by: log) else {
            throw .opening("the head of its predecessor is not signed by \(log.name)")
        }
    }

    /// One signature for each algorithm that the author has registered; a quorum where root keys are replaced or marked.
    private func checkSignatures(of act: PreparedAct, by keys: [Key]) throws(AdmissionRefusal) {
        let author = act.author
        guard let first = keys.first else { throw .noKey(author) }
        let valid = act.validKeys(among: keys)
        for algorithm in KeyAlgorithm.allCases where keys.contains(where: { $0.algorithm == algorithm }) {
            guard valid.contains(where: { $0.algorithm == algorithm }) else {
                throw .notSigned(author, algorithm: algorithm, valid: 0, needed: 1)
            }
        }
        let quorum = quorum(for: act, of: keys)
        guard valid.count >= quorum else {
            throw .notSigned(author, algorithm: first.algorithm, valid: valid.count, needed: quorum)
        }
    }

    private func quorum(for act: PreparedAct, of keys: [Key]) -> Int {
        // Whoever could mark root keys with one of them would soon hold the only one that is left.
        let holder: ParticipantID? =
            switch act.statement.act {
            case .participation(.keyReplaced(let act)): act.participant
            case .participation(.keyCompromised(let act)): act.participant
            default: nil
            }
        guard let holder, holder == act.author,
            let founder = opening?.founders.first(where: { $0.participant == holder })
        else { return 1 }
        return min(founder.recovery ?? founder.keys.count, keys.count)
    }

    private func checkNewKeys(_ act: PreparedAct) throws(AdmissionRefusal) {
        if let holder = act.uncountersigned { throw .keyNotCountersigned(holder) }
        for (holder, key) in act.newKeys {
            guard (try? PublicKey(key)) != nil else { throw .keyNotCountersigned(holder) }
        }
        guard !act.isPerformed else { return }
        switch act.statement.act {
        case .participation(.keyReplaced(let act)): throw .keyAttested(act.participant)
        case .participation(.keyCompromised(let act)): throw .keyAttested(act.participant)
        case .participation(.accredited(let act)) where act.key != nil: throw .keyAttested(act.person)
        case .participation(.revoked(let act)) where !process.participation.keys(of: act.person).isEmpty:
            throw .keyAttested(act.person)
        default: break
        }
    }

    private func checkSeen(_ act: PreparedAct) throws(AdmissionRefusal) {
        guard let seen = act.seen else {
            if act.isPerformed { throw .seenMissing }
            return
        }
        guard heads?.contains(seen) ?? false else {
            throw .seenNotSigned(size: seen.size)
        }
        guard root(at: seen.size) == seen.root else { throw .seenContradicts(size: seen.size) }
    }
}
