package entry

import "kindred/pedigree"

// kind is what sort of relative a head names.
type kind uint8

const (
	noKind kind = iota
	self
	parent // mother or father, by sex; of another kind than blood where link is set
	parents
	sibling
	halfSibling
	stepSibling
	twin
	triplets
	child
	stepChild
	partner
	formerPartner
	pregnancy
	grandparent
	greatGrandparent
	aunt // or uncle, by sex
	greatAunt
	cousin
	niece // or nephew, by sex
	grandchild
)

// lineage is the side that a head says.
type lineage uint8

const (
	unsaid lineage = iota
	maternal
	paternal
	unknownSide // said to be unknown
)

// relation is a head: what somebody is to somebody else.
type relation struct {
	kind      kind
	sex       pedigree.Sex // "" where the head leaves it open
	side      lineage
	plural    bool
	count     int // 0 is one person
	link      pedigree.LinkKind
	birth     bool // "birth mother": by blood, whoever raised the child
	zygosity  pedigree.Zygosity
	pregnancy pedigree.PregnancyKind
}

// sided reports the relatives that are on one side of the family.
func (r relation) sided() bool {
	switch r.kind {
	case halfSibling, grandparent, greatGrandparent, aunt, greatAunt, cousin:
		return true
	}
	return false
}

// group reports a head about several people.
func (r relation) group() bool { return r.count > 1 || r.plural && r.count == 0 }

const (
	female = pedigree.Female
	male   = pedigree.Male
)

// nouns are the words for relatives; a word of several parts is written with one space.
var nouns = map[string]relation{
	"self": {kind: self}, "me": {kind: self}, "patient": {kind: self}, "proband": {kind: self}, "consultand": {kind: self},
	"m": {kind: parent, sex: female}, "mum": {kind: parent, sex: female}, "mam": {kind: parent, sex: female}, "mom": {kind: parent, sex: female},
	"mummy": {kind: parent, sex: female}, "mother": {kind: parent, sex: female},
	"f": {kind: parent, sex: male}, "dad": {kind: parent, sex: male}, "daddy": {kind: parent, sex: male}, "father": {kind: parent, sex: male},
	"parents": {kind: parents, plural: true},

	"b": {kind: sibling, sex: male}, "br": {kind: sibling, sex: male}, "bro": {kind: sibling, sex: male}, "brother": {kind: sibling, sex: male},
	"brothers": {kind: sibling, sex: male, plural: true}, "bros": {kind: sibling, sex: male, plural: true},
	"s": {kind: sibling, sex: female}, "sis": {kind: sibling, sex: female}, "sister": {kind: sibling, sex: female},
	"sisters": {kind: sibling, sex: female, plural: true},
	"u":       {kind: sibling}, "sib": {kind: sibling}, "sibling": {kind: sibling},
	"sibs": {kind: sibling, plural: true}, "siblings": {kind: sibling, plural: true},

	"t": {kind: twin}, "twin": {kind: twin}, "triplets": {kind: triplets}, "triplet": {kind: triplets},

	"dau": {kind: child, sex: female}, "dtr": {kind: child, sex: female}, "daughter": {kind: child, sex: female},
	"daus": {kind: child, sex: female, plural: true}, "daughters": {kind: child, sex: female, plural: true},
	"n": {kind: child, sex: male}, "son": {kind: child, sex: male}, "sons": {kind: child, sex: male, plural: true},
	"child": {kind: child}, "kid": {kind: child}, "children": {kind: child, plural: true}, "kids": {kind: child, plural: true},

	"o": {kind: partner}, "partner": {kind: partner}, "spouse": {kind: partner},
	"husband": {kind: partner, sex: male}, "wife": {kind: partner, sex: female}, "partners": {kind: partner, plural: true},
	"ex": {kind: formerPartner}, "ex-partner": {kind: formerPartner}, "former partner": {kind: formerPartner},
	"ex-husband": {kind: formerPartner, sex: male}, "ex-wife": {kind: formerPartner, sex: female},
	"ex husband": {kind: formerPartner, sex: male}, "ex wife": {kind: formerPartner, sex: female},

	"x": {kind: pregnancy, pregnancy: pedigree.Ongoing}, "preg": {kind: pregnancy, pregnancy: pedigree.Ongoing},
	"pregnant": {kind: pregnancy, pregnancy: pedigree.Ongoing}, "pregnancy": {kind: pregnancy, pregnancy: pedigree.Ongoing},
	"misc": {kind: pregnancy, pregnancy: pedigree.Miscarriage}, "miscarriage": {kind: pregnancy, pregnancy: pedigree.Miscarriage},
	"miscarriages": {kind: pregnancy, pregnancy: pedigree.Miscarriage, plural: true},
	"losses":       {kind: pregnancy, pregnancy: pedigree.Miscarriage, plural: true},
	"top":          {kind: pregnancy, pregnancy: pedigree.Termination}, "termination": {kind: pregnancy, pregnancy: pedigree.Termination},
	"terminations": {kind: pregnancy, pregnancy: pedigree.Termination, plural: true},
	"sb":           {kind: pregnancy, pregnancy: pedigree.Stillbirth}, "stillbirth": {kind: pregnancy, pregnancy: pedigree.Stillbirth},
	"stillborn": {kind: pregnancy, pregnancy: pedigree.Stillbirth}, "stillbirths": {kind: pregnancy, pregnancy: pedigree.Stillbirth, plural: true},
	"ectopic": {kind: pregnancy, pregnancy: pedigree.Ectopic},

	"mgm": {kind: grandparent, sex: female, side: maternal}, "mgf": {kind: grandparent, sex: male, side: maternal},
	"pgm": {kind: grandparent, sex: female, side: paternal}, "pgf": {kind: grandparent, sex: male, side: paternal},
	"nan": {kind: grandparent, sex: female}, "nana": {kind: grandparent, sex: female}, "nanny": {kind: grandparent, sex: female},
	"gran": {kind: grandparent, sex: female}, "granny": {kind: grandparent, sex: female}, "grandma": {kind: grandparent, sex: female},
	"grandmother": {kind: grandparent, sex: female}, "gm": {kind: grandparent, sex: female},
	"grandad": {kind: grandparent, sex: male}, "granddad": {kind: grandparent, sex: male}, "grandpa": {kind: grandparent, sex: male},
	"grandfather": {kind: grandparent, sex: male}, "gf": {kind: grandparent, sex: male}, "gramps": {kind: grandparent, sex: male},
	"great nan": {kind: greatGrandparent, sex: female}, "great gran": {kind: greatGrandparent, sex: female},
	"great grandma": {kind: greatGrandparent, sex: female}, "great grandmother": {kind: greatGrandparent, sex: female},
	"great grandad": {kind: greatGrandparent, sex: male}, "great grandfather": {kind: greatGrandparent, sex: male},

	"aunt": {kind: aunt, sex: female}, "auntie": {kind: aunt, sex: female}, "aunty": {kind: aunt, sex: female},
	"aunts": {kind: aunt, sex: female, plural: true}, "aunties": {kind: aunt, sex: female, plural: true},
	"uncle": {kind: aunt, sex: male}, "uncles": {kind: aunt, sex: male, plural: true},
	"great aunt": {kind: greatAunt, sex: female}, "great auntie": {kind: greatAunt, sex: female}, "great uncle": {kind: greatAunt, sex: male},
	"great aunts": {kind: greatAunt, sex: female, plural: true}, "great uncles": {kind: greatAunt, sex: male, plural: true},
	"cousin": {kind: cousin}, "first cousin": {kind: cousin}, "cuz": {kind: cousin},
	"cousins": {kind: cousin, plural: true}, "first cousins": {kind: cousin, plural: true},

	"niece": {kind: niece, sex: female}, "nephew": {kind: niece, sex: male}, "nieces": {kind: niece, sex: female, plural: true},
	"nephews":   {kind: niece, sex: male, plural: true},
	"grandson":  {kind: grandchild, sex: male},
	"grandsons": {kind: grandchild, sex: male, plural: true}, "granddaughter": {kind: grandchild, sex: female},
	"granddaughters": {kind: grandchild, sex: female, plural: true}, "grandchild": {kind: grandchild},
	"grandchildren": {kind: grandchild, plural: true},
}

// sides are the words that say a side before a relative.
var sides = map[string]lineage{"mat": maternal, "maternal": maternal, "pat": paternal, "paternal": paternal}

// numbers are the counts that are said in words.
var numbers = map[string]int{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// sexes are the words that say a sex directly after a head that leaves it open.
var sexes = map[string]pedigree.Sex{"f": female, "female": female, "girl": female, "m": male, "male": male, "boy": male}

// undecidedLetters are the single letters that could be several relatives, and those they could be,
// as heads to type.
var undecidedLetters = map[string][]string{
	"d": {"dau", "dad"}, "p": {"parents", "partner"}, "g": {"mgm", "mgf", "pgm", "pgf"}, "c": {"child", "cousin"},
}

// letterWords is what each head that is offered means, in words.
var letterWords = map[string]string{
	"dau": "daughter", "dad": "father", "parents": "both parents", "partner": "partner", "child": "child", "cousin": "cousin",
	"mgm": "mother's mother", "mgf": "mother's father", "pgm": "father's mother", "pgf": "father's father",
}

// keywordNames are names that are keywords in another position: directly after a head they are names.
var keywordNames = map[string]bool{
	"pat": true, "mat": true, "may": true, "will": true, "dot": true, "r": true, "nan": true, "mel": true,
	"tam": true, "bea": true, "ed": true, "al": true, "di": true, "bill": true, "bil": true, "hope": true, "bo": true,
}
