package table

import (
	"strings"
	"testing"

	"kindred/pedigree"
)

func TestADeathUnderAgeIsADeath(t *testing.T) {
	for said, want := range map[string]string{"d 70": "70", "died 58": "58", "D. 61": "61", "dec 60s": "60s", "d 1998": "", "70": "70"} {
		families, _, err := Read([]byte("relation,name,age\nself,Ann,41\nfather,Al," + said + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		al := families[0].Individual(families[0].Individual("1").Father)
		if al.IsDeceased() != (said != "70") || al.Age.Words != want || (al.Died.Words == "1998") != (said == "d 1998") {
			t.Errorf("%q: deceased %v, age %q, died %q", said, al.Deceased, al.Age.Words, al.Died.Words)
		}
	}
}

func TestAQuotationMarkWithoutItsSecondIsRefused(t *testing.T) {
	_, _, err := Read([]byte("relation,name,age\nself,\"Ann,41\nmother,Jo,60\n"))
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v", err)
	}
	families, _, err := Read([]byte("relation,name,age,notes\nself,Ann,41,\"5'4\"\" tall\nand well\"\nmother,Jo \"Jojo\",60,\n"))
	if err != nil || families[0].Individual("1").Age != pedigree.ParseFuzzy("41") {
		t.Errorf("a closed one: %v", err)
	}
}
