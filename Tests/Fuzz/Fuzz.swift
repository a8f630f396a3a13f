import Foundation

/// Throws random bytes at one parser: `Fuzz FORMAT [libFuzzer's options] [folders with examples]`.
///
/// A trap, or a ``Broken`` promise, is a finding. This target is built with `BISHKEK_FUZZ=1` only, since it needs
/// a compiler that brings libFuzzer; `make fuzz` builds it and runs every format.
@main struct Fuzz {
    static func main() {
        var arguments = CommandLine.arguments
        guard arguments.count > 1, let format = Format(rawValue: arguments.remove(at: 1)) else {
            let names = Format.allCases.map(\.rawValue).joined(separator: " ")
            print("usage: Fuzz FORMAT [options] [folders]; the formats are: \(names)")
            exit(64)
        }
        Format.chosen = format
        // libFuzzer keeps the arguments for as long as it runs.
        let texts = arguments.map { strdup($0) } + [nil]
        var start: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(capacity: texts.count)
        start?.initialize(from: texts, count: texts.count)
        var count = CInt(arguments.count)
        exit(
            runDriver(&count, &start) { start, count in
                let bytes = Array(UnsafeBufferPointer(start: start, count: count))
                do {
                    try Format.chosen.check(bytes)
                } catch let broken as Broken {
                    fatalError("\(Format.chosen.rawValue): \(broken.promise)")
                } catch {
                    // Refused with its reason, as most random bytes should be.
                }
                return 0
            })
    }
}

/// A promise that a parser or a writer did not keep.
struct Broken: Error {
    let promise: String

    static func unless(_ isKept: Bool, _ promise: String) throws(Broken) {
        if !isKept { throw Broken(promise: promise) }
    }
}

/// libFuzzer as a function of its own program (LLVM, libFuzzer, "Using libFuzzer as a library").
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
