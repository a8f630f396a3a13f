import Foundation
import Record
import Testing

@Suite struct `What the system says of a file` {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a file in no folder is told in the system's own words`() throws {
        let path = folder.file("nowhere/report")
        let error = try #require(throws: ArchiveError.self) { try DurableFile.write([1], to: path) }
        #expect(error.message == "\(path) cannot be written: No such file or directory.")
    }

    @Test func `the words are those below what a library says`() throws {
        let error = try #require(throws: (any Error).self) {
            try Data([1]).write(to: URL(fileURLWithPath: folder.file("nowhere/report")))
        }
        #expect(SystemFault(error).number == ENOENT)
        #expect("\(SystemFault(error))" == "No such file or directory")
    }

    @Test func `a full disk, a closed one and a broken one are told apart`() {
        let codes = [ENOSPC, EDQUOT, EACCES, EROFS, EIO].map {
            ArchiveError("record", cannotBe: "written", SystemFault(number: $0)).code
        }
        #expect(codes == [.full, .full, .readOnly, .readOnly, .disk])
    }
}
