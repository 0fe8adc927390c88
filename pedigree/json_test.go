package pedigree

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// filled is a family in which every field of every type is set, by reflection: a field that is added
// later takes part in the tests of round trip, copy and confidentiality without being listed there.
func filled(texts func(path string) string) *Family {
	f := &Family{}
	fill(reflect.ValueOf(f).Elem(), "family", texts)
	return f
}

func fill(v reflect.Value, path string, texts func(string) string) {
	switch v.Type() {
	case reflect.TypeFor[Extra]():
		v.Set(reflect.ValueOf(Extra{"later": json.RawMessage(`{"a":"` + texts(path+".later") + `"}`)}))
		return
	case reflect.TypeFor[ExtraText]():
		v.SetString(`{"later":"` + texts(path+".later") + `"}`)
		return
	case reflect.TypeFor[Hidden]():
		return // no part of the record
	case reflect.TypeFor[Date]():
		v.SetString("2026-11-21")
		return
	case reflect.TypeFor[Answer]():
		v.SetUint(uint64(Yes))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), path+"."+v.Type().Field(i).Name, texts)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 3))
		fill(v.Index(0), path+".0", texts)
		fill(v.Index(1), path+".1", texts)
	case reflect.Map:
		value := reflect.New(v.Type().Elem()).Elem()
		fill(value, path+".name", texts)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("name").Convert(v.Type().Key()), value)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), path, texts)
	case reflect.String:
		v.SetString(texts(path))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(2)
	case reflect.Float64:
		v.SetFloat(2.5)
	default:
		panic("no way to fill a " + v.Kind().String())
	}
}

func TestEveryFieldSurvivesJSON(t *testing.T) {
	f := filled(func(path string) string { return path })
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	var back Family
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(*f, back); diff != "" {
		t.Errorf("after a round trip (-before +after):\n%s", diff)
	}
}

func TestKeysOfANewerVersionSurviveWhereverTheyStand(t *testing.T) {
	unknown := rapid.MapOfN(rapid.StringMatching(`x_[a-z]{1,5}`), rapid.SampledFrom([]string{`1`, `null`, `"é<&>"`, `[1,{"a":2}]`, `{"b":[]}`}), 0, 3)
	rapid.Check(t, func(t *rapid.T) {
		object := func(known string) string {
			parts := []string{known}
			for key, value := range unknown.Draw(t, "unknown") {
				parts = append(parts, `"`+key+`":`+value)
			}
			return "{" + strings.Join(parts, ",") + "}"
		}
		in := object(`"format":"kindred-family","version":9,"individuals":[` + object(`"id":"1","age":`+object(`"low":40,"high":49`)+
			`,"other_parents":[`+object(`"id":"2","kind":"step"`)+`],"pregnancy":`+object(`"kind":"ongoing"`)+
			`,"diagnoses":[`+object(`"site":"breast","pathology":`+object(`"grade":3`)+`,"source":`+object(`"told_by":"Anna"`))+`]`+
			`,"gene_tests":[`+object(`"gene":"BRCA1"`)+`],"surgery":[`+object(`"what":"mastectomy"`)+`],"carrier":[`+object(`"condition":"cystic fibrosis"`)+`],"sources":{"age":`+object(`"use":"may be shared"`)+`}`+
			`,"consents":[`+object(`"to":"all","what":"be named"`)+`]`) +
			`],"twins":[` + object(`"zygosity":"monozygotic","members":["1"]`) + `],"unions":[` + object(`"partners":["1"]`) + `],"patients":[` + object(`"individual":"1"`) + `]`)
		var f Family
		if err := json.Unmarshal([]byte(in), &f); err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(&f)
		if err != nil {
			t.Fatal(err)
		}
		var before, after any
		if err := json.Unmarshal([]byte(in), &before); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out, &after); err != nil {
			t.Fatal(err)
		}
		if missing := lost(before, after, "family"); missing != "" {
			t.Fatalf("%s was lost or changed:\n%s\n%s", missing, in, out)
		}
	})
}

// lost is the path of something in before that after lacks, "" for nothing.
func lost(before, after any, path string) string {
	switch b := before.(type) {
	case map[string]any:
		a, ok := after.(map[string]any)
		if !ok {
			return path
		}
		for key, value := range b {
			if found, ok := a[key]; !ok {
				return path + "." + key
			} else if missing := lost(value, found, path+"."+key); missing != "" {
				return missing
			}
		}
		return ""
	case []any:
		a, ok := after.([]any)
		if !ok || len(a) != len(b) {
			return path
		}
		for i := range b {
			if missing := lost(b[i], a[i], path); missing != "" {
				return missing
			}
		}
		return ""
	}
	if !reflect.DeepEqual(before, after) {
		return path
	}
	return ""
}

func TestACloneSharesNothing(t *testing.T) {
	text := func(path string) string { return path }
	f, want := filled(text), filled(text)
	overwrite(reflect.ValueOf(f.Clone()).Elem())
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("changing the clone changed the family (-before +after):\n%s", diff)
	}
}

// overwrite changes everything that v reaches, in place.
func overwrite(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			overwrite(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			overwrite(v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			overwrite(value)
			v.SetMapIndex(key, reflect.Zero(v.Type().Elem()))
		}
	case reflect.Pointer:
		overwrite(v.Elem())
	default:
		v.SetZero()
	}
}

func FuzzFamilyJSON(f *testing.F) {
	full, err := json.Marshal(filled(func(path string) string { return path }))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(full)
	f.Add([]byte(`{"individuals":[{"id":"1","mother":"1","age":"about 60"},{"id":"1","age":-3}],"unions":[{}],"twins":[{}]}`))
	f.Add([]byte(`{"ſex":"x","individuals":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var family Family
		if json.Unmarshal(data, &family) != nil {
			return
		}
		out, err := json.Marshal(&family)
		if err != nil {
			t.Fatalf("read but not written: %v", err)
		}
		var back Family
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, out)
		}
		if again, _ := json.Marshal(&back); string(again) != string(out) {
			t.Fatalf("a second round trip changed\n%s\nto\n%s", out, again)
		}
		family.Validate()
		family.For("P1", ForShowing)
		if len(family.Individuals) > 1 {
			family.Relationship(family.Individuals[0].ID, family.Individuals[1].ID)
		}
	})
}
