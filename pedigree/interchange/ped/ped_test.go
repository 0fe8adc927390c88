package ped

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kindred/pedigree"
	"kindred/pedigree/interchange/listing"
	"kindred/pedigree/interchange/source"
)

// sketch is a family in short: "id=father+mother sex affected".
func sketch(f *pedigree.Family) string {
	var lines []string
	for i := range f.Individuals {
		p := &f.Individuals[i]
		line := string(p.ID)
		if p.Father != "" || p.Mother != "" {
			line += fmt.Sprintf("=%s+%s", p.Father, p.Mother)
		}
		line += " " + string(p.Sex)
		if p.Affected != pedigree.NotAsked {
			line += " affected:" + p.Affected.String()
		}
		if p.Deceased != pedigree.NotAsked {
			line += " deceased:" + p.Deceased.String()
		}
		if p.Proband {
			line += " proband"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}

func TestEachLayoutOfColumnsIsUnderstood(t *testing.T) {
	for _, c := range []struct{ what, text, want, notes string }{
		{
			"linkage", "F1 1 0 0 1 1\nF1 2 0 0 2 2\n\nF1 3 1 2 0 -9\n",
			"F1: 1 male affected:no; 2 female affected:yes; 3=1+2 unknown", "",
		},
		{
			"two families, mixed", "A 1 0 0 1 2\nB 1 0 0 2 1\nA 2 1 0 1 0\n",
			"A: 1 male affected:yes; 2=1+ male | B: 1 female affected:no", "",
		},
		{
			"alleles and comments", "# made by hand\r\nF1 1 0 0 1 2 A A 1 2\r\nF1 2 0 0 2 1 A C 1 1\r\n",
			"F1: 1 male affected:yes; 2 female affected:no",
			"dropped: line 1: a comment|dropped: line 2: 4 further columns, such as alleles",
		},
		{
			"pedtools, no family", "id\tfid\tmid\tsex\n1\t0\t0\t1\n2\t0\t0\t2\nJ\t1\t2\t2\n",
			": 1 male; 2 female; J=1+2 female", "",
		},
		{
			"pedtools with affection", "famid id fid mid sex aff\nx 1 0 0 1 2\nx 3 1 0 2 1\n",
			"x: 1 male affected:yes; 3=1+ female affected:no", "",
		},
		{
			"plink, with a hash", "#FID IID PAT MAT SEX PHENO\nx 1 0 0 1 2\nx 3 1 0 2 1\n",
			"x: 1 male affected:yes; 3=1+ female affected:no", "",
		},
		{
			"kinship2", "id dadid momid sex affected status famid\n1 0 0 male 1 1 k\n2 1 NA female 0 0 k\n",
			"k: 1 male affected:yes deceased:yes; 2=1+ female affected:no deceased:no",
			"assumed: a phenotype of only 0 and 1 under a column name: read as unaffected and affected",
		},
		{
			"0 and 1 without names", "F1 1 0 0 1 1\nF1 2 1 0 2 0\n",
			"F1: 1 male affected:no; 2=1+ female", "assumed: a phenotype of only 0 and 1: read as missing and unaffected",
		},
		{
			"five columns with a family", "F1 1 0 0 1\nF1 2 1 0 2\n",
			"F1: 1 male; 2=1+ female", "",
		},
		{
			"five columns without", "10 0 0 1 2\n11 10 0 2 1\n",
			": 10 male affected:yes; 11=10+ female affected:no", "assumed: five columns read as id, father, mother, sex, phenotype",
		},
		{
			"parents without a line", "F1 3 1 2 1 2\nF1 4 1 2 2 2\n",
			"F1: 3=1+2 male affected:yes; 4=1+2 female affected:yes; 1 male; 2 female",
			"assumed: family F1, person 1, line 1: the father of 3 has no line: added as a founder|assumed: family F1, person 2, line 1: the mother of 3 has no line: added as a founder",
		},
		{
			"codes that are none", "F1 1 0 0 7 2\nF1 2 0 0 2 1.75\n",
			"F1: 1 unknown affected:yes; 2 female",
			`changed: family F1, person 1, line 1: the sex "7" is no code (1, 2 or 0): read as unknown|dropped: family F1, person 2, line 2: the phenotype "1.75" is none of 0, 1, 2 and -9`,
		},
		{
			"makeped, with a loop broken at 6", `
1 1 0 0 3 0 0 1 1 2 Ped: K Per: anna
1 2 0 0 3 0 0 2 0 1 Ped: K Per: bea
1 3 1 2 0 0 0 1 2 2 Ped: K Per: carl
1 4 0 0 0 0 0 1 2 2 Ped: K Per: carl
1 5 4 2 0 0 0 2 0 0 Ped: K Per: dora
`,
			"K: anna male affected:yes proband; bea female affected:no; carl=anna+bea male affected:yes; dora=carl+bea female",
			"changed: family K, person carl, line 5: doubled to break a loop: read as one person",
		},
	} {
		t.Run(c.what, func(t *testing.T) {
			families, notes, err := Read([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			var got, listed []string
			for _, f := range families {
				got = append(got, f.Name+": "+sketch(f))
			}
			for _, n := range notes {
				listed = append(listed, n.String())
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " | ")); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(c.notes, strings.Join(listed, "|")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAPersonIsAffectedOnlyByACancerThatCounts(t *testing.T) {
	for _, c := range []struct {
		what   string
		person pedigree.Individual
		want   string
	}{
		{"nothing known", pedigree.Individual{}, "0"},
		{"well", pedigree.Individual{Well: pedigree.Yes}, "1"},
		{"flagged", pedigree.Individual{Affected: pedigree.Yes}, "2"},
		{"flagged not", pedigree.Individual{Affected: pedigree.No}, "1"},
		{"a cancer", pedigree.Individual{Affected: pedigree.No, Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Kidney}}}, "2"},
		{"a refuted one", pedigree.Individual{Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Kidney, Status: pedigree.Refuted}}}, "0"},
		{"a secondary", pedigree.Individual{Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Brain, Secondary: true}}}, "0"},
		{"a possible one", pedigree.Individual{Diagnoses: []pedigree.Diagnosis{{Site: pedigree.Ovary, Certainty: pedigree.Possible}}}, "0"},
		{"asthma", pedigree.Individual{Well: pedigree.Yes, Diagnoses: []pedigree.Diagnosis{{Site: "asthma"}}}, "1"},
	} {
		if got := phenotypeOf(&c.person); got != c.want {
			t.Errorf("%s: %s, want %s", c.what, got, c.want)
		}
	}
}

// structure draws a family of any shape: parents come before their children, one of them may be
// missing, and ids may be what PED cannot hold.
func structure(t *rapid.T) *pedigree.Family {
	f := &pedigree.Family{Format: pedigree.Format, Version: pedigree.FormatVersion, Name: rapid.SampledFrom([]string{"", "F1", "Sample 3", "#7", "Ä"}).Draw(t, "name")}
	n := rapid.IntRange(1, 30).Draw(t, "people")
	var men, women []pedigree.ID
	pick := func(from []pedigree.ID, label string) pedigree.ID {
		if i := rapid.IntRange(-1, len(from)-1).Draw(t, label); i >= 0 {
			return from[i]
		}
		return ""
	}
	for i := range n {
		p := pedigree.Individual{
			ID:       pedigree.ID(fmt.Sprintf("%s%d", rapid.SampledFrom([]string{"", "P", "Anna ", "#", "é"}).Draw(t, "id"), i)),
			Mother:   pick(women, "mother"),
			Father:   pick(men, "father"),
			Affected: rapid.SampledFrom([]pedigree.Answer{pedigree.NotAsked, pedigree.Yes, pedigree.No}).Draw(t, "affected"),
			Sex:      rapid.SampledFrom([]pedigree.Sex{pedigree.Male, pedigree.Female, pedigree.SexUnknown}).Draw(t, "sex"),
		}
		switch p.Sex {
		case pedigree.Male:
			men = append(men, p.ID)
		case pedigree.Female:
			women = append(women, p.ID)
		}
		f.Individuals = append(f.Individuals, p)
	}
	return f
}

func TestEveryStructureComesBackWithItsPeopleSexesLinksAndPhenotypes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := structure(t)
		var out bytes.Buffer
		notes, err := Write(&out, f)
		if err != nil {
			t.Fatal(err)
		}
		families, _, err := Read(out.Bytes())
		if err != nil || len(families) != 1 {
			t.Fatalf("%v, in\n%s", err, out.String())
		}
		back := families[0]
		// Lines come in the order of the family, so that positions pair people whatever their ids;
		// invented parents stand after them.
		if len(back.Individuals) < len(f.Individuals) {
			t.Fatalf("%d people of %d", len(back.Individuals), len(f.Individuals))
		}
		before, after := f.Index(), back.Index()
		onlyOnes := 0
		for i := range f.Individuals {
			p, q := &f.Individuals[i], &back.Individuals[i]
			if p.Sex != q.Sex || p.Affected != q.Affected {
				t.Fatalf("person %s: %s %v became %s %v", p.ID, p.Sex, p.Affected, q.Sex, q.Affected)
			}
			if (p.Mother == "") != (p.Father == "") {
				onlyOnes++
			}
			for _, link := range [][2]pedigree.ID{{p.Mother, q.Mother}, {p.Father, q.Father}} {
				switch {
				case link[0] != "" && before[link[0]] != after[link[1]]:
					t.Fatalf("person %s: parent %s became %s", p.ID, link[0], link[1])
				case link[0] == "" && p.Mother == p.Father && link[1] != "":
					t.Fatalf("founder %s got a parent %s", p.ID, link[1])
				case link[0] == "" && p.Mother != p.Father && after[link[1]] < len(f.Individuals):
					t.Fatalf("person %s: the missing parent became %s", p.ID, link[1])
				}
			}
		}
		listed := 0
		for _, n := range notes {
			if n.Kind == listing.Assumed && strings.HasPrefix(n.Text, "only one parent") {
				listed++
			}
		}
		if listed != onlyOnes {
			t.Fatalf("%d missing parents listed, %d missing", listed, onlyOnes)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("F1 1 0 0 1 1\nF1 2 0 0 2 2\nF1 3 1 2 0 -9\n"))
	f.Add([]byte("id fid mid sex\n1 0 0 1\n2 1 0 2\n"))
	f.Add([]byte("1 1 0 0 3 0 0 1 1 2 Ped: K Per: anna\n1 4 0 0 0 0 0 1 2 2 Ped: K Per: anna\n"))
	f.Add([]byte("#FID IID PAT MAT SEX PHENO\nx 1 2 3 1 2\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := source.Text(data)
		if err != nil {
			return
		}
		families, _, err := Read(text)
		if err != nil {
			if strings.ContainsAny(err.Error(), "\r\n") {
				t.Fatalf("more than one line: %q", err)
			}
			return
		}
		for _, family := range families {
			var out bytes.Buffer
			if _, err := Write(&out, family); err != nil {
				continue
			}
			if _, _, err := Read(out.Bytes()); err != nil {
				t.Fatalf("%v, in\n%q", err, out.String())
			}
		}
	})
}

func BenchmarkRead1000People(b *testing.B) {
	var text bytes.Buffer
	text.WriteString("F1 1 0 0 1 0\nF1 2 0 0 2 0\n")
	for i := range 998 {
		fmt.Fprintf(&text, "F1\t%d\t1\t2\t%d\t1\n", i+3, 1+i%2)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Read(text.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
