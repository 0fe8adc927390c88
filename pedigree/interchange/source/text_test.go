package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestLinesEndInAnyOfTheThreeWays(t *testing.T) {
	for text, want := range map[string]string{
		"":             "",
		"a":            "1:a ",
		"a\n":          "1:a ",
		"a\r\nb\r\n":   "1:a 2:b ",
		"a\rb":         "1:a 2:b ",
		"a\n\nb\n":     "1:a 2: 3:b ",
		"\r\n\r\n\n\r": "1: 2: 3: 4: ",
	} {
		var got strings.Builder
		for number, line := range Lines([]byte(text)) {
			fmt.Fprintf(&got, "%d:%s ", number, line)
		}
		if got.String() != want {
			t.Errorf("%q: %q, want %q", text, got.String(), want)
		}
	}
}

func TestTextDropsAByteOrderMarkAndKeepsTheRest(t *testing.T) {
	got, err := Text([]byte("\xef\xbb\xbfZoë\t1\r\n"))
	if err != nil || string(got) != "Zoë\t1\r\n" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestTextSaysOnWhichLineItIsNotText(t *testing.T) {
	for text, want := range map[string]string{
		"a\nb\x00c":     "line 2: the file is not text",
		"a\n\nb\xe9":    "line 3: the text is not UTF-8",
		"\xfe\xff\x00a": "line 1: the file is UTF-16 text",
		"\ufeff \n":     "the file is empty",
	} {
		if _, err := Text([]byte(text)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
