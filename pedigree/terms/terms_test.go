package terms

import (
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
)

func TestEverydayWordsNameTheirSites(t *testing.T) {
	for words, want := range map[string]pedigree.Site{
		"br": pedigree.Breast, "Breast": pedigree.Breast, "breast cancer": pedigree.Breast, "ca breast": pedigree.Breast, "ca. of the breast": "",
		"ov": pedigree.Ovary, "ovarian": pedigree.Ovary, "ca of the ovary": pedigree.Ovary, "bowel": pedigree.Colorectum, "rectal ca": pedigree.Colorectum,
		"CRC": pedigree.Colorectum, "womb": pedigree.Endometrium, "uterine cancer": pedigree.Endometrium, "cancer of the womb": pedigree.Endometrium, "cervical": pedigree.Cervix,
		"prost": pedigree.Prostate, "panc": pedigree.Pancreas, "lung ca": pedigree.Lung, "brain tumour": pedigree.Brain, "renal": pedigree.Kidney, "gastric": pedigree.Stomach,
		"leuk": pedigree.Leukaemia, "leukemia": pedigree.Leukaemia, "non-Hodgkin": pedigree.Lymphoma, "dcis": pedigree.Breast, "LCIS": pedigree.Breast,
		"polyps": pedigree.Polyps, "abdo ca": pedigree.UnknownPrimary, "tummy cancer": pedigree.UnknownPrimary, "cancer": pedigree.UnknownPrimary, "ca": pedigree.UnknownPrimary,
		"throat": "throat cancer", "gullet": "oesophageal cancer", "skin": "skin cancer", "blood": "blood cancer", "liver": "liver cancer", "female cancer": "gynaecological cancer",
		"female": "", "tummy": "", "inside": "", "": "", "breast lump": "", "of": "", "heart": "", "the womb": "", "brca": "",
	} {
		if got, ok := Site(words); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v, want %q", words, got, ok, want)
		}
	}
	for _, site := range pedigree.Sites {
		if got, ok := Site(string(site)); !ok || got != site {
			t.Errorf("the site %q is read as %q", site, got)
		}
	}
}

func TestAVagueWordChoosesNothing(t *testing.T) {
	for _, words := range []string{"skin", "blood", "liver", "bone", "gynae ca", "mm"} {
		c, ok := Illness(words)
		if !ok || !c.IsVague() || c.Site.IsCancer() {
			t.Errorf("%q is taken for %+v", words, c)
		}
		for _, word := range c.MayBe {
			organ := strings.TrimSuffix(word, " secondary")
			if may, ok := Illness(organ); !ok || may.IsVague() && organ == word {
				t.Errorf("%q may be %q, which is nothing exact", words, word)
			}
		}
	}
}

func TestInSituDiseaseIsNotAnotherSite(t *testing.T) {
	for words, histology := range map[string]string{"dcis": "ductal", "lcis": "lobular"} {
		c, _ := Illness(words)
		if c.Site != pedigree.Breast || c.Behaviour != pedigree.InSitu || c.Histology != histology {
			t.Errorf("%q is %+v", words, c)
		}
	}
}

func TestNoWordHasTwoMeanings(t *testing.T) {
	seen := map[string]pedigree.Site{}
	for _, row := range conditionTable {
		for i, word := range strings.Split(row.words, "|") {
			if plain(word) != word {
				t.Errorf("%q is not in the form in which it is looked up", word)
			}
			if other, twice := seen[word]; twice && !(i > 0 && other == row.Site) {
				t.Errorf("%q is %q and %q", word, other, row.Site)
			}
			seen[word] = row.Site
		}
	}
}

func TestOperationsGenesAndCausesAreKnownByTheirShortForms(t *testing.T) {
	for words, want := range map[string]string{
		"BSO": "bilateral salpingo-oophorectomy", "mast": "mastectomy", "Mastectomy": "mastectomy", "double mastectomy": "bilateral mastectomy", "hyst": "hysterectomy",
		"TAH BSO": "hysterectomy and bilateral salpingo-oophorectomy", "bilateral salpingo-oophorectomy": "bilateral salpingo-oophorectomy", "lumpectomy": "wide local excision", "tea": "",
	} {
		if got, ok := Operation(words); got != want || ok != (want != "") {
			t.Errorf("operation %q is %q, want %q", words, got, want)
		}
	}
	for words, want := range map[string]string{"brca1": "BRCA1", "PALB2": "PALB2", "max": "", "MAX": "MAX", "pole": "", "BRCA": "", "BRCA3": "", "cftr": "CFTR"} {
		if got, ok := Gene(words); got != want || ok != (want != "") {
			t.Errorf("gene %q is %q, want %q", words, got, want)
		}
	}
	for words, want := range map[string]string{"MI": "heart attack", "RTA": "road accident", "stroke": "stroke", "heart attack": "heart attack", "br": ""} {
		if got, ok := Cause(words); got != want || ok != (want != "") {
			t.Errorf("cause %q is %q, want %q", words, got, want)
		}
	}
}

func TestOneWordMayNameTwoGenes(t *testing.T) {
	for word, want := range map[string][]string{
		"BRCA1/2": {"BRCA1", "BRCA2"}, "brca1&2": {"BRCA1", "BRCA2"}, "RAD51C/D": {"RAD51C", "RAD51D"}, "MLH1/MSH2": {"MLH1", "MSH2"}, "BRCA1": {"BRCA1"},
		"BRCA": nil, "BRCA1/x": nil, "": nil, "/": nil,
	} {
		if got := GenePair(word); !slices.Equal(got, want) {
			t.Errorf("%q is %q, want %q", word, got, want)
		}
	}
}

func TestTabCompletesWithWordsThatAreReadBack(t *testing.T) {
	for _, word := range Sites("") {
		if _, ok := Site(word); !ok {
			t.Errorf("completion offers %q, which is no site", word)
		}
	}
	for _, word := range Operations("") {
		if got, ok := Operation(word); !ok || got != word {
			t.Errorf("completion offers %q, which is read as %q", word, got)
		}
	}
	for _, word := range Genes("") {
		if got, ok := Gene(word); !ok || got != word {
			t.Errorf("completion offers %q, which is read as %q", word, got)
		}
	}
	for _, word := range Causes("") {
		if got, ok := Cause(word); !ok || got != word {
			t.Errorf("completion offers %q, which is read as %q", word, got)
		}
	}
	if got := Sites("bow"); !slices.Contains(got, "bowel") {
		t.Errorf("bow completes to %q", got)
	}
	if got := Sites("ov"); len(got) == 0 || got[0] != "ovary" {
		t.Errorf("ov completes to %q", got)
	}
	if got := Genes("brc"); !slices.Equal(got, []string{"BRCA1", "BRCA2"}) {
		t.Errorf("brc completes to %q", got)
	}
}

func TestASlipOfTheFingersIsRecognised(t *testing.T) {
	for word, want := range map[string]string{
		"brest": "breast", "overy": "ovary", "prostrate": "prostate", "BRAC1": "BRCA1", "mastectmy": "mastectomy", "colorectum": "", "abc": "", "sister": "", "xxxxxx": "",
	} {
		if got := Nearest(word); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
}

func FuzzWordsOfAnyKind(f *testing.F) {
	for _, seed := range []string{"br", "ca of the", "cancer", "BRCA1/2", "/", "\xff", "- -"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, words string) {
		if site, ok := Site(words); ok == (site == "") {
			t.Errorf("%q: site %q, %v", words, site, ok)
		}
		if near := Nearest(words); near != "" && !slices.Contains(genes, near) {
			if _, ill := Site(near); !ill {
				if _, operation := Operation(near); !operation {
					t.Errorf("%q is near %q, which is nothing", words, near)
				}
			}
		}
		GenePair(words)
	})
}
