package zztry

import (
	"encoding/json"
	"fmt"
	"os"
	"sort"
	"testing"

	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/layout"
)

func TestW(t *testing.T) {
	for _, n := range []string{"g10488-transgender-parent", "g10487-two-mothers", "g10482-breast-ovarian", "g10489-valley"} {
		data, _ := os.ReadFile("../../../assets/families/" + n + ".json")
		f := new(pedigree.Family)
		json.Unmarshal(data, f)
		st := draw.Style{Measure: textmetric.Screen}
		w := draw.Widths(f, st)
		l := layout.Arrange(f, layout.Options{Width: w})
		idx := make([]int, len(l.Nodes))
		for i := range idx {
			idx[i] = i
		}
		sort.Slice(idx, func(a, b int) bool {
			x, y := l.Nodes[idx[a]], l.Nodes[idx[b]]
			if x.Generation != y.Generation {
				return x.Generation < y.Generation
			}
			return x.X < y.X
		})
		for k := 1; k < len(idx); k++ {
			a, b := l.Nodes[idx[k-1]], l.Nodes[idx[k]]
			if a.Generation != b.Generation {
				continue
			}
			_, r := w(a.ID)
			lf, _ := w(b.ID)
			if b.X-a.X < r+lf-1e-6 {
				fmt.Println(n, a.ID, b.ID, b.X-a.X, "wanted", r+lf)
			}
		}
		if n == "g10487-two-mothers" {
			j, _ := json.Marshal(l)
			fmt.Println(string(j))
		}
	}
}
