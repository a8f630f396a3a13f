import ArgumentParser
import Exchange
import Foundation
import Pages
import Record
import TransparencyLog

/// Why a command stops: what was wrong, where, and what to do.
struct Failure: Error, CustomStringConvertible {
    /// 1 failed, 2 indeterminate, 64 usage.
    var code: Int32
    var description: String

    init(_ description: String, code: Int32 = 1) {
        self.description = description
        self.code = code
    }

    static func usage(_ description: String) -> Failure { Failure(description, code: 64) }

    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as ArchiveError: self.init(error.description)
        case let fault as KeyFault: self.init("\(fault)")
        case let fault as ReplicaFault:
            self.init(fault.description, code: [.silent, .noEntries].contains(fault.code) ? 2 : 1)
        case let error as LogError: self.init("\(error)")
        case let fault as VaultFault: self.init(fault.description, code: fault.code == .missing ? 2 : 1)
        case AdmissionRefusal.rule(let refusal): self.init(Catalogue.sentence(refusal))
        case let fault as PlayFault: self.init(fault.description)
        case let mistakes as HistoryMistakes: self.init(mistakes.description)
        default: self.init("\(SystemFault(error))")
        }
    }
}

extension AsyncParsableCommand {
    /// Runs the command's work; what goes wrong is one message on standard error and an exit status.
    func carryOut(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch let status as ExitCode {
            throw status
        } catch {
            let failure = Failure(error)
            FileHandle.standardError.write(Data("bishkek: \(failure.description)\n".utf8))
            throw ExitCode(failure.code)
        }
    }
}
