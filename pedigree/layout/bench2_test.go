package layout

import (
	"fmt"
	"testing"
)

func BenchmarkClinic(b *testing.B) {
	for _, n := range []int{20, 60, 120, 250, 500, 1000} {
		f := clinicFamily(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Arrange(f, Options{})
			}
		})
	}
}
