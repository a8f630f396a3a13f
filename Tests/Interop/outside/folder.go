package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// A folder holds a log as static files (tlog-tiles v0.1.0).
type folder string

func (f folder) read(name string) ([]byte, error) { return os.ReadFile(filepath.Join(string(f), name)) }

func (f folder) write(name string, content []byte) error {
	path := filepath.Join(string(f), name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// tilePath is Go's path without the height, which tlog-tiles fixes at 8.
func tilePath(tile tlog.Tile) string { return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/") }

func bundlePath(index, size int64) string {
	width := min(256, size-256*index)
	tile := tlog.Tile{H: 8, L: 0, N: index, W: int(width)}
	return "tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/0/")
}

// Height, ReadTiles and SaveTiles make a folder what tlog.TileHashReader asks: it checks all it reads against the root.
func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range tiles {
		content, err := f.read(tilePath(tile))
		if err != nil {
			return nil, err
		}
		contents = append(contents, content)
	}
	return contents, nil
}

func (f folder) SaveTiles(tiles []tlog.Tile, contents [][]byte) {}

// entries reads the bundles: each entry behind its length in two bytes.
func (f folder) entries(size int64) ([][]byte, error) {
	var entries [][]byte
	for index := int64(0); 256*index < size; index++ {
		path := bundlePath(index, size)
		rest, err := f.read(path)
		if err != nil {
			return nil, err
		}
		for range min(256, size-256*index) {
			if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
				return nil, fmt.Errorf("%s ends early", path)
			}
			end := 2 + int(binary.BigEndian.Uint16(rest))
			entries = append(entries, rest[2:end])
			rest = rest[end:]
		}
		if len(rest) > 0 {
			return nil, fmt.Errorf("%s goes on after its end", path)
		}
	}
	return entries, nil
}
