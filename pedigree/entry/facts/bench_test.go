package facts

import (
	"strings"
	"testing"
)

func BenchmarkParseOneRelative(b *testing.B) {
	for b.Loop() {
		Parse("66 br 49 L TN, BRCA1+ report seen, BSO 45 rr, lives abroad", Who{})
	}
}

func BenchmarkParseALongLineOfNothing(b *testing.B) {
	text := strings.Repeat("br bowel problems ", 100)
	for b.Loop() {
		Parse(text, Who{})
	}
}
