package record

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Digest is a SHA-256 in hexadecimal over all that a state shows and holds for review: entities,
// live writes, links and unknown operations. Two devices that hold the same set of envelopes have
// the same digest.
func (s *State) Digest() string {
	h := sha256.New()
	for _, e := range s.Entities() {
		fmt.Fprintf(h, "%q %q %q %t %t\n", e.ID, e.Kind(), e.Owner(), e.Removed(), s.Visible(e.ID))
		for _, w := range e.removal.live {
			fmt.Fprintf(h, " %s %s\n", w.ID, w.Op.Kind)
		}
		for _, field := range e.Fields() {
			for _, w := range e.Live(field) {
				value, _ := json.Marshal(w.Op.Value) // without the white space it may have come with
				fmt.Fprintf(h, " %q %s %s\n", field, w.ID, value)
			}
		}
	}
	links := s.Links()
	for _, id := range slices.Sorted(maps.Keys(links.applied)) {
		for _, field := range slices.Sorted(maps.Keys(links.applied[id])) {
			fmt.Fprintf(h, "%q %q to %q\n", id, field, links.Target(id, field))
		}
	}
	for _, u := range links.Unapplied {
		fmt.Fprintf(h, "%s %s %q\n", u.Write.ID, u.Cause, u.Path)
	}
	for _, n := range s.Newer() {
		fmt.Fprintf(h, "%s %s %q %t\n", n.ID, n.Kind, n.Entity, n.Structural)
	}
	for _, device := range slices.SortedFunc(maps.Keys(s.lanes), func(a, b DeviceID) int { return strings.Compare(string(a), string(b)) }) {
		fmt.Fprintf(h, "%s %d\n", device, s.lanes[device].held)
	}
	return hex.EncodeToString(h.Sum(nil))
}
