package zztry

import (
	"encoding/json"
	"os"
	"testing"

	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

func TestL(t *testing.T) {
	for _, n := range []string{"g10482", "everything", "cousins"} {
		data, _ := os.ReadFile("../../../pedigree/draw/testdata/" + n + ".json")
		f := new(pedigree.Family)
		json.Unmarshal(data, f)
		st := draw.Style{Measure: textmetric.Screen}
		w := draw.Widths(f, st)
		l := layout.Arrange(f, layout.Options{Width: w})
		j, _ := json.Marshal(l)
		os.WriteFile("../../../pedigree/draw/testdata/"+n+".layout.json", append(j, '\n'), 0o644)
	}
}
