// Package assets embeds the files that the program ships with and nothing else: typefaces, model
// numbers, criteria, words, sample families. Each file, or the README beside it, names its source,
// licence and date.
package assets

import "embed"

// Files holds every embedded file under its path in this folder.
//
//go:embed icon.png families/*.json fonts letters models
var Files embed.FS

// Must returns an embedded file; a name that was not built in is a programming error and panics.
func Must(name string) []byte {
	data, err := Files.ReadFile(name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return data
}
