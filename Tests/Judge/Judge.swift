import Foundation
import TransparencyLog

/// The log library, asked from outside: `Judge verify FOLDER LOG-VKEY [WITNESS-VKEY]` and
/// `Judge make FOLDER SIZE OLD-SIZE`. Tests/Interop holds it against programs that others wrote.
///
/// Exit status 0 says that everything holds, 1 that something does not, 64 that nothing of this kind was asked.
@main struct Judge {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch arguments.first {
            case "verify" where arguments.count >= 3:
                try verify(Folder(arguments[1]), log: arguments[2], witnesses: Array(arguments.dropFirst(3)))
            case "make" where arguments.count == 4:
                guard let size = Int(arguments[2]), let old = Int(arguments[3]) else { usage() }
                try make(Folder(arguments[1]), size: size, old: old)
            default: usage()
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private static func usage() -> Never {
        print("usage: Judge verify FOLDER LOG-VKEY [WITNESS-VKEY] | Judge make FOLDER SIZE OLD-SIZE")
        exit(64)
    }
}

/// What does not hold, in words.
struct Objection: Error, CustomStringConvertible {
    let description: String

    static func unless(_ holds: Bool, _ what: String) throws {
        if !holds { throw Objection(description: what) }
    }
}
