package pages

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"kindred/internal/letter"
)

// unwrapped is the text of broken lines without any space.
func unwrapped(lines [][]word) string {
	text := ""
	for _, l := range lines {
		for _, w := range l {
			text += w.text
		}
	}
	return text
}

// sound checks what must hold of any text in any column.
func sound(t interface{ Errorf(string, ...any) }, runs []letter.Run, size, room float64) {
	lines := wrap(split(runs), size, room)
	want := ""
	for _, r := range runs {
		for line := range strings.SplitSeq(r.Text, "\n") {
			want += strings.ReplaceAll(printable(line), " ", "")
		}
	}
	if got := unwrapped(lines); got != want {
		t.Errorf("%q became %q", want, got)
	}
	for _, l := range lines {
		if len(l) == 0 {
			t.Errorf("an empty line in %q", letter.Words(runs))
		}
		one := len(l) == 1 && utf8.RuneCountInString(l[0].text) == 1
		if breadth(l, size, false) > room+1e-9 && !one {
			t.Errorf("%q is wider than %v mm at %v points", letterLine(l), room, size)
		}
	}
}

func FuzzWrappingLosesNothingAndKeepsToTheColumn(f *testing.F) {
	f.Add("Out of 100 women like you, about 23 will.", "bold", 12.0, 40.0)
	f.Add("NHS No.\u00a0999\u00a0000\u00a00018 Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "", 18.0, 20.0)
	f.Add("a\r\nb\n\nc\td\u00ad\u200be", "é e\u0301", 10.0, 3.0)
	f.Add("\xff\xfe broken", "out of 100", 11.0, 10.0)
	f.Fuzz(func(t *testing.T, a, b string, size, room float64) {
		if !(size >= 1 && size <= 60 && room >= 1 && room <= 300) || len(a)+len(b) > 2000 {
			t.Skip("no letter is set so")
		}
		sound(t, []letter.Run{{Text: a}, {Text: b, Bold: true}}, size, room)
	})
}

func TestWrappingAnyWordsInAnyColumnLosesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var runs []letter.Run
		for range rapid.IntRange(0, 6).Draw(rt, "runs") {
			runs = append(runs, letter.Run{
				Text: rapid.StringMatching(`([A-Za-zŵąé0-9.,\-]{1,30}[ \n]{0,2}|out of 100 ){0,8}`).Draw(rt, "text"), Bold: rapid.Bool().Draw(rt, "bold"),
			})
		}
		sound(rt, runs, rapid.SampledFrom([]float64{8, 12, 18}).Draw(rt, "size"), rapid.Float64Range(6, 170).Draw(rt, "room"))
	})
}

// set wraps plain text and joins each line again.
func set(text string, size, room float64) []string {
	var lines []string
	for _, l := range wrap(plain(text), size, room) {
		lines = append(lines, letterLine(l))
	}
	return lines
}

func TestOutOf100StaysOnOneLine(t *testing.T) {
	for room := 25.0; room < 80; room++ {
		for _, line := range set("The chance is about 23 out of 100 for women and 8 out of 100 in general.", 12, room) {
			if strings.HasSuffix(line, " out") || strings.HasSuffix(line, " of") || strings.HasPrefix(line, "of ") || strings.HasPrefix(line, "out ") {
				t.Errorf("at %v mm a line is %q", room, line)
			}
		}
	}
}

func TestNoBreakSpacesHold(t *testing.T) {
	for room := 40.0; room < 80; room++ {
		for _, line := range set("This is "+unbroken("NHS No. 999 000 0018")+" of somebody", 10, room) {
			if strings.Contains(line, "999") != strings.Contains(line, "0018") {
				t.Errorf("at %v mm the number is broken: %q", room, line)
			}
		}
	}
}

func TestALongWordIsCutAndALineBreakKept(t *testing.T) {
	lines := set("one "+strings.Repeat("w", 40)+" two\nthree", 12, 30)
	if len(lines) < 4 || lines[0] != "one" || lines[len(lines)-1] != "three" {
		t.Errorf("%q", lines)
	}
}
