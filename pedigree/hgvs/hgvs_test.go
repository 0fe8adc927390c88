package hgvs

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFormsOfTheNomenclatureAreAccepted(t *testing.T) {
	for _, variant := range []string{
		"", "c.68_69del", "c.68_69delAG", "c.5266dup", "c.5266dupC", "c.181T>G", "c.212-1G>A", "c.5277+1G>A", "c.-15C>T", "c.*32A>G",
		"c.2957_2958insG", "c.1100delC", "c.1100del", "c.850_852delinsTT", "c.68_69delAGinsT", "c.441+1_442-1del", "c.(4185+1_4186-1)_(4357+1_4358-1)del",
		"c.(?_-30)_(80+1_81-1)dup", "c.4del", "c.5946del", "c.123=", "c.?", "c.99_101inv", "c.52CAG[36]", "g.43124027_43124028del", "m.3243A>G", "n.32G>A", "r.76a>c", "r.spl",
		"p.Cys61Gly", "p.(Cys61Gly)", "p.(Glu23ValfsTer17)", "p.Glu23fs", "p.(Gln1756ProfsTer74)", "p.Arg1443Ter", "p.Arg1443*", "p.?", "p.(=)", "p.0", "p.Met1?",
		"p.Lys23_Val25del", "c.68_69del p.(Glu23ValfsTer17)", "c.68_69del (p.Glu23ValfsTer17)", "c.68_69del(p.Glu23fs)", "NM_007294.4:c.68_69del", "NM_007294.4(BRCA1):c.68_69del",
		"NM_007294.4 c.68_69del", "c.[68_69del];[5266dup]", "LRG_292t1:c.68_69del", "  c.68_69del  ",
	} {
		if problem := Check(variant); problem != "" {
			t.Errorf("%q: %s", variant, problem)
		}
	}
}

func TestUnusualFormsAreNamedWithWhatToWrite(t *testing.T) {
	for variant, want := range map[string]string{
		"185delAG":              "legacy name (BIC)",
		"5382insC":              "legacy name (BIC)",
		"6174delT":              "legacy name (BIC)",
		"IVS5+1G>A":             "legacy name of an intron",
		"del exon 13":           "Exons in words",
		"ex13dup":               "Exons in words",
		"68_69del":              "c.68_69del",
		"181T>G":                "c.181T>G",
		"C61G":                  "p.C61G",
		"Cys61Gly":              "p.Cys61Gly",
		"C.68_69del":            "c.",
		"c,68_69del":            "full stop",
		"c.68_69":               "not what",
		"c.":                    "Nothing follows c.",
		"p.":                    "Nothing follows p.",
		"c.T181G":               "c.181T>G",
		"c.181T/G":              "with >",
		"c.181t>g":              "c.181T>G",
		"c.212–1G>A":            "minus",
		"c.181T→G":              ">",
		"p.C61G":                "three letters",
		"p.R1443X":              "Ter or *",
		"p.(Glu23Valfs":         "bracket",
		"c.68 69del":            "not what",
		"BRCA1:c.68_69del":      "reference sequence",
		"frameshift":            "has not the form of a variant",
		"c.abc":                 "has not the form of a change",
		"p.Foo61Bar":            "protein",
		"c.68_69del rubbish":    "rubbish has not the form",
		"c.5266_dup":            "has not the form",
		strings.Repeat("x", 99): "xxxxxxxxxxxxxxxxxxxxxxxx…",
	} {
		if got := Check(variant); !strings.Contains(got, want) {
			t.Errorf("%q: %q, want it to say %q", variant, got, want)
		}
	}
}

func TestLegacyNamesAreKnown(t *testing.T) {
	for variant, want := range map[string]bool{"185delAG": true, "5382insC": true, "IVS5+1G>A": true, "c.68_69del": false, "": false, "del": false} {
		if got := IsLegacy(variant); got != want {
			t.Errorf("%q legacy: %v", variant, got)
		}
	}
}

func FuzzCheckSaysOneLine(f *testing.F) {
	for _, seed := range []string{"c.68_69del", "185delAG", "NM_007294.4:c.1A>G", "p.(", "c.[", "(p.x)", "\xff.", ":"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, variant string) {
		problem := Check(variant)
		if strings.ContainsAny(problem, "\n\r") {
			t.Errorf("%q: more than one line: %q", variant, problem)
		}
		if utf8.ValidString(variant) && !utf8.ValidString(problem) {
			t.Errorf("%q: broken text %q", variant, problem)
		}
		if len(problem) > 400 {
			t.Errorf("%q: a sentence of %d bytes", variant, len(problem))
		}
	})
}
