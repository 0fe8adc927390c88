package pages

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kindred/pedigree/draw"
)

// needed are the entries of the key that a sheet with these elements needs. An entry of which it
// cannot be told stays: a mark without its meaning is worse than a meaning without its mark.
func needed(key []entry, page []draw.Element) []entry {
	var found traces
	for i := range page {
		found.see(&page[i])
	}
	var list []entry
	for _, e := range key {
		if found.explainedBy(e) {
			list = append(list, e)
		}
	}
	return list
}

// traces are what a sheet shows that a key may explain.
type traces struct {
	hues                                   map[draw.Colour]bool
	texts                                  []string
	italic, unsure, star, away, arc, twice bool
}

func (f *traces) see(e *draw.Element) {
	// A page's second part of an arc is "/same/part:2".
	f.arc = f.arc || (e.Role == draw.RoleLine && strings.Contains(e.ID, "/same"))
	switch e.Role {
	case draw.RoleSymbol, draw.RoleFill, draw.RoleMark, draw.RoleLabel:
	default:
		return
	}
	for _, c := range colours(e.Shape) {
		if isHue(c) {
			if f.hues == nil {
				f.hues = map[draw.Colour]bool{}
			}
			f.hues[c] = true
		}
	}
	f.twice = f.twice || strings.HasSuffix(e.ID, "/letter")
	f.star = f.star || strings.Contains(e.ID, "/evaluated")
	f.away = f.away || strings.HasSuffix(e.ID, "/no-contact")
	if t, ok := e.Shape.(draw.Text); ok {
		f.texts = append(f.texts, t.String)
		f.italic = f.italic || t.Italic
		f.unsure = f.unsure || t.String == "?"
	}
}

func (f *traces) explainedBy(e entry) bool {
	certain := false // whether anything in the entry can be told
	for _, part := range e.elements {
		text, isText := part.Shape.(draw.Text)
		switch {
		case isText && strings.HasSuffix(part.ID, "/sample"):
			word, more, _ := strings.Cut(text.String, " ")
			switch {
			case text.String == "Italic":
				return f.italic
			case text.String == "dashed arc":
				return f.arc
			case text.String == "same letter":
				return f.twice
			case more != "" && more != "by arrow":
				return true
			}
			return slices.ContainsFunc(f.texts, func(s string) bool { return says(s, word) })
		case isText && text.String == "?":
			if certain = true; f.unsure {
				return true
			}
		case strings.Contains(part.ID, "/star"):
			return f.star
		case strings.HasSuffix(part.ID, "/bar"):
			return f.away
		case strings.HasSuffix(part.ID, "/dot"):
			return true
		}
		for _, c := range colours(part.Shape) {
			if isHue(c) {
				if certain = true; f.hues[c] {
					return true
				}
			}
		}
	}
	return !certain
}

func isHue(c draw.Colour) bool { return strings.HasPrefix(string(c), "hue-") }

func colours(s draw.Shape) []draw.Colour {
	switch v := s.(type) {
	case draw.Line:
		return []draw.Colour{v.Stroke.Colour}
	case draw.Polyline:
		return []draw.Colour{v.Stroke.Colour}
	case draw.Polygon:
		return []draw.Colour{v.Fill, v.Stroke.Colour}
	case draw.Circle:
		return []draw.Colour{v.Fill, v.Stroke.Colour}
	case draw.Sector:
		return []draw.Colour{v.Fill}
	}
	return nil
}

// says reports whether a text has a word, which may follow or precede a digit: "E1" in "E1+", not
// "TN" in "TNM".
func says(text, word string) bool {
	last, _ := utf8.DecodeLastRuneInString(word)
	for at := 0; ; at++ {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return false
		}
		at += i
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+len(word):])
		joined := unicode.IsLetter(last) && (unicode.IsLetter(before) || unicode.IsLetter(after))
		if !joined && !(unicode.IsDigit(last) && unicode.IsDigit(after)) {
			return true
		}
	}
}

// keysOf are the entries that each sheet needs. What no sheet seems to need is on all of them.
func keysOf(key []entry, sheets []*sheet) [][]entry {
	used := map[string]bool{}
	mine := make([]map[string]bool, len(sheets))
	for i, s := range sheets {
		mine[i] = map[string]bool{}
		for _, e := range needed(key, s.page.Elements) {
			used[e.id], mine[i][e.id] = true, true
		}
	}
	lists := make([][]entry, len(sheets))
	for i := range sheets {
		lists[i] = slices.DeleteFunc(slices.Clone(key), func(e entry) bool { return used[e.id] && !mine[i][e.id] })
	}
	return lists
}
