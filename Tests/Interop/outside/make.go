package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// makeLog writes a log with new keys: what verify asks, and the keys and a policy.
func makeLog(path string, size, old int64) error {
	f := folder(path)
	secret, vkey, err := note.GenerateKey(rand.Reader, "tskhinvali.example/1992")
	if err != nil {
		return err
	}
	log, err := note.NewSigner(secret)
	if err != nil {
		return err
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return err
	}
	witness := &cosigner{"vladikavkaz.example/witness", public, private}
	policy := fmt.Sprintf("log %s\nwitness vladikavkaz %s\nquorum vladikavkaz\n", vkey, witness.vkey())
	small := map[string]string{
		"log.vkey": vkey + "\n", "log.skey": secret + "\n", "witness.vkey": witness.vkey() + "\n", "policy": policy,
	}
	for name, text := range small {
		if err := f.write(name, []byte(text)); err != nil {
			return err
		}
	}
	stored, err := writeEntries(f, size)
	if err != nil {
		return err
	}
	for _, tile := range tlog.NewTiles(8, 0, size) {
		content, err := tlog.ReadTileData(tile, stored)
		if err != nil {
			return err
		}
		if err := f.write(tilePath(tile), content); err != nil {
			return err
		}
	}
	return writeNotes(f, size, old, stored, log, witness)
}

func writeEntries(f folder, size int64) (tlog.HashReader, error) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	var bundle []byte
	for index := range size {
		entry := []byte(fmt.Sprintf("Order %d of the joint peacekeeping forces", index))
		switch index {
		case 1:
			entry = nil
		case 2:
			entry = []byte(strings.Repeat("Daghomys ", 8000)[:65535])
		}
		hashes, err := tlog.StoredHashes(index, entry, reader)
		if err != nil {
			return nil, err
		}
		stored = append(stored, hashes...)
		bundle = binary.BigEndian.AppendUint16(bundle, uint16(len(entry)))
		bundle = append(bundle, entry...)
		if index%256 == 255 || index == size-1 {
			if err := f.write(bundlePath(index/256, size), bundle); err != nil {
				return nil, err
			}
			bundle = nil
		}
	}
	return reader, nil
}

func writeNotes(f folder, size, old int64, stored tlog.HashReader, log note.Signer, witness *cosigner) error {
	sign := func(size int64, signers ...note.Signer) ([]byte, error) {
		root, err := tlog.TreeHash(size, stored)
		if err != nil {
			return nil, err
		}
		text := checkpointText(log.Name(), tlog.Tree{N: size, Hash: root})
		return note.Sign(&note.Note{Text: text}, signers...)
	}
	newest, err := sign(size, log, witness)
	if err != nil {
		return err
	}
	older, err := sign(old, log)
	if err != nil {
		return err
	}
	// What a witness is asked to cosign has only the log's signature yet.
	asked, err := sign(size, log)
	if err != nil {
		return err
	}
	growth, err := tlog.ProveTree(size, old, stored)
	if err != nil {
		return err
	}
	files := map[string]string{
		"checkpoint": string(newest), "checkpoint.old": string(older),
		"request": fmt.Sprintf("old %d\n%s\n%s", old, lines(growth), asked),
	}
	for _, index := range []int64{0, size / 2, size - 1} {
		proof, err := tlog.ProveRecord(size, index, stored)
		if err != nil {
			return err
		}
		name := fmt.Sprintf("entry-%d.tlog-proof", index)
		files[name] = fmt.Sprintf("c2sp.org/tlog-proof@v1\nindex %d\n%s\n%s", index, lines(proof), newest)
	}
	for name, content := range files {
		if err := f.write(name, []byte(content)); err != nil {
			return err
		}
	}
	return nil
}

func lines(hashes []tlog.Hash) string {
	var text strings.Builder
	for _, hash := range hashes {
		fmt.Fprintln(&text, hash)
	}
	return text.String()
}
