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
	fmt.Fprint(s.Err, "Passphrase: ")
	line, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(s.Err)
	if err != nil {
		return nil, fmt.Errorf("cannot read the passphrase: %w", err)
	}
	if len(line) == 0 {
		return nil, badInput("the passphrase is empty")
	}
	return line, nil
}
