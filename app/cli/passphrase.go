package cli

import (
	"bytes"
	"fmt"
	"os"

	"golang.org/x/term"
)

// passphrase reads the store's passphrase from a file's first line, else from the terminal without
// echo. It is never an argument or an environment variable, which other programs can see.
func passphrase(s Streams, path string) ([]byte, error) {
	if path != "" {
		data, err := readFile(path)
		if err != nil {
			return nil, err
		}
		line, _, _ := bytes.Cut(data, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(line) == 0 {
			return nil, badInput("%s: its first line, the passphrase, is empty", path)
		}
		return line, nil
	}
	in, ok := s.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, badInput("there is no terminal to ask for the passphrase: use --passphrase-file")
	}
	return ask(s, in, "Passphrase: ")
}

// newPassphrase is the passphrase of a store that is to be made. On a terminal it is asked for twice:
// a slip of the finger must not lock the store for ever.
func newPassphrase(s Streams, path string) ([]byte, error) {
	first, err := passphrase(s, path)
	if err != nil || path != "" {
		return first, err
	}
	again, err := ask(s, s.In.(*os.File), "Again: ") // passphrase made sure that it is a terminal
	if err == nil && !bytes.Equal(first, again) {
		err = badInput("the two passphrases differ: nothing was made")
	}
	return first, err
}

func ask(s Streams, terminal *os.File, prompt string) ([]byte, error) {
	fmt.Fprint(s.Err, prompt)
	line, err := term.ReadPassword(int(terminal.Fd()))
	fmt.Fprintln(s.Err)
	if err != nil {
		return nil, fmt.Errorf("cannot read the passphrase: %w", err)
	}
	if len(line) == 0 {
		return nil, badInput("the passphrase is empty")
	}
	return line, nil
}
