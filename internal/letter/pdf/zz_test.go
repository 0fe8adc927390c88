package pdf_test

import (
	"bytes"
	"os"
	"testing"

	"kindred/internal/letter"
	"kindred/internal/letter/pages"
	"kindred/internal/letter/pdf"
	"kindred/internal/render/palette"
	"kindred/internal/render/raster"
	"kindred/internal/riskmodels"
	"kindred/internal/textmetric"
	"kindred/pedigree"
	"kindred/pedigree/risk"
	"kindred/assets"
	"encoding/json"
	"fmt"
	"strings"
)

func TestZZ(t *testing.T) {
	entries, _ := assets.Files.ReadDir("families")
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".json") { continue }
		var f pedigree.Family
		if err := json.Unmarshal(assets.Must("families/"+e.Name()), &f); err != nil { t.Fatal(err) }
		for _, p := range f.Patients {
			req := letter.Request{Family: &f, Patient: p.ID, Today: "2026-11-21", Measure: textmetric.Letter, Evaluation: true, Number: "L-2026-ab12-00421 v1",
				Service: letter.Service{Name: "Clinical Genetics Service", Clinic: "Outreach clinic", Phone: "01632 960100", Email: "genetics@example.org"},
				Signatory: letter.Signatory{Name: "A Counsellor", Role: "Genetic counsellor", On: "2026-11-21"},
				Assessments: riskmodels.Assess(risk.Request{Family: f.For(p.ID, pedigree.ForNumbers), Subject: p.Individual, AsOf: "2026-11-21"})}
			for _, large := range []bool{false, true} {
				req.LargePrint = large
				d, err := letter.Build(req)
				if err != nil { fmt.Println(e.Name(), p.ID, err); break }
				out, err := pdf.Render(d, pdf.Options{Draft: !large})
				if err != nil { t.Fatal(err) }
				name := fmt.Sprintf("/tmp/kindred/letter/shot/%s-%s-%v", e.Name()[:6], p.ID, d.Large)
				os.WriteFile(name+".pdf", out, 0o644)
				for _, c := range letter.Checks(d, &p, textmetric.Letter.Has) { fmt.Println(name, c) }
				set, _ := pages.Set(d, pages.Options{Draft: true})
				if e.Name()[:6] == "g10481" {
				for i, s := range set {
					var b bytes.Buffer
					raster.Write(&b, s, raster.Options{Palette: palette.Print, Scale: 1.3})
					os.WriteFile(fmt.Sprintf("%s-r%d.png", name, i+1), b.Bytes(), 0o644)
				}}
				if !large { os.WriteFile(name+".txt", []byte(d.Text()), 0o644) }
			}
		}
	}
}
