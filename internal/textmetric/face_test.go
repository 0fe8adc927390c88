package textmetric_test

import (
	"math"
	"testing"

	"kindred/internal/textmetric"
)

// needed are the characters that the screens, drawings and letters use beyond ASCII, and the
// letters of Welsh and Polish names.
const needed = "≥≤→♀♂½·–—−’‘“”…×±°£" +
	"âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýàèìòùẁỳäëïöüẅÿÄËÏÖÜ" +
	"ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"

func TestTheFacesBetweenThemShowEveryCharacterWeNeed(t *testing.T) {
	if missing := textmetric.Screen.Missing(needed); len(missing) > 0 {
		t.Errorf("no face shows %q", missing)
	}
	if missing := textmetric.Letter.Missing(needed); len(missing) > 0 {
		t.Errorf("letters cannot show %q", missing)
	}
}

func TestMissingNamesEachCharacterOnceInOrder(t *testing.T) {
	got := textmetric.Screen.Missing("Ann 王 and 李 and 王")
	if string(got) != "王李" {
		t.Errorf("got %q", got)
	}
}

func TestEveryStyleOfEveryFaceIsEmbedded(t *testing.T) {
	for _, face := range []*textmetric.Face{textmetric.Screen, textmetric.Letter} {
		for i := range 4 {
			bold, italic := i&1 != 0, i&2 != 0
			if face.Font(bold, italic) == nil || len(face.Data(bold, italic)) == 0 {
				t.Errorf("%s bold %v italic %v cannot be read", face.Family, bold, italic)
			}
		}
	}
}

// Liberation Sans has the advance widths of Arial, whose digits are 1139 of 2048 units and whose
// capital M is 1706 (Monotype's published metrics).
func TestLetterHasTheWidthsOfArial(t *testing.T) {
	for text, units := range map[string]float64{"0": 1139, "M": 1706, "MM 00": 2*1706 + 569 + 2*1139} {
		want := units / 2048 * 10
		if got := textmetric.Letter.Width(text, 10, false, false); math.Abs(got-want) > 0.01 {
			t.Errorf("width of %q at 10 is %v, want %v", text, got, want)
		}
	}
}

func TestWidthGrowsWithSizeAndAddsUp(t *testing.T) {
	whole := textmetric.Screen.Width("Breast 49", 9, false, true)
	parts := textmetric.Screen.Width("Breast", 9, false, true) + textmetric.Screen.Width(" 49", 9, false, true)
	if math.Abs(whole-parts) > 1e-9 {
		t.Errorf("whole %v, parts %v", whole, parts)
	}
	if double := textmetric.Screen.Width("Breast 49", 18, false, true); math.Abs(double-2*whole) > 1e-9 {
		t.Errorf("twice the size is %v, want %v", double, 2*whole)
	}
}

func TestRunsChangeFaceOnlyForCharactersThatTheScreenFaceLacks(t *testing.T) {
	text := "a♀b"
	joined := ""
	for _, run := range textmetric.Screen.Runs(text) {
		joined += run.Text
		for _, r := range run.Text {
			if !run.Face.Has(r) {
				t.Errorf("%q is to be shown in %s, which lacks it", r, run.Face.Family)
			}
		}
	}
	if joined != text {
		t.Errorf("runs hold %q", joined)
	}
	if runs := textmetric.Screen.Runs("Anna"); len(runs) != 1 || runs[0].Face != textmetric.Screen {
		t.Errorf("plain text became %v", runs)
	}
}

func BenchmarkWidthOfALabel(b *testing.B) {
	textmetric.Screen.Width("x", 9, false, false)
	for b.Loop() {
		textmetric.Screen.Width("Breast 41, Ovary 50 confirmed", 9, false, true)
	}
}
