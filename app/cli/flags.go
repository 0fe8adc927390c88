package cli

import (
	"flag"
	"io"
	"slices"
	"strings"
)

// flags is a flag set whose flags may stand before, between and after the other arguments.
type flags struct{ *flag.FlagSet }

func newFlags(name string) flags {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	return flags{f}
}

// parse returns the arguments that are not flags; it wants between least and most of them.
func (f flags) parse(args []string, least, most int, usage string) ([]string, error) {
	var rest []string
	for {
		if err := f.Parse(args); err != nil {
			if err == flag.ErrHelp {
				return nil, err
			}
			return nil, badInput("%s: %v; usage: kindred %s", f.Name(), err, usage)
		}
		if f.NArg() == 0 {
			break
		}
		// After "--" everything is an argument.
		if at := len(args) - f.NArg(); at > 0 && args[at-1] == "--" {
			rest = append(rest, f.Args()...)
			break
		}
		rest = append(rest, f.Arg(0))
		args = f.Args()[1:]
	}
	if len(rest) < least || len(rest) > most {
		return nil, badInput("usage: kindred %s", usage)
	}
	return rest, nil
}

// given reports whether a flag was on the command line.
func (f flags) given(name string) bool {
	found := false
	f.Visit(func(one *flag.Flag) { found = found || one.Name == name })
	return found
}

func usageOf(name string) string { return commands()[name].usage }

// oneOf checks a flag whose values are a short list.
func oneOf(what, value string, allowed ...string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return badInput("%s %q is not one of %s", what, value, strings.Join(allowed, ", "))
}
