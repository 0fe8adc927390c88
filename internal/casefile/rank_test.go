package casefile

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestKeysAscendAndChangeAsLittleAsPossible(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []string
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			at := rapid.IntRange(0, len(list)).Draw(t, "at")
			kind := rapid.IntRange(0, 3).Draw(t, "kind")
			touched := 1
			switch {
			case kind == 0 && len(list) > 0: // move one
				from := rapid.IntRange(0, len(list)-1).Draw(t, "from")
				key := list[from]
				list = slices.Delete(list, from, from+1)
				list = slices.Insert(list, min(at, len(list)), key)
			case kind == 1 && len(list) > 0: // two devices chose one key
				list = slices.Insert(list, at, list[rapid.IntRange(0, len(list)-1).Draw(t, "same")])
			default:
				list = slices.Insert(list, at, "")
			}
			keys := rank(list)
			changed := 0
			for i := range keys {
				if keys[i] != list[i] {
					changed++
				}
				if i > 0 && keys[i-1] >= keys[i] {
					t.Fatalf("%q does not ascend", keys)
				}
				if !validKey(keys[i]) {
					t.Fatalf("key %q", keys[i])
				}
			}
			if changed > touched {
				t.Fatalf("%d keys changed from %q to %q", changed, list, keys)
			}
			list = keys
		}
	})
}

func TestAThousandPeopleAddedAtTheEndKeepShortKeys(t *testing.T) {
	var list []string
	for range 1000 {
		list = rank(append(list, ""))
	}
	if longest := slices.MaxFunc(list, func(a, b string) int { return len(a) - len(b) }); len(longest) > keyWidth {
		t.Errorf("key %q", longest)
	}
}

func TestListsWithoutRoomOrWithForeignKeysAreNumberedAnew(t *testing.T) {
	for _, list := range [][]string{{"", "0000"}, {"zzzz", ""}, {"?", "no key", "AB", "AAAA0"}, {"ö"}} {
		keys := rank(list)
		if !slices.IsSortedFunc(keys, strings.Compare) || slices.ContainsFunc(keys, func(k string) bool { return !validKey(k) }) {
			t.Errorf("%q became %q", list, keys)
		}
	}
}
