package listing

import "testing"

func TestANoteIsOneLineThatSaysWhere(t *testing.T) {
	for _, c := range []struct {
		note Note
		want string
	}{
		{Note{Kind: Dropped, Text: "a comment"}, "dropped: a comment"},
		{Note{Kind: Assumed, Family: "G1", Text: "x"}, "assumed: family G1: x"},
		{Note{Kind: Changed, Person: "4", Line: 12, Text: "x"}, "changed: person 4, line 12: x"},
		{Note{Kind: Changed, Family: "G\n1", Text: "x\r\x1b[2Jy\u2028z"}, "changed: family G 1: x  [2Jy z"},
	} {
		if got := c.note.String(); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestAnErrorNamesFileFamilyPersonAndLine(t *testing.T) {
	e := Refuse(12, "4", "the age is %q", "999")
	e.File, e.Family = "a.canrisk", "G1"
	if got, want := e.Error(), `a.canrisk: family G1, person 4, line 12: the age is "999"`; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestClipShortensByCharactersAndNotBytes(t *testing.T) {
	long := "äääääääääääääääääääääääääääääääääääääääää"
	if got := Clip(long); got != long[:80]+"..." {
		t.Errorf("%q", got)
	}
	if got := Clip(long[:80]); got != long[:80] {
		t.Errorf("%q", got)
	}
}
