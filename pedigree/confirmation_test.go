package pedigree

import (
	"encoding/json"
	"testing"
)

func TestARequestForAReportIsKeptWholeAndWithWhatANewerVersionAdds(t *testing.T) {
	const kept = `{"id":"1","diagnoses":[{"id":"d1","site":"breast","status":"requested","confirmation":` +
		`{"sent_on":"2026-11-02","sent_to":"Riverside Hospital","due_on":"2026-12-14","by_post":true}}],` +
		`"gene_tests":[{"id":"t1","gene":"BRCA1","confirmation":{"answered_on":"2026-11-20","note":"report"}}]}`
	var p Individual
	if err := json.Unmarshal([]byte(kept), &p); err != nil {
		t.Fatal(err)
	}
	if c := p.Diagnoses[0].Confirmation; c.SentTo != "Riverside Hospital" || c.DueOn != "2026-12-14" || c.IsZero() {
		t.Errorf("read %+v", c)
	}
	back, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	if string(back) != kept {
		t.Errorf("written\n%s\nread\n%s", back, kept)
	}
}

func TestAFactThatNobodyAskedForHasNoRequest(t *testing.T) {
	back, err := json.Marshal(Diagnosis{ID: "d1", Site: Breast})
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"id":"d1","site":"breast"}`; string(back) != want {
		t.Errorf("written %s, want %s", back, want)
	}
	var d Diagnosis
	if err := json.Unmarshal([]byte(`{"confirmation":{"sent_on":"soon"}}`), &d); err == nil {
		t.Error("a day that is no day is read")
	}
}
