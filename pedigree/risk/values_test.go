package risk_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"kindred/pedigree/risk"
)

func TestKeysWithSlashesAreNestedObjectsInJSON(t *testing.T) {
	a := risk.Assessment{
		Values: risk.Values{"any": 0.5, "carrier/BRCA1": 0.4, "risk/breast/50": 0.1, "risk/breast/80": 0.3},
		Range:  risk.Ranges{"any": {Low: 0.4, High: 0.6}, "risk/breast/50": {Low: 0.1, High: 0.2, Bound: true}},
	}
	for _, c := range []struct {
		of   any
		want string
	}{
		{a.Values, `{"any":0.5,"carrier":{"BRCA1":0.4},"risk":{"breast":{"50":0.1,"80":0.3}}}`},
		{a.Range, `{"any":{"low":0.4,"high":0.6},"risk":{"breast":{"50":{"low":0.1,"high":0.2,"bound":true}}}}`},
	} {
		if got, err := json.Marshal(c.of); err != nil || string(got) != c.want {
			t.Errorf("%s, %v", got, err)
		}
	}
}

func TestValuesAndRangesComeBackFromJSONAsTheyWere(t *testing.T) {
	key := rapid.SampledFrom([]string{"any", "combined", "carrier/BRCA1", "carrier/BRCA2", "risk/breast/50", "risk/ovary/80"})
	rapid.Check(t, func(t *rapid.T) {
		want := risk.Assessment{Values: risk.Values{}, Range: risk.Ranges{}, Because: []string{"x"}, Source: []string{"y"}}
		for k, v := range rapid.MapOf(key, rapid.Float64Range(0, 1)).Draw(t, "values") {
			want.Values[k] = v
			want.Range[k] = risk.Range{Low: v / 2, High: v, Bound: v > 0.5}
		}
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		got := risk.Assessment{Values: risk.Values{}, Range: risk.Ranges{}}
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	})
}
