// Package cli holds the subcommands of the kindred binary: everything the program does that needs
// no window. Their form is a promise that other programs rely on.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// Exit codes.
const (
	exitOK    = 0
	exitOther = 1 // anything that is not the caller's input: disk full, store damaged
	exitInput = 2 // bad input or usage
)

// Streams are where a command reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// Std is the process's own streams.
func Std() Streams { return Streams{os.Stdin, os.Stdout, os.Stderr} }

// command is one subcommand.
type command struct {
	usage string // after "kindred "
	does  string
	run   func(s Streams, args []string) error
}

// commands lists every subcommand by its name.
func commands() map[string]command {
	return map[string]command{
		"demo":       {"demo DIR", "does the whole main job on the sample family, headless", runDemo},
		"draw":       {"draw FAMILY [-o OUT.svg|.pdf|.png] [--anonymise] [--age-bands] [--no-names] [--page a4|a3|fit] [--tile] [--nomenclature uk|nsgc] [--carrier-dot] [--strict-birth-order] [--layout-json OUT] [--previous LAYOUT] | draw --sheet -o OUT | draw --blank-history -o OUT", drawHelp, runDraw},
		"risk":       {"risk FAMILY [--person ID] [--model NAME] [--option FILE.json] [--as-of DATE] [--table OUT.csv] [--json]", riskHelp, runRisk},
		"likelihood": {"likelihood FAMILY MODEL.json [--merge-mz] [--json]", "exact single-locus likelihood and genotype posteriors", runLikelihood},
		"kinship":    {"kinship FAMILY [--merge-mz] [--json]", "kinship and inbreeding coefficients", runKinship},
		"letter":     {"letter FAMILY --template NAME -o OUT.pdf [--large-print] [--person ID] [--as-of DATE]", "a letter from a file, for trying templates", runLetter},
		"describe":   {"describe FAMILY", "the family history in plain sentences", runDescribe},
		"convert":    {"convert IN OUT [--to FORMAT]", "another file format, with a list of what changed", runConvert},
		"enter":      {"enter HISTORY.txt [--family FAMILY] -o OUT.json [--as-of DATE]", "a history typed in the entry line's grammar, into a family", runEnter},
		"store":      {"store init|verify|stats|backup [FILE]|restore FILE [--replace] --data DIR", "the encrypted store", runStore},
		"import":     {"import FAMILY... --data DIR", "families into the store", runImport},
		"list":       {"list --data DIR [--find TEXT] [--json]", "the families in the store", runList},
		"export":     {"export ID -o FILE --data DIR", "a family out of the store", runExport},
	}
}

// coming are the commands that the interface names and this release does not have yet.
var coming = []string{"hub", "sync"}

// Version is the program's version, set by package main.
var Version = "development"

// Run carries out a command line without the program's name and returns the exit code. Whatever
// goes wrong is one line on Err.
func Run(s Streams, args []string) (code int) {
	defer func() {
		// The line must not quote data: what was being worked on may be clinical.
		if r := recover(); r != nil {
			fmt.Fprintf(s.Err, "kindred: %s stopped because of a fault in the program; nothing was written. Please report it.\n", args[0])
			code = exitOther
		}
	}()
	if len(args) == 0 || args[0] == "help" || args[0] == "--help" || args[0] == "-h" {
		usage(s.Out)
		return exitOK
	}
	if args[0] == "--version" {
		fmt.Fprintln(s.Out, "kindred", Version)
		return exitOK
	}
	c, ok := commands()[args[0]]
	if slices.Contains(coming, args[0]) {
		fmt.Fprintf(s.Err, "kindred: %s is not available in this release\n", args[0])
		return exitInput
	}
	if !ok {
		fmt.Fprintf(s.Err, "kindred: there is no command %q: kindred help lists them\n", args[0])
		return exitInput
	}
	err := c.run(s, args[1:])
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(s.Out, "kindred %s\n    %s\n", c.usage, c.does)
		return exitOK
	}
	fmt.Fprintf(s.Err, "kindred: %s\n", oneLine(err.Error()))
	if isInput(err) {
		return exitInput
	}
	return exitOther
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "kindred opens the window. With a command it needs no display:")
	all := commands()
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		short, _, _ := strings.Cut(all[name].does, "\n")
		fmt.Fprintf(w, "  kindred %s\n      %s\n", all[name].usage, short)
	}
	fmt.Fprintln(w, "A FAMILY file is CanRisk, BOADICEA, PED, native JSON, or a table from a spreadsheet (.xlsx, .csv); --family ID chooses one of several.")
	fmt.Fprintln(w, "Every command with --data takes --passphrase-file F, else it asks on the terminal.")
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
