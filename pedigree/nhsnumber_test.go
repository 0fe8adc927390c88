package pedigree

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestNHSNumbersAreCheckedByTheirLastDigit(t *testing.T) {
	for in, want := range map[string]NHSNumber{
		"943 476 5919":  "9434765919",
		"999 000 0018":  "9990000018",
		"999-000-0018":  "9990000018",
		" 9990000018\n": "9990000018",
		"943 476 5918":  "",
		"999 000 001":   "",
		"99900000188":   "",
		"999 000 001a":  "",
		"0000000000":    "",
		"1111111111":    "",
		"":              "",
	} {
		got, err := ParseNHSNumber(in)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v", in, got, err)
		}
	}
	if s := NHSNumber("9990000018").String(); s != "999 000 0018" {
		t.Errorf("shown as %q", s)
	}
	if NHSNumber("").String() != "Not known" || !NHSNumber("9990000018").IsTest() || NHSNumber("9434765919").IsTest() {
		t.Error("an empty number is shown, or the test range is not told apart")
	}
}

func TestOneChangedDigitIsAlwaysFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		stem := rapid.IntRange(1, 999_999_999).Draw(t, "stem")
		n := NHSNumber("")
		for check := 0; check < 10 && n == ""; check++ {
			n, _ = ParseNHSNumber(fmt.Sprintf("%09d%d", stem, check))
		}
		if n == "" {
			t.Skip("a stem whose check would be 10 is never issued")
		}
		at := rapid.IntRange(0, 9).Draw(t, "digit")
		changed := []byte(n)
		changed[at] = '0' + (changed[at]-'0'+byte(rapid.IntRange(1, 9).Draw(t, "by")))%10
		if _, err := ParseNHSNumber(string(changed)); err == nil {
			t.Fatalf("%s passes as well as %s", changed, n)
		}
	})
}

func TestANumberThatIsNotKnownReadsAsASentence(t *testing.T) {
	for number, want := range map[NHSNumber]string{"9990000018": "NHS 999 000 0018", "": "NHS number not known"} {
		if got := number.Words(); got != want {
			t.Errorf("%q: %q, want %q", number, got, want)
		}
	}
}
