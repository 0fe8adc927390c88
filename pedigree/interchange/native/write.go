package native

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"

	"kindred/pedigree"
)

// Write writes the family as indented JSON, the same bytes for the same family. Nothing is lost.
func Write(w io.Writer, f *pedigree.Family) error {
	heading := *f
	heading.Format, heading.Version = pedigree.Format, pedigree.FormatVersion
	if heading.Individuals == nil {
		heading.Individuals = []pedigree.Individual{}
	}
	data, err := json.Marshal(heading)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, unescape(data), "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err = w.Write(out.Bytes())
	return err
}

// compact is data in the one form that Write, but for the indentation, gives it: so that unknown
// keys, which are kept as text, are the same after any number of readings.
func compact(data []byte) ([]byte, error) {
	var out bytes.Buffer
	if err := json.Compact(&out, data); err != nil {
		return nil, err
	}
	return unescape(out.Bytes()), nil
}

// unescape turns the escapes that encoding/json writes for the sake of web pages back into the
// characters, so that "<50" reads as it was said.
func unescape(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for i := 0; i < len(data); i++ {
		if data[i] != '\\' || i+1 >= len(data) {
			out = append(out, data[i])
			continue
		}
		if text, ok := webEscapes[strings.ToLower(string(data[i:min(i+6, len(data))]))]; ok {
			out, i = append(out, text...), i+5
			continue
		}
		out, i = append(out, data[i], data[i+1]), i+1
	}
	return out
}

var webEscapes = map[string]string{`\u003c`: "<", `\u003e`: ">", `\u0026`: "&", `\u2028`: "\u2028", `\u2029`: "\u2029"}
