package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// A cosigner signs and verifies notes as tlog-cosignature v1.0.1 says for Ed25519: type 0x04, a time before the text.
// Go's own note package knows plain signatures only.
type cosigner struct {
	name    string
	public  ed25519.PublicKey
	private ed25519.PrivateKey
}

func parseCosigner(vkey string) (*cosigner, error) {
	parts := strings.SplitN(strings.TrimSpace(vkey), "+", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("%q is no verifier key", vkey)
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 33 || key[0] != 4 {
		return nil, fmt.Errorf("%q is no key of an Ed25519 cosigner", vkey)
	}
	found := &cosigner{name: parts[0], public: key[1:]}
	if fmt.Sprintf("%08x", found.KeyHash()) != parts[1] {
		return nil, fmt.Errorf("%q has the id of another key", vkey)
	}
	return found, nil
}

func (c *cosigner) vkey() string {
	key := base64.StdEncoding.EncodeToString(append([]byte{4}, c.public...))
	return fmt.Sprintf("%s+%08x+%s", c.name, c.KeyHash(), key)
}

func (c *cosigner) Name() string { return c.name }

func (c *cosigner) KeyHash() uint32 {
	sum := sha256.Sum256(append([]byte(c.name+"\n\x04"), c.public...))
	return binary.BigEndian.Uint32(sum[:4])
}

func (c *cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 72 || signature[0] >= 0x80 {
		return false
	}
	return ed25519.Verify(c.public, cosigned(binary.BigEndian.Uint64(signature), text), signature[8:])
}

func (c *cosigner) Sign(text []byte) ([]byte, error) {
	now := uint64(time.Now().Unix())
	signature := binary.BigEndian.AppendUint64(nil, now)
	return append(signature, ed25519.Sign(c.private, cosigned(now, text))...), nil
}

func cosigned(seconds uint64, text []byte) []byte {
	return append([]byte("cosignature/v1\ntime "+strconv.FormatUint(seconds, 10)+"\n"), text...)
}
