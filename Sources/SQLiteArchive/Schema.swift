/// The tables of a record. They are the last guard: what is logged can be neither changed nor removed nor left out.
enum Schema {
    /// In the header of the file, so that a record is recognised (`file` prints it).
    static let applicationID: Int32 = 0x4269_7368
    static let version: Int32 = 1

    static let sql = """
        CREATE TABLE entry (
            idx INTEGER PRIMARY KEY CHECK (idx >= 0),
            id BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
            leaf BLOB NOT NULL CHECK (length(leaf) = 32),
            body BLOB NOT NULL CHECK (length(body) BETWEEN 2 AND 65535)
        ) STRICT;
        CREATE TABLE node (
            level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
            idx INTEGER NOT NULL CHECK (idx >= 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (level, idx)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE head (
            one INTEGER PRIMARY KEY CHECK (one = 1),
            size INTEGER NOT NULL CHECK (size > 0),
            root BLOB NOT NULL CHECK (length(root) = 32),
            frontier BLOB NOT NULL CHECK (length(frontier) % 32 = 0 AND length(frontier) > 0),
            note BLOB NOT NULL
        ) STRICT;
        CREATE TABLE attachment (
            sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER entry_follows BEFORE INSERT ON entry
        WHEN NEW.idx <> (SELECT coalesce(max(idx) + 1, 0) FROM entry)
        BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END;
        CREATE TRIGGER entry_stays BEFORE UPDATE ON entry
        BEGIN SELECT raise(ABORT, 'an entry is never changed'); END;
        CREATE TRIGGER entry_remains BEFORE DELETE ON entry
        BEGIN SELECT raise(ABORT, 'an entry is never removed'); END;
        CREATE TRIGGER head_fits_first BEFORE INSERT ON head
        WHEN NEW.size <> (SELECT count(*) FROM entry)
        BEGIN SELECT raise(ABORT, 'a head counts the entries'); END;
        CREATE TRIGGER head_grows BEFORE UPDATE ON head
        WHEN NEW.size <= OLD.size OR NEW.size <> (SELECT max(idx) + 1 FROM entry)
        BEGIN SELECT raise(ABORT, 'a head only grows, with the entries'); END;
        CREATE TRIGGER head_remains BEFORE DELETE ON head
        BEGIN SELECT raise(ABORT, 'a head is never removed'); END;
        CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment
        BEGIN SELECT raise(ABORT, 'an attachment is never changed'); END;
        """ + nodeTriggers

    /// The guards of the only table that repair may make again.
    static let nodeTriggers = """

        CREATE TRIGGER node_stays BEFORE UPDATE ON node
        BEGIN SELECT raise(ABORT, 'a node is never changed'); END;
        CREATE TRIGGER node_remains BEFORE DELETE ON node
        BEGIN SELECT raise(ABORT, 'a node is never removed'); END;
        """
}
