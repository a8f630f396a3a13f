package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A checkpoint is a log's tree, stated in a note (tlog-checkpoint v1.0.0).
type checkpoint struct {
	origin string
	tree   tlog.Tree
	note   []byte
}

// openCheckpoint asks that every one of the signers has signed.
func openCheckpoint(message []byte, signers ...note.Verifier) (*checkpoint, error) {
	opened, err := note.Open(message, note.VerifierList(signers...))
	if err != nil {
		return nil, err
	}
	signed := map[string]bool{}
	for _, signature := range opened.Sigs {
		signed[signature.Name] = true
	}
	for _, signer := range signers {
		if !signed[signer.Name()] {
			return nil, fmt.Errorf("%s has not signed", signer.Name())
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != signers[0].Name() {
		return nil, fmt.Errorf("no checkpoint of %s: %q", signers[0].Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || strconv.FormatInt(size, 10) != lines[1] {
		return nil, fmt.Errorf("no size: %q", lines[1])
	}
	root, err := tlog.ParseHash(lines[2])
	if err != nil {
		return nil, err
	}
	return &checkpoint{lines[0], tlog.Tree{N: size, Hash: root}, message}, nil
}

func checkpointText(origin string, tree tlog.Tree) string {
	return fmt.Sprintf("%s\n%d\n%s\n", origin, tree.N, tree.Hash)
}

// parseHashes reads a head and lines of hashes, as add-checkpoint requests and tlog-proof files have them, and gives
// what follows the empty line.
func parseHashes(file []byte) (head []string, hashes []tlog.Hash, rest []byte, err error) {
	before, rest, found := bytes.Cut(file, []byte("\n\n"))
	if !found {
		return nil, nil, nil, fmt.Errorf("no empty line")
	}
	for _, line := range strings.Split(string(before), "\n") {
		if hash, err := tlog.ParseHash(line); err == nil {
			hashes = append(hashes, hash)
		} else if hashes == nil {
			head = append(head, line)
		} else {
			return nil, nil, nil, fmt.Errorf("no hash: %q", line)
		}
	}
	return head, hashes, rest, nil
}
