package draw_test

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"pgregory.net/rapid"

	"kindred/pedigree/draw"
)

func TestZZ(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := families(t)
		s := scene(f, draw.Style{})
		if o := overlaps(s); len(o) > 0 {
			var b []byte
			for _, e := range s.Elements {
				b = fmt.Appendf(b, "%s %v %+v\n", e.ID, e.Role, e.Shape)
			}
			os.WriteFile("/tmp/kindred/speed/dump.txt", b, 0o644)
			j, _ := json.Marshal(f)
			os.WriteFile("/tmp/kindred/speed/fam.json", j, 0o644)
			t.Fatal(o)
		}
	})
}
