package facts

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree"
)

// TestEveryFactIsReadAsWritten holds a line for each fact of the grammar: what it says, what is kept as a
// note and why, what is asked, and what is written down.
func TestEveryFactIsReadAsWritten(t *testing.T) {
	data, err := os.ReadFile("testdata/facts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		if line == "" || line[0] == '#' {
			fmt.Fprintln(&out, line)
			continue
		}
		text, pregnant := strings.CutPrefix(line, "pregnancy: ")
		who := Who{Sex: pedigree.Female}
		if pregnant {
			who = Who{Pregnancy: true}
		}
		r := Parse(text, who)
		fmt.Fprintf(&out, "%s\n\t%s\n", line, r.Sentence())
		for _, n := range r.Notes {
			fmt.Fprintf(&out, "\tnote: %s\n", n.Words)
		}
		for _, x := range r.Trouble {
			fmt.Fprintf(&out, "\ttrouble with %s: %s\n", text[x.From:x.To], x.Words)
		}
		for _, a := range r.Asks {
			fmt.Fprintf(&out, "\task about %s: %s\n", text[a.From:a.To], a.Words)
			for _, c := range a.Choices {
				fmt.Fprintf(&out, "\t\t%s: %s\n", c.Words, c.Text)
			}
		}
		p := pedigree.Individual{ID: "1"}
		r.Apply(&p, pedigree.Provenance{}, nil)
		written, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "\t%s\n", strings.TrimPrefix(strings.TrimSuffix(string(written), "}"), `{"id":"1"`))
	}
	golden.Assert(t, "testdata/facts.golden", []byte(out.String()))
}

// The sentences that the design promises, whatever the golden file says.
func TestTheSentenceSaysWhatWasUnderstood(t *testing.T) {
	for text, want := range map[string]string{
		"66":                   "66",
		"~60":                  "about 60",
		"40s":                  "in her 40s",
		"early 70s":            "in her early 70s",
		"55-60":                "55 to 60",
		"<50":                  "under 50",
		"1950s":                "born in the 1950s",
		"born 1952":            "born in 1952",
		"d 58":                 "died at 58",
		"d 50s":                "died in her 50s",
		"d 1958":               "died in 1958",
		"d ~70 MI":             "died at about 70 of heart attack (MI)",
		"66 br 49":             "66, breast cancer at 49, reported",
		"br L 44, br R 51":     "left breast cancer at 44, reported, right breast cancer at 51, reported",
		"br bil 44":            "bilateral breast cancer at 44, reported",
		"br 44 mets liver":     "breast cancer at 44, reported, spread to the liver, reported",
		"?ov/bowel":            `possible ovarian cancer ("?ov/bowel"), reported`,
		"womb 50s":             "endometrial cancer in her 50s, reported",
		"br 36 TN G3":          "breast cancer at 36, triple negative, grade 3, reported",
		"ov 41 borderline":     "ovarian cancer (borderline) at 41, reported",
		"BSO 45 rr":            "bilateral salpingo-oophorectomy at 45, risk-reducing",
		"mast R 44 tx":         "right mastectomy at 44, for treatment",
		"BRCA1+ report seen":   "BRCA1 positive, report seen",
		"BRCA2+ told":          "BRCA2 positive, reported",
		"BRCA1/2- screen":      "BRCA1 and BRCA2 negative, full screen, reported",
		"BRCA1- pred":          "BRCA1 negative, for the familial variant only, reported",
		"tumour BRCA1+":        "BRCA1 positive, in the tumour, reported",
		"no details":           "no details known",
		"dk":                   "doesn't know",
		"none":                 "asked: no cancer",
		"well":                 "well",
		"condition Duchenne 5": "Duchenne at 5, reported",
	} {
		if got := Parse(text, Who{Sex: pedigree.Female}); got.Sentence() != want || len(got.Notes)+len(got.Trouble)+len(got.Asks) > 0 {
			t.Errorf("%q says %q with %v %v %v, want %q", text, got.Sentence(), got.Notes, got.Trouble, got.Asks, want)
		}
	}
}

// A fact must not be read into its opposite, into another person or out of an organ's name.
func TestWhatIsNotCertainlyAFactStaysANote(t *testing.T) {
	for _, text := range []string{
		"not well", "no br", "never had br 48", "denies ov", "her sister br 48", "mum's br 48", "bowel problems 60", "breast lump 40", "kidney stones 50",
		"brest 48", "asthma 48", "emigrated 1960", "MI 50", "smoker 20 a day", "2 kids", "b 48", "x3", "note br 48", `"br 48"`, "(br 48)", "uterine fibroids 40", "c.68_69del",
		"brain damage", "blood clots 30", "screening clear 50",
	} {
		if r := Parse(text, Who{}); len(r.Items) != 0 || len(r.Notes) != 1 {
			t.Errorf("%q says %q and notes %v", text, r.Sentence(), r.Notes)
		}
	}
}

func TestTroublePointsAtTheWord(t *testing.T) {
	for text, want := range map[string][2]string{
		"66 brest 48":        {"brest 48", "Did you mean breast?"},
		"b 48":               {"b 48", "b 1948"},
		"66 d 58":            {"66", "second age"},
		"66, br 70":          {"br 70", "after the age reached"},
		"d 58 br 60":         {"br 60", "after the age reached"},
		"BRCA1+ c.T181G":     {"BRCA1+ c.T181G", "c.181T>G"},
		"66 her sister br 5": {"her sister br 5", "line of their own"},
		"66 asthma 48":       {"asthma 48", `condition "asthma" 48`},
		"MI":                 {"MI", "behind d"},
	} {
		r := Parse(text, Who{Sex: pedigree.Female})
		if len(r.Trouble) != 1 || text[r.Trouble[0].From:r.Trouble[0].To] != want[0] || !strings.Contains(r.Trouble[0].Words, want[1]) {
			t.Errorf("%q: trouble %v, want %q at %q", text, r.Trouble, want[1], want[0])
		}
	}
}

// Every choice of a question, put in the place that it is asked about, answers that question.
func TestEveryChoiceAnswersItsQuestion(t *testing.T) {
	asked := 0
	for _, text := range []string{
		"br 44 again 52", "br 44 again", "66, br 44 again 52 L, well", "BRCA-", "BRCA ?", "BRCA+ report seen 2019", "BRCA1/2+ told", "ov/bowel 50", "skin 60", "blood ca", "liver 50",
		"bone 12", "gynae ca 40", "mm 60", "adopted", "jewish, 66", "1940-1999", "tumour BRCA+",
	} {
		r := Parse(text, Who{})
		for _, ask := range r.Asks {
			asked++
			for _, choice := range ask.Choices {
				answer := text[:ask.From] + choice.Text + text[ask.To:]
				again := Parse(answer, Who{})
				if len(again.Notes) > 0 {
					t.Errorf("%q, %s: %q leaves %v", text, choice.Words, answer, again.Notes)
				}
				for _, same := range again.Asks {
					if same.Words == ask.Words && !(choice.Text == "born 1940-1999") {
						t.Errorf("%q, %s: %q asks again %q", text, choice.Words, answer, same.Words)
					}
				}
			}
		}
		if len(r.Asks) != 1 {
			t.Errorf("%q asks %v", text, r.Asks)
		}
	}
	if asked < 15 {
		t.Errorf("only %d questions", asked)
	}
}

func TestWordsThatBeginAFactEndAName(t *testing.T) {
	for text, want := range map[string]bool{"66": true, "br 48": true, "d 58": true, "well": true, "BRCA1+": true, "Lee 41": false, "Pat 60": false, "": false, ",": false, "Will": false} {
		if got := Starts(text, Who{}); got != want {
			t.Errorf("%q starts a fact: %v", text, got)
		}
	}
}
