package letter

import (
	"regexp"

	"kindred/pedigree"
)

// siteWords are the everyday names of cancers.
var siteWords = map[pedigree.Site]string{
	pedigree.Breast: "breast cancer", pedigree.Ovary: "ovarian cancer", pedigree.FallopianTube: "cancer of the fallopian tube",
	pedigree.Peritoneum: "cancer of the lining of the tummy", pedigree.Colorectum: "bowel cancer", pedigree.Endometrium: "womb cancer",
	pedigree.Cervix: "cervical cancer", pedigree.Prostate: "prostate cancer", pedigree.Pancreas: "pancreatic cancer",
	pedigree.Stomach: "stomach cancer", pedigree.SmallBowel: "small bowel cancer", pedigree.BileDuct: "bile duct cancer",
	pedigree.Kidney: "kidney cancer", pedigree.Bladder: "bladder cancer", pedigree.UpperUrinaryTract: "cancer of the tubes near the kidney",
	pedigree.Lung: "lung cancer", pedigree.Brain: "a brain tumour", pedigree.Melanoma: "skin cancer (melanoma)", pedigree.Thyroid: "thyroid cancer",
	pedigree.Sarcoma: "sarcoma (a cancer of bone or soft tissue)", pedigree.Leukaemia: "leukaemia", pedigree.Lymphoma: "lymphoma",
	pedigree.Adrenal: "cancer of a gland near the kidney", pedigree.Polyps: "polyps in the bowel", pedigree.UnknownPrimary: "a cancer whose start was not found",
}

// geneName is what a gene's symbol looks like. Anything else in its place is left out of a letter.
var geneName = regexp.MustCompile(`^[A-Z][A-Z0-9]{1,9}$`)

// illness is a diagnosis in everyday words; "" for a condition that only its own words tell.
func illness(d *pedigree.Diagnosis) string {
	words := siteWords[d.Site]
	switch {
	case words == "":
		return ""
	case d.Behaviour == pedigree.InSitu:
		words = "a very early form of " + words
	case d.Behaviour == pedigree.Borderline:
		words = "a growth that was not quite " + words
	}
	if d.Certainty == pedigree.Possible {
		words = "possibly " + words
	}
	return words
}
