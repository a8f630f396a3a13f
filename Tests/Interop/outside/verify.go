package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// verify checks everything in a folder: the checkpoint, each tile, each entry, proofs out of the tiles, and, where
// they are there, an older checkpoint, the request to a witness and proof files.
func verify(path, logKey string, witnessKeys []string) error {
	log, err := note.NewVerifier(strings.TrimSpace(logKey))
	if err != nil {
		return err
	}
	signers := []note.Verifier{log}
	for _, key := range witnessKeys {
		witness, err := parseCosigner(key)
		if err != nil {
			return err
		}
		signers = append(signers, witness)
	}
	f := folder(path)
	message, err := f.read("checkpoint")
	if err != nil {
		return err
	}
	newest, err := openCheckpoint(message, signers...)
	if err != nil {
		return err
	}
	entries, err := f.entries(newest.tree.N)
	if err != nil {
		return err
	}
	if err := verifyTiles(f, newest.tree, entries); err != nil {
		return err
	}
	if err := verifyGrowth(f, newest, log); err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(path, "*.tlog-proof"))
	if err != nil {
		return err
	}
	for _, file := range files {
		if err := verifyProof(file, entries, signers); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	fmt.Printf("%s: %d entries, %d proof files\n", newest.origin, newest.tree.N, len(files))
	return nil
}

func verifyTiles(f folder, tree tlog.Tree, entries [][]byte) error {
	var stored []tlog.Hash
	memory := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	for index, entry := range entries {
		hashes, err := tlog.StoredHashes(int64(index), entry, memory)
		if err != nil {
			return err
		}
		stored = append(stored, hashes...)
	}
	root, err := tlog.TreeHash(tree.N, memory)
	if err != nil || root != tree.Hash {
		return fmt.Errorf("the entries have the root %v, the checkpoint says %v (%v)", root, tree.Hash, err)
	}
	for _, tile := range tlog.NewTiles(8, 0, tree.N) {
		expected, err := tlog.ReadTileData(tile, memory)
		if err != nil {
			return err
		}
		found, err := f.read(tilePath(tile))
		if err != nil {
			return err
		}
		if !bytes.Equal(expected, found) {
			return fmt.Errorf("%s differs", tilePath(tile))
		}
	}
	if tree.N == 0 {
		return nil
	}
	// Proofs made from the tiles alone.
	reader := tlog.TileHashReader(tree, f)
	for _, index := range []int64{0, tree.N / 3, tree.N / 2, tree.N - 1} {
		proof, err := tlog.ProveRecord(tree.N, index, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entries[index])); err != nil {
			return err
		}
	}
	return nil
}

// verifyGrowth checks the newest checkpoint against an older one, by a proof of our own and by the log's.
func verifyGrowth(f folder, newest *checkpoint, log note.Verifier) error {
	message, err := f.read("checkpoint.old")
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	old, err := openCheckpoint(message, log)
	if err != nil {
		return err
	}
	proof, err := tlog.ProveTree(newest.tree.N, old.tree.N, tlog.TileHashReader(newest.tree, f))
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, newest.tree.N, newest.tree.Hash, old.tree.N, old.tree.Hash); err != nil {
		return err
	}
	request, err := f.read("request")
	if err != nil {
		return err
	}
	head, hashes, rest, err := parseHashes(request)
	if err != nil {
		return err
	}
	if len(head) != 1 || head[0] != fmt.Sprintf("old %d", old.tree.N) {
		return fmt.Errorf("no request from %d: %q", old.tree.N, head)
	}
	asked, err := openCheckpoint(rest, log)
	if err != nil {
		return err
	}
	return tlog.CheckTree(hashes, asked.tree.N, asked.tree.Hash, old.tree.N, old.tree.Hash)
}

// verifyProof checks a tlog-proof file; the entry may come along as extra data.
func verifyProof(file string, entries [][]byte, signers []note.Verifier) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	head, hashes, rest, err := parseHashes(content)
	if err != nil {
		return err
	}
	if len(head) < 2 || len(head) > 3 || head[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("no proof file: %q", head)
	}
	if len(head) == 3 && !strings.HasPrefix(head[1], "extra ") {
		return fmt.Errorf("no extra data: %q", head[1])
	}
	digits, found := strings.CutPrefix(head[len(head)-1], "index ")
	index, err := strconv.ParseInt(digits, 10, 64)
	if !found || err != nil || index < 0 || index >= int64(len(entries)) {
		return fmt.Errorf("no index: %q", head[len(head)-1])
	}
	signed, err := openCheckpoint(rest, signers...)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(hashes, signed.tree.N, signed.tree.Hash, index, tlog.RecordHash(entries[index]))
}
