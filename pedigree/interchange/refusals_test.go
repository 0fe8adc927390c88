package interchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"kindred/internal/golden"
	"kindred/pedigree/interchange"
)

// person is a CanRisk 4 line: the seventeen fixed cells, then what differs from "untested".
func person(fixed string) string {
	cells := strings.Fields(fixed)
	for len(cells) < 27 {
		cells = append(cells, "0:0")
	}
	return strings.Join(append(cells, "0:0:0:0:0"), "\t") + "\n"
}

// trio is a CanRisk 4 file of a mother, a father and the target, with one cell changed.
func trio(from, to string) string {
	text := "##CanRisk 4.0\n" +
		person("F1 fa 0 1 0 0 M 0 0 60 1960 0 0 0 0 0 0") +
		person("F1 mo 0 2 0 0 F 0 1 58 1962 41 0 50 0 0 0") +
		person("F1 me 1 3 1 2 F 0 0 33 1990 0 0 0 0 0 0")
	if !strings.Contains(text, from) {
		panic("no such cell: " + from)
	}
	return strings.Replace(text, from, to, 1)
}

func tabs(s string) string { return strings.ReplaceAll(s, " ", "\t") }

// refused are files that cannot be a family. Each gets one line, which the golden file shows.
var refused = []struct{ what, name, text string }{
	{"an empty file", "a.json", ""},
	{"white space", "a.ped", " \n\t\n"},
	{"a picture", "a.json", "\x89PNG\r\n\x1a\n\x00\x00"},
	{"UTF-16", "a.canrisk", "\xff\xfe#\x00#\x00"},
	{"Latin-1", "a.ped", "F1 Zo\xeb 0 0 2 1\n"},
	{"prose", "letter.txt", "Dear colleague,\nthank you\n"},
	{"GEDCOM", "a.ged", "0 HEAD\n1 SOUR X\n"},

	{"truncated JSON", "a.json", `{"format":"kindred-family","version":1,"individuals":[{"id":"1"},{"id`},
	{"a comma too many", "a.json", "{\n \"format\":\"kindred-family\",\n \"version\":1,,\n}"},
	{"garbage after JSON", "a.json", `{"format":"kindred-family","version":1,"individuals":[]} x`},
	{"a second object", "a.json", `{"format":"kindred-family","version":1} {}`},
	{"a list", "a.json", `[{"name":"1","sex":"F"}]`},
	{"another object", "a.json", `{"GG":[{"id":0}]}`},
	{"another format", "a.json", `{"format":"open-pedigree","version":1}`},
	{"a format of 7", "a.json", `{"format":7}`},
	{"version 99", "a.json", "{\"format\":\"kindred-family\",\n\"version\":99}"},
	{"version 0", "a.json", `{"format":"kindred-family","version":0}`},
	{"version in words", "a.json", `{"format":"kindred-family","version":"one"}`},
	{"a key twice", "a.json", `{"format":"kindred-family","version":1,"individuals":[{"id":"1","sex":"male","sex":"female"}]}`},
	{"people who are no list", "a.json", `{"format":"kindred-family","individuals":{"id":"1"}}`},
	{"a person without an id", "a.json", "{\"format\":\"kindred-family\",\"version\":1,\"individuals\":[{\"id\":\"1\"},\n{\"name\":\"Ann\"}]}"},
	{"two people with one id", "a.json", "{\"format\":\"kindred-family\",\"version\":1,\"individuals\":[{\"id\":\"1\"},\n{\"id\":\"1\"}]}"},
	{"a numeric id", "a.json", "{\"format\":\"kindred-family\",\"version\":1,\"individuals\":[\n{\"id\":7}]}"},
	{"an age that is a list", "a.json", "{\"format\":\"kindred-family\",\"version\":1,\"individuals\":[\n{\"id\":\"7\",\"age\":[1]}]}"},
	{"bounds the wrong way round", "a.json", "{\"format\":\"kindred-family\",\"version\":1,\"individuals\":[\n{\"id\":\"7\",\"age\":{\"low\":50,\"high\":40}}]}"},
	{"an impossible date", "a.json", "{\"format\":\"kindred-family\",\"version\":1,\n\"as_of\":\"21/11/2026\"}"},
	{"a mother who is not there", "a.json", `{"format":"kindred-family","version":1,"individuals":[{"id":"1","mother":"2"}]}`},
	{"an adoptive parent who is not there", "a.json", `{"format":"kindred-family","version":1,"individuals":[{"id":"1","other_parents":[{"id":"2","kind":"adoptive"}]}]}`},
	{"his own mother", "a.json", `{"format":"kindred-family","version":1,"name":"G1","individuals":[{"id":"1","mother":"1"}]}`},
	{"his own ancestor", "a.json", `{"format":"kindred-family","version":1,"individuals":[{"id":"1","mother":"2"},{"id":"2","father":"3"},{"id":"3","mother":"1"}]}`},

	{"CanRisk 9", "a.canrisk", strings.Replace(trio("F1", "F1"), "CanRisk 4.0", "CanRisk 9", 1)},
	{"CanRisk 4.5", "a.canrisk", strings.Replace(trio("F1", "F1"), "CanRisk 4.0", "CanRisk 4.5", 1)},
	{"words after the version", "a.canrisk", strings.Replace(trio("F1", "F1"), "CanRisk 4.0", "CanRisk 4.0 test", 1)},
	{"BOADICEA 7", "a.bwa", "BOADICEA import pedigree file format 7.0\n"},
	{"no first line", "a.canrisk", "##FamID\tName\n"},
	{"nobody", "a.canrisk", "##CanRisk 4.0\n##menarche=12\n"},
	{"other column names", "a.canrisk", "##CanRisk 4.0\n##FamID\tName\tIndex\tIndivID\tFathID\tMothID\n"},
	{"a line cut short", "a.canrisk", strings.TrimSuffix(trio("F1", "F1"), "0:0\t0:0\t0:0:0:0:0\n")},
	{"a blank in a name", "a.canrisk", trio("\tme\t", "\tmy self\t")},
	{"a family id of zeros", "a.canrisk", strings.ReplaceAll(trio("F1", "F1"), "F1\t", "000\t")},
	{"an age of 999", "a.canrisk", trio("\t60\t", "\t999\t")},
	{"an age with a part", "a.canrisk", trio("\t60\t", "\t60.5\t")},
	{"a year of birth in 1492", "a.canrisk", trio("1960", "1492")},
	{"a sex of U", "a.canrisk", trio(tabs("1 0 0 M"), tabs("1 0 0 U"))},
	{"a father coded female", "a.canrisk", trio(tabs("1 0 0 M"), tabs("1 0 0 F"))},
	{"a mother coded male", "a.canrisk", strings.Replace(trio(tabs("2 0 0 F"), tabs("2 0 0 M")), "41\t0\t50", "41\t0\t0", 1)},
	{"one parent", "a.canrisk", trio(tabs("3 1 2 F"), tabs("3 0 2 F"))},
	{"a father who is not there", "a.canrisk", trio(tabs("3 1 2 F"), tabs("3 8 2 F"))},
	{"two people with one id", "a.canrisk", trio(tabs("mo 0 2 0 0"), tabs("mo 0 1 0 0"))},
	{"his own ancestor", "a.canrisk", trio(tabs("fa 0 1 0 0"), tabs("fa 0 1 1 2"))},
	{"nobody is the target", "a.canrisk", trio(tabs("me 1"), tabs("me 0"))},
	{"two targets", "a.canrisk", trio(tabs("mo 0"), tabs("mo 1"))},
	{"a target of 2", "a.canrisk", trio(tabs("me 1"), tabs("me 2"))},
	{"a cancer after the age reached", "a.canrisk", trio("\t41\t0\t50", "\t59\t0\t50")},
	{"a second breast cancer alone", "a.canrisk", trio("\t41\t0\t50", "\t0\t41\t50")},
	{"a second breast cancer before the first", "a.canrisk", trio("\t41\t0\t50", "\t41\t40\t50")},
	{"zeros for a first breast cancer", "a.canrisk", trio("\t41\t0\t50", "\t00\t41\t50")},
	{"a first breast cancer at 999", "a.canrisk", trio("\t41\t0\t50", "\t999\t41\t50")},
	{"prostate cancer in a woman", "a.canrisk", trio("\t41\t0\t50\t0", "\t41\t0\t50\t55")},
	{"ovarian cancer in a man", "a.canrisk", trio(tabs("60 1960 0 0 0"), tabs("60 1960 0 0 50"))},
	{"a test without a result", "a.canrisk", trio("0:0\t", "S:0\t")},
	{"a result without a test", "a.canrisk", trio("0:0\t", "0:P\t")},
	{"a test of Z", "a.canrisk", trio("0:0\t", "Z:P\t")},
	{"a test without a colon", "a.canrisk", trio("0:0\t", "SP\t")},
	{"pathology without a cancer", "a.canrisk", trio("0:0:0:0:0", "N:N:N:0:0")},
	{"pathology of four codes", "a.canrisk", trio("0:0:0:0:0", "N:N:N:0")},
	{"one identical twin", "a.canrisk", trio(tabs("3 1 2 F 0"), tabs("3 1 2 F 1"))},
	{"identical twins of two sexes", "a.canrisk", strings.Replace(trio(tabs("2 0 0 F 0"), tabs("2 0 0 F 1")), tabs("1 0 0 M 0"), tabs("1 0 0 M 1"), 1)},
	{"a twin mark of ZZ", "a.canrisk", trio(tabs("3 1 2 F 0"), tabs("3 1 2 F ZZ"))},

	{"a PED line cut short", "a.ped", "1 1 0 0 1 1\n1 2 0 0 2 1\n1 3 1"},
	{"two people with one id in PED", "a.ped", "1 1 0 0 1 1\n1 1 0 0 2 1\n"},
	{"his own ancestor in PED", "a.ped", "1 1 3 2 1 1\n1 2 0 0 2 1\n1 3 1 2 1 1\n"},
	{"a father coded female in PED", "a.ped", "1 1 0 0 2 1\n1 2 0 0 2 1\n1 3 1 2 1 1\n"},
	{"a mother coded male in PED", "a.ped", "id fid mid sex\n1 0 0 1\n2 0 0 1\n3 1 2 1\n"},
	{"a father who is a mother in PED", "a.ped", "1 1 0 0 0 1\n1 3 1 0 1 1\n1 4 0 1 1 1\n"},
	{"an id of 0 in PED", "a.ped", "1 0 0 0 1 1\n"},
	{"a MAKEPED line without Per:", "a.ped", "1 1 0 0 0 0 0 1 1 2 Ped: 1 Per: 1\n1 2 0 0 0 0 0 1 0 2\n"},
}

func TestEachFileThatCannotBeAFamilyIsRefusedInOneLineThatSaysWhatWhereAndWhatToDo(t *testing.T) {
	var lines strings.Builder
	for _, r := range refused {
		result, err := interchange.Read(r.name, []byte(r.text))
		if err == nil {
			t.Errorf("%s was read: %+v", r.what, result.Families[0])
			continue
		}
		var refusal *interchange.Error
		if !errors.As(err, &refusal) || !errors.Is(err, interchange.ErrRefused) {
			t.Errorf("%s: %v is not an Error", r.what, err)
		}
		if strings.ContainsAny(err.Error(), "\r\n\x00") {
			t.Errorf("%s: more than one line: %q", r.what, err)
		}
		fmt.Fprintf(&lines, "%s\n\t%v\n", r.what, err)
	}
	golden.Assert(t, "testdata/refusals.golden", []byte(lines.String()))
}

func TestAFileOfMoreThanAHundredThousandPeopleIsRefused(t *testing.T) {
	const tooMany = interchange.MaxPeople + 1
	var ped, canRisk, json bytes.Buffer
	canRisk.WriteString("##CanRisk 4\n")
	json.WriteString(`{"format":"kindred-family","version":1,"individuals":[`)
	for i := range tooMany {
		fmt.Fprintf(&ped, "1 %d 0 0 1 1\n", i+1)
		canRisk.WriteString(person(fmt.Sprintf("F1 NA 0 %d 0 0 M 0 0 0 0 0 0 0 0 0 0", i+1)))
		if i > 0 {
			json.WriteByte(',')
		}
		fmt.Fprintf(&json, `{"id":"%d"}`, i+1)
	}
	json.WriteString("]}")
	for name, data := range map[string][]byte{"a.ped": ped.Bytes(), "a.canrisk": canRisk.Bytes(), "a.json": json.Bytes()} {
		_, err := interchange.Read(name, data)
		if err == nil || !strings.Contains(err.Error(), "more than 100000 people") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestAFileBeyondTheLargestSizeIsRefusedWithoutReadingItAll(t *testing.T) {
	endless := &zeros{}
	_, err := interchange.ReadFrom("a.ped", endless)
	if err == nil || !strings.Contains(err.Error(), "larger than 64 MB") {
		t.Errorf("got %v", err)
	}
	if endless.given > 2*interchange.MaxBytes {
		t.Errorf("%d bytes were read", endless.given)
	}
}

// zeros is a file without an end.
type zeros struct{ given int }

func (z *zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	z.given += len(p)
	return len(p), nil
}
