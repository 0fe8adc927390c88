// Package native reads and writes kindred's own family file: JSON, lossless both ways, with the keys
// that this version does not know.
package native

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// Read reads one family from text that source.Text has passed. It refuses malformed JSON, another
// format or a later version, people without an id or with the same one, parents who are not in the
// file, and anyone who is his own ancestor. Implausible values, such as an age of 999, are kept: the
// family's own validation finds them. The notes list what was assumed and which words it does not
// know.
func Read(data []byte) (*pedigree.Family, []listing.Note, error) {
	if !json.Valid(data) {
		return nil, nil, malformed(data)
	}
	if bytes.TrimLeft(data, " \t\r\n")[0] != '{' {
		return nil, nil, listing.Refuse(1, "", `this JSON is not a kindred family: it must be an object with "format": %q; choose a family file`, pedigree.Format)
	}
	o := outlineOf(data)
	var notes listing.Notes
	if err := checkHeading(data, o, &notes); err != nil {
		return nil, nil, err
	}
	f := &pedigree.Family{}
	canonical, err := compact(data)
	if err != nil {
		return nil, nil, malformed(data)
	}
	if err := json.Unmarshal(canonical, f); err != nil {
		return nil, nil, misplaced(data, o, err)
	}
	f.Format, f.Version = pedigree.Format, pedigree.FormatVersion
	if f.Individuals == nil {
		f.Individuals = []pedigree.Individual{}
	}
	notes.Family = f.Name
	if err := checkPeople(data, o, f); err != nil {
		return nil, nil, err
	}
	noteLooseEnds(f, &notes)
	noteUnknownWords(f, &notes)
	return f, notes.List, nil
}

// malformed says where JSON breaks off.
func malformed(data []byte) error {
	err := json.Unmarshal(data, new(json.RawMessage))
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return listing.Refuse(1, "", "malformed JSON: %v", err)
	}
	at := min(int(syntax.Offset), len(data))
	if at > 0 {
		at-- // the offset counts the byte at fault
	}
	line := source.LineAt(data, at)
	column := at - bytes.LastIndexByte(data[:at], '\n')
	if strings.Contains(syntax.Error(), "unexpected end") {
		return listing.Refuse(line, "", "the JSON breaks off at column %d: the file is truncated; take a whole copy", column)
	}
	return listing.Refuse(line, "", "malformed JSON at column %d: %v: correct it, or take a whole copy", column, syntax)
}

// checkHeading reads "format" and "version" before anything else.
func checkHeading(data []byte, o outline, notes *listing.Notes) error {
	if o.repeated != "" {
		return listing.Refuse(source.LineAt(data, o.repeatedAt), "", "the key %q occurs twice in one object: remove one", listing.Clip(o.repeated))
	}
	formatAt, hasFormat := o.keys["format"]
	peopleAt, hasPeople := o.keys["individuals"]
	switch {
	case !hasFormat && !hasPeople:
		return listing.Refuse(1, "", `this JSON is not a kindred family: it has neither "format": %q nor "individuals"; choose a family file`, pedigree.Format)
	case !hasFormat:
		notes.Add(listing.Assumed, "", 0, "no %q key: read as %s", "format", pedigree.Format)
	default:
		var format string
		if err := decodeAt(data, formatAt, &format); err != nil || format != pedigree.Format {
			return listing.Refuse(source.LineAt(data, formatAt), "", "the format is %s, not %q: choose a kindred family file", rawAt(data, formatAt), pedigree.Format)
		}
	}
	if versionAt, ok := o.keys["version"]; !ok {
		notes.Add(listing.Assumed, "", 0, "no %q key: read as version %d", "version", pedigree.FormatVersion)
	} else {
		var version int
		if err := decodeAt(data, versionAt, &version); err != nil || version < 1 {
			return listing.Refuse(source.LineAt(data, versionAt), "", "the version is %s: correct it to %d", rawAt(data, versionAt), pedigree.FormatVersion)
		}
		if version > pedigree.FormatVersion {
			return listing.Refuse(source.LineAt(data, versionAt), "",
				"version %d is later than this program reads (%d): open the file with a newer kindred", version, pedigree.FormatVersion)
		}
	}
	if hasPeople && data[peopleAt] != '[' && rawAt(data, peopleAt) != "null" {
		return listing.Refuse(source.LineAt(data, peopleAt), "", `"individuals" must be a list of people: correct it`)
	}
	if o.tooMany {
		return source.TooMany(source.LineAt(data, o.individuals[len(o.individuals)-1]))
	}
	return nil
}

func decodeAt(data []byte, at int, v any) error {
	return json.NewDecoder(bytes.NewReader(data[at:])).Decode(v)
}

func rawAt(data []byte, at int) string {
	var raw json.RawMessage
	if err := decodeAt(data, at, &raw); err != nil {
		return "unreadable"
	}
	return listing.Clip(string(raw))
}

// misplaced finds the person, or else the key, whose value could not be read.
func misplaced(data []byte, o outline, err error) error {
	for i, at := range o.individuals {
		if personErr := decodeAt(data, at, new(pedigree.Individual)); personErr != nil {
			var named struct {
				ID pedigree.ID `json:"id"`
			}
			_ = decodeAt(data, at, &named)
			e := listing.Refuse(source.LineAt(data, at), named.ID, "%s: correct it", plain(personErr))
			if named.ID == "" {
				e.Message = ordinal(i) + e.Message
			}
			return e
		}
	}
	keys := make([]string, 0, len(o.keys))
	for key := range o.keys {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		raw, _ := json.Marshal(map[string]json.RawMessage{key: json.RawMessage(fullAt(data, o.keys[key]))})
		if keyErr := json.Unmarshal(raw, new(pedigree.Family)); keyErr != nil {
			return listing.Refuse(source.LineAt(data, o.keys[key]), "", "%q: %s: correct it", listing.Clip(key), plain(keyErr))
		}
	}
	return listing.Refuse(0, "", "%s", plain(err))
}

func fullAt(data []byte, at int) []byte {
	var raw json.RawMessage
	_ = decodeAt(data, at, &raw)
	return raw
}
