package native

import (
	"encoding/json"
	"strings"

	"kindred/pedigree/interchange/source"
)

// outline is where things are in a valid JSON object, found without decoding it: so that a file of
// a million people is refused before it fills the memory, and an error has a line.
type outline struct {
	keys        map[string]int // each top-level key, in lower case, and the offset of its value
	individuals []int          // offsets of the elements of "individuals"
	tooMany     bool           // there are more than source.MaxPeople of them

	repeated   string // a key that occurs twice in one object, "" for none
	repeatedAt int
}

// line is the line of the individual at a position.
func (o *outline) line(data []byte, position int) int {
	if position >= len(o.individuals) {
		return 0
	}
	return source.LineAt(data, o.individuals[position])
}

// outlineOf scans valid JSON whose first value is an object.
func outlineOf(data []byte) outline {
	s := scanner{outline: outline{keys: map[string]int{}}, data: data}
	for i := 0; i < len(data) && !s.tooMany; i++ {
		switch data[i] {
		case '{', '[':
			s.value(i)
			s.push(data[i] == '{')
		case '}', ']':
			s.depth--
		case '"':
			end := stringEnd(data, i)
			if s.depth > 0 && s.levels[s.depth-1].wantKey {
				s.key(i, end)
			} else {
				s.value(i)
			}
			i = end - 1
		case ',':
			if level := &s.levels[s.depth-1]; level.object {
				level.wantKey = true
			}
		case ':', ' ', '\t', '\n', '\r':
		default: // a number, true, false or null
			s.value(i)
			for i+1 < len(data) && !isDelimiter(data[i+1]) {
				i++
			}
		}
		s.tooMany = len(s.individuals) > source.MaxPeople
	}
	return s.outline
}

// scanner is an outline on its way; levels are the objects and lists around the current byte.
type scanner struct {
	outline
	data    []byte
	levels  []level
	depth   int
	topKey  string // the last key at the top level
	peopled bool   // that key is "individuals" and its value a list
}

// level is one object or list.
type level struct {
	object  bool
	wantKey bool
	seen    map[string]bool // its keys so far; reused by the next object at the same depth
}

func (s *scanner) push(object bool) {
	if s.depth == len(s.levels) {
		s.levels = append(s.levels, level{seen: map[string]bool{}})
	}
	l := &s.levels[s.depth]
	l.object, l.wantKey = object, object
	clear(l.seen)
	if s.depth == 1 {
		s.peopled = !object && s.topKey == "individuals"
	}
	s.depth++
}

// key takes the key from start to end. At the top level the case of letters does not tell keys
// apart, as it does not for encoding/json.
func (s *scanner) key(start, end int) {
	l := &s.levels[s.depth-1]
	l.wantKey = false
	var name string
	_ = json.Unmarshal(s.data[start:end], &name)
	if s.depth == 1 {
		name = strings.ToLower(name)
		s.topKey = name
	}
	if l.seen[name] && s.repeated == "" {
		s.repeated, s.repeatedAt = name, start
	}
	l.seen[name] = true
}

// value takes the start of a value.
func (s *scanner) value(at int) {
	switch {
	case s.depth == 1:
		s.keys[s.topKey] = at
	case s.depth == 2 && s.peopled:
		s.individuals = append(s.individuals, at)
	}
}

// stringEnd is the offset after the closing quote of the string that starts at start.
func stringEnd(data []byte, start int) int {
	for i := start + 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

func isDelimiter(c byte) bool {
	switch c {
	case ',', ']', '}', ' ', '\t', '\n', '\r':
		return true
	}
	return false
}
