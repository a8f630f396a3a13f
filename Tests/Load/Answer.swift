import NIOCore

/// What the server answers, as far as a load generator reads it: the status, and a body whose length is stated.
///
/// A general reader of HTTP takes as long as all else that the generator does for a report, and that is time which the
/// server beside it does not have.
struct Answer {
    let status: Int
    let body: String

    /// Takes an answer from what has arrived; `nil` where the rest of it is still to come.
    /// - Throws: `Unfit` if it does not state its status.
    init?(from received: inout ByteBuffer) throws {
        guard let head = received.withUnsafeReadableBytes(Answer.head),
            head.count + head.length <= received.readableBytes
        else { return nil }
        guard let status = head.status else {
            throw Unfit(description: "The server answers without a status.")
        }
        received.moveReaderIndex(forwardBy: head.count)
        self.status = status
        body = received.readString(length: head.length) ?? ""
        received.discardReadBytes()
    }

    /// How many bytes come before the body, what status they state, and how long a body.
    private static func head(_ bytes: UnsafeRawBufferPointer) -> (count: Int, status: Int?, length: Int)? {
        var (status, length, start) = (Int?.none, 0, 0)
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = bytes[start..<end]
            if line.count <= 1 { return (end + 1, status, length) }
            if start == 0 {
                // HTTP/1.1 200 OK
                status = number(line.dropFirst(9))
            } else if line.count > 15,
                line.prefix(15).elementsEqual("content-length:".utf8, by: { $0 | 0x20 == $1 })
            {
                length = number(line.dropFirst(15).drop { $0 == UInt8(ascii: " ") }) ?? 0
            }
            start = end + 1
        }
        return nil
    }

    private static func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
        Int(String(decoding: bytes.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }, as: UTF8.self))
    }
}
