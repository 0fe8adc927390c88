// Package source holds what every reader of family files asks of a file before it looks inside:
// that it is text, of a sensible size, and that the family in it can exist.
package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"kindred/pedigree/interchange/listing"
)

// The limits of a file. A clinic's largest families have some hundreds of people.
const (
	MaxBytes  = 64 << 20
	MaxPeople = 100_000
)

// Text checks that data is UTF-8 text within the limits and returns it without a byte order mark.
func Text(data []byte) ([]byte, error) {
	switch {
	case len(data) > MaxBytes:
		return nil, listing.Refuse(0, "", "the file is larger than %d MB: give one family, or fewer, in a file", MaxBytes>>20)
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}), bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		return nil, listing.Refuse(1, "", "the file is UTF-16 text: save it as UTF-8")
	}
	data = bytes.TrimPrefix(data, []byte{0xEF, 0xBB, 0xBF})
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, listing.Refuse(0, "", "the file is empty: choose a family file")
	}
	for i, b := range data {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' || b == 0x7F {
			return nil, listing.Refuse(LineAt(data, i), "", "the file is not text: choose a CanRisk, BOADICEA, PED or kindred JSON file")
		}
	}
	if !utf8.Valid(data) {
		return nil, listing.Refuse(LineAt(data, firstInvalid(data)), "", "the text is not UTF-8: save the file as UTF-8")
	}
	return data, nil
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// LineAt is the number, from 1, of the line that the byte at offset is on.
func LineAt(data []byte, offset int) int {
	return 1 + bytes.Count(data[:min(max(offset, 0), len(data))], []byte{'\n'})
}

// Lines yields each line with its number from 1, without its end (LF, CR LF or CR).
func Lines(data []byte) func(yield func(number int, line string) bool) {
	return func(yield func(int, string) bool) {
		rest := string(data)
		for number := 1; rest != ""; number++ {
			end := strings.IndexAny(rest, "\r\n")
			line := rest
			switch {
			case end < 0:
				rest = ""
			case strings.HasPrefix(rest[end:], "\r\n"):
				line, rest = rest[:end], rest[end+2:]
			default:
				line, rest = rest[:end], rest[end+1:]
			}
			if !yield(number, line) {
				return
			}
		}
	}
}

// TooMany refuses a file of more than MaxPeople people.
func TooMany(line int) error {
	return listing.Refuse(line, "", "the file holds more than %d people: give one family, or fewer, in a file", MaxPeople)
}
