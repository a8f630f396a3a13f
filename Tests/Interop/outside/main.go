// Command outside checks a log that other programs made, and makes one for them to check, with the note and tree
// packages that Go itself uses for its checksum database. Nothing here knows Bishkek.
//
//	outside verify FOLDER LOG-VKEY [WITNESS-VKEY]
//	outside make FOLDER SIZE OLD-SIZE
package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) >= 3 && args[0] == "verify":
		return verify(args[1], args[2], args[3:])
	case len(args) == 4 && args[0] == "make":
		size, err := strconv.ParseInt(args[2], 10, 64)
		if err != nil {
			return err
		}
		old, err := strconv.ParseInt(args[3], 10, 64)
		if err != nil {
			return err
		}
		return makeLog(args[1], size, old)
	}
	return fmt.Errorf("usage: outside verify FOLDER LOG-VKEY [WITNESS-VKEY] | outside make FOLDER SIZE OLD-SIZE")
}
