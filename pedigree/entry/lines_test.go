package entry

import (
	"strings"
	"testing"

	"kindred/pedigree"
)

// understood is a line about Anna, of whom nothing is known, and what it is understood to say.
type understood struct {
	line     string
	sentence string
	side     string
	asks     string // the questions, each with the lines that answer it
}

func TestEveryLineOfTheGrammarIsUnderstoodOrAsks(t *testing.T) {
	for _, c := range []understood{
		// The grammar block of the design, line by line.
		{"self f 41", "Anna, 41", "", ""},
		{"self m 38 well", "Anna, 38, well", "", ""},
		{"m Carol 63", "Mother Carol, 63", "mother's side", ""},
		{"mum Carol 63", "Mother Carol, 63", "mother's side", ""},
		{"f Alan d ~70 MI", "Father Alan, died at about 70 of heart attack (MI)", "father's side", ""},
		{"dad Alan", "Father Alan", "father's side", ""},
		// The letter p is listed as both parents and as no head: everybody has two parents, so that they may be
		// drawn at once, as by P on the canvas; a partner is offered beside.
		{"p", "Both parents, unknown", "", "What is p? | parents | partner"},
		{"b Tom 39", "Brother Tom, 39", "", ""},
		{"2b", "Two brothers", "", ""},
		{"3s", "Three sisters", "", ""},
		{"s Jane 54 br 48 L", "Sister Jane, 54, left breast cancer at 48, reported", "", ""},
		{"s 3", "Sister, 3", "", ""},
		{"s x3", "Three sisters", "", ""},
		{"mat half s Amy 30", "Half-sister Amy on the mother's side, 30", "mother's side", ""},
		{"pat half b", "Half-brother on the father's side", "father's side", ""},
		{"half b", "Half-brother, side not known", "side not known", "Which side? | mat half b | pat half b | half b ? side"},
		{"son 6", "Son, 6", "", ""},
		{"dau 12, son 9", "Daughter, 12; son, 9", "", ""},
		{"child", "Child", "", ""},
		{"no children", "Anna, no children", "", ""},
		{"no children by choice", "Anna, no children by choice", "", ""},
		{"infertile", "Anna, infertile", "", ""},
		{"partner m Raj 45", "Partner Raj, 45", "", ""},
		{"ex Paul", "Former partner Paul", "", ""},
		{"dau Mia 9 < Paul", "Daughter Mia, 9, child of Paul", "", ""},
		{"mgm", "Mother's mother", "mother's side", ""},
		{"mgf", "Mother's father", "mother's side", ""},
		{"pgm", "Father's mother", "father's side", ""},
		{"pgf", "Father's father", "father's side", ""},
		{"mat nan d ~60 stroke", "Mother's mother, died at about 60 of stroke", "mother's side", ""},
		{"nan", "Grandmother, side not known", "side not known", "Which side? | mat nan | pat nan | nan ? side"},
		{"pat gran 80", "Father's mother, 80", "father's side", ""},
		{"grandad", "Grandfather, side not known", "side not known", "Which side? | mat grandad | pat grandad | grandad ? side"},
		{"mat aunt Joan 66 br 49", "Mother's sister Joan, 66, breast cancer at 49, reported", "mother's side", ""},
		{"mat aunt x3 no details", "Mother's three sisters, no details known", "mother's side", ""},
		{"mat aunts none", "Mother's sisters: asked, none", "", ""},
		{"pat uncle Ted early 60s", "Father's brother Ted, in his early 60s", "father's side", ""},
		{"mat cousin Lucy 40 br 38 < Joan", "Cousin Lucy on the mother's side, 40, breast cancer at 38, reported, child of Joan", "mother's side", ""},
		{"mat cousin Lucy < ?", "Cousin Lucy on the mother's side, through somebody not known", "mother's side", ""},
		{"mgm's s Edna br 70s", "Mother's mother's sister Edna, breast cancer in her 70s, reported", "mother's side", ""},
		{"Joan's dau Lucy 40", `Kept as a note: "Joan's dau Lucy 40"`, "", ""},
		{"dad's cousin Ivy ov", "Father's cousin Ivy, side not known, ovarian cancer, reported", "father's side", "Which side? | dad's mat cousin Ivy ov | dad's pat cousin Ivy ov | dad's cousin ? side Ivy ov"},
		{"aunt ? side", "Aunt, side not known", "side not known", ""},
		{"cousin ? side", "Cousin, side not known", "side not known", ""},
		{"twin mz Ann", "Identical twin Ann", "", ""},
		{"twin dz Tom", "Non-identical twin Tom", "", ""},
		{"twin ? Ann", "Twin Ann", "", ""},
		{"triplets", "One of triplets", "", ""},
		{"preg 20w f", "Pregnancy, at 20 weeks, female", "", ""},
		{"misc x2", "Two miscarriages", "", ""},
		{"misc 10w", "Miscarriage, at 10 weeks", "", ""},
		{"TOP 18w", "Termination, at 18 weeks", "", ""},
		{"SB 34w m", "Stillbirth, at 34 weeks, male", "", ""},
		{"ectopic", "Ectopic pregnancy", "", ""},
		{"adopted in", "Anna, adopted into the family", "", ""},
		{"adopted out", "Anna, adopted out of the family", "", ""},
		{"fostered", "Anna, fostered", "", ""},
		{"step s", "Stepsister, no blood relation", "", ""},
		{"step s (no blood)", "Stepsister, no blood relation", "", ""},
		{"donor egg", "Anna, from a donor egg", "", ""},
		{"donor sperm", "Anna, from donor sperm", "", ""},
		// The line of facts: position decides, and at the start of a line d, 66 and born are no heads.
		{"d 58", `Kept as a note: "d 58"`, "", "What is d? | dau 58 | dad 58 | self d 58"},
		{"d 50s", `Kept as a note: "d 50s"`, "", "What is d? | dau 50s | dad 50s | self d 50s"},
		{"d 1958", `Kept as a note: "d 1958"`, "", "What is d? | dau 1958 | dad 1958 | self d 1958"},
		{"born 1952", `Kept as a note: "born 1952"`, "", "Whom is this about? | self born 1952 | s born 1952 | b born 1952"},
		{"66", `Kept as a note: "66"`, "", "Whom is this about? | self 66 | s 66 | b 66"},
		{"~60", `Kept as a note: "~60"`, "", "Whom is this about? | self ~60 | s ~60 | b ~60"},
		{"<50", `Kept as a note: "<50"`, "", "Whom is this about? | self <50 | s <50 | b <50"},
		// At the start of a line br is a brother. L and bil are said of a breast and of nobody.
		{"br 48", "Brother, 48", "", ""},
		{"br L 44, br R 51", `Kept as a note: "br L 44, br R 51"`, "", "What is br? | self br L 44, br R 51 | b br L 44, br R 51 | brother L 44, br R 51"},
		{"br bil 44", `Kept as a note: "br bil 44"`, "", "What is br? | self br bil 44 | b br bil 44 | brother bil 44"},
		{"?ov/bowel", `Kept as a note: "?ov/bowel"`, "", "Whom is this about? | self ?ov/bowel | s ?ov/bowel | b ?ov/bowel"},
		{"BRCA-", `Kept as a note: "BRCA-"`, "", "Whom is this about? | self BRCA- | s BRCA- | b BRCA-"},
		{"BRCA1+ report seen", `Kept as a note: "BRCA1+ report seen"`, "", "Whom is this about? | self BRCA1+ report seen | s BRCA1+ report seen | b BRCA1+ report seen"},
		{"BSO 45 rr", `Kept as a note: "BSO 45 rr"`, "", "Whom is this about? | self BSO 45 rr | s BSO 45 rr | b BSO 45 rr"},
		{"dk", `Kept as a note: "dk"`, "", "Whom is this about? | self dk | s dk | b dk"},
		{"none", `Kept as a note: "none"`, "", "Whom is this about? | self none | s none | b none"},
		{"not in contact", `Kept as a note: "not in contact"`, "", "Whom is this about? | self not in contact | s not in contact | b not in contact"},
		{`condition "Duchenne"`, `Kept as a note: "condition "Duchenne""`, "", `Whom is this about? | self condition "Duchenne" | s condition "Duchenne" | b condition "Duchenne"`},
	} {
		check(t, anna(), c)
	}
}

func TestTheSideIsAskedOfWhoeverItIsASideOf(t *testing.T) {
	for line, want := range map[string]string{"cousin Ivy": "mother's side", "dad's cousin Ivy": "his mother's side", "mum's cousin Ivy": "her mother's side"} {
		if st := Parse(line, anna(), "1"); len(st.Asks) != 1 || st.Asks[0].Choices[0].Words != want {
			t.Errorf("%s asks %+v, want the %s first", line, st.Asks, want)
		}
	}
}

func TestAmbiguousLinesAreDecidedByPositionOrAsk(t *testing.T) {
	for _, c := range []understood{
		// The ambiguity table. Directly after a head a keyword that is a name is the name.
		{"pat aunt Pat 60", "Father's sister Pat, 60", "father's side", ""},
		{"mat aunt Mat", "Mother's sister Mat", "mother's side", ""},
		{"m carol r 63", "Mother Carol R, 63", "mother's side", ""},
		{"s may 54", "Sister May, 54", "", ""},
		{"s Will 40", "Sister Will, 40", "", ""},
		{"s Dot 70", "Sister Dot, 70", "", ""},
		// br is nobody's name: after a head it is the illness.
		{"b br 48", "Brother, breast cancer at 48, reported", "", ""},
		{"br br 48", "Brother, breast cancer at 48, reported", "", ""},
		// The first d is no head, so that nothing says whether the second is a death: asked.
		{"d d 58", `Kept as a note: "d d 58"`, "", "What is d? | dau d 58 | dad d 58"},
		{"half s", "Half-sister, side not known", "side not known", "Which side? | mat half s | pat half s | half s ? side"},
		{"cousin", "Cousin, side not known", "side not known", "Which side? | mat cousin | pat cousin | cousin ? side"},
		{"great aunt", "Great-aunt, side not known", "side not known", "Through whom? | mgm's s | mgf's s | pgm's s | pgf's s"},
		// Position decides: a brother of 44.
		{"br 44 mets liver", "Brother, 44, spread to the liver, reported", "", ""},
		{"twin Ann", "Twin Ann", "", "Identical? | twin mz Ann | twin dz Ann | twin ? Ann"},
		{"step s Jo", "Stepsister Jo, no blood relation", "", ""},
		// Counts stand before a relative or after an x; a bare number behind a singular is an age.
		{"three paternal aunts, well", "Father's three sisters, well", "father's side", ""},
		{"mat aunts 3", "Mother's three sisters", "mother's side", ""},
		{"2dau", "Two daughters", "", ""},
		{"2d", `Kept as a note: "2d"`, "", "What is 2d? | 2dau"},
		{"g 80", `Kept as a note: "g 80"`, "", "What is g? | mgm 80 | mgf 80 | pgm 80 | pgf 80"},
		{"c 3", `Kept as a note: "c 3"`, "", "What is c? | child 3 | cousin 3"},
		{"p Raj 45", `Kept as a note: "p Raj 45"`, "", "What is p? | partner Raj 45"},
		// After a comma a line goes on with another head, and br is an illness there.
		{"s Jane br L 44, br R 51", "Sister Jane, left breast cancer at 44, reported, right breast cancer at 51, reported", "", ""},
		{"m Jo d 60, f d 70", "Mother Jo, died at 60; father, died at 70", "father's side", ""},
		{"s Jane 54, no children", "Sister Jane, 54, no children", "", ""},
		{"no sisters, no brothers", "Sisters: asked, none; brothers: asked, none", "", ""},
		{"misc none", "Miscarriage: asked, none", "", ""},
		{"brothers dk", "Brothers: doesn't know", "", ""},
		// Names.
		{`s "Pat May" 40`, "Sister Pat May, 40", "", ""},
		{"self Anna Lee f 41", "Anna Lee (recorded as Anna so far), 41", "", ""},
		{"s Jane lives in Spain", `Sister Jane; note: "lives in Spain"`, "", ""},
		{"s d 58", "Sister, died at 58", "", ""},
		{"m d 40s ov", "Mother, died in her 40s, ovarian cancer, reported", "mother's side", ""},
		{"s Jane Smith 54", "Sister Jane Smith, 54", "", ""},
		{"s jane smith 54", "Sister Jane Smith, 54", "", ""},
		{"s dau Lucy", `Sister; note: "dau Lucy"`, "", `Whose dau? | s's dau Lucy | s "Dau" Lucy`},
		// Chains.
		{"mums sister Joan 66", "Mother's sister Joan, 66", "mother's side", ""},
		{"mat aunt Joan's dau Lucy 40", "Mother's sister Joan's daughter Lucy, 40", "mother's side", ""},
		{"sister's son Joe 4", "Sister's son Joe, 4", "", ""},
		{"mgm's mgm", "Mother's mother's mother's mother", "mother's side", ""},
		{"niece Zoe 12", "Niece Zoe, 12, through somebody not known", "", ""},
		{"grandson 3", "Grandson, 3, through somebody not known", "", ""},
		{"mat great aunt Ivy ov 60", "Great-aunt Ivy on the mother's side, ovarian cancer at 60, reported", "mother's side", "Through whom? | mgm's s Ivy ov 60 | mgf's s Ivy ov 60"},
		{"great nan", "Great-grandmother, side not known", "side not known", "Through whom? | mgm's m | mgf's m | pgm's m | pgf's m"},
		// Nobody's relation.
		{"neighbour Jo 40", `Kept as a note: "neighbour Jo 40"`, "", "Whom is this about? | self neighbour Jo 40 | s neighbour Jo 40 | b neighbour Jo 40"},
	} {
		check(t, anna(), c)
	}
}

func TestALineIsUnderstoodByWhoIsInTheFamily(t *testing.T) {
	for _, c := range []struct{ before, line, sentence, side, asks string }{
		{"m Carol", "m 63", "Mother, 63", "mother's side", ""},
		{"m Jean", "m Carol 63", "Mother Carol (recorded as Jean so far), 63", "mother's side", ""},
		{"3s", "s Jane 54", "Sister Jane (one of three), 54", "", ""},
		{"3s/s Jane/s Ruth", "s Kim", "Sister Kim", "", ""},
		{"3s/s Jane", "s Jane br 48", "Sister Jane, breast cancer at 48, reported", "", ""},
		{"mat aunt x3 no details", "mat aunt Joan br 50", "Mother's sister Joan (one of three), breast cancer at 50, reported", "mother's side", ""},
		{"mat aunt Joan", "mat cousin Lucy 40 br 38 < Joan", "Cousin Lucy on the mother's side, 40, breast cancer at 38, reported, child of Joan", "mother's side", ""},
		{"mat aunt Joan", "mat cousin Lucy 40", "Cousin Lucy on the mother's side, 40, through somebody not known", "mother's side", "Whose child? | mat cousin Lucy 40 < Joan | mat cousin Lucy 40 < ?"},
		{"mat aunt Joan", "Joan's dau Lucy 40", "Joan's daughter Lucy, 40", "mother's side", ""},
		{"mat aunt Joan/pat aunt Joan", "Joan's dau Lucy 40", `Kept as a note: "Joan's dau Lucy 40"`, "", "Which Joan? | mat aunt Joan's dau Lucy 40 | pat aunt Joan's dau Lucy 40"},
		{"mat aunt Joan", "Joan 66 br 49", `Kept as a note: "Joan 66 br 49"`, "", "Whom is this about? | mat aunt Joan 66 br 49 | self Joan 66 br 49 | s Joan 66 br 49 | b Joan 66 br 49"},
		{"mat aunt Joan", "mat aunts none", `Kept as a note: "mat aunts none"`, "", ""},
		{"partner m Raj/ex Paul", "dau Mia 9", "Daughter Mia, 9", "", "Whose child? | dau Mia 9 < Raj | dau Mia 9 < Paul | dau Mia 9 < ?"},
		{"partner m Raj/ex Paul", "dau Mia 9 < Paul", "Daughter Mia, 9, child of Paul", "", ""},
		{"dau 12", "partner Raj 45", "Partner Raj, 45", "", ""},
		{"s Ann", "twin mz Ann", "Identical twin Ann", "", ""},
		{"half b Al", "mat half b Al 30", "Half-brother Al on the mother's side, 30", "mother's side", ""},
		{"self adopted in", "m Sue", "Mother Sue", "", ""},
		{"b Tom", "niece Zoe < Tom", "Niece Zoe, child of Tom", "", ""},
	} {
		f := anna()
		enterAll(t, f, counter(), strings.Split(c.before, "/")...)
		check(t, f, understood{c.line, c.sentence, c.side, c.asks})
	}
}

func check(t *testing.T, f *pedigree.Family, want understood) {
	t.Helper()
	st := Parse(want.line, f, "1")
	if st.Sentence != want.sentence || st.Side != want.side {
		t.Errorf("%s\n got %q on %q\nwant %q on %q", want.line, st.Sentence, st.Side, want.sentence, want.side)
	}
	if got := asked(st); got != want.asks {
		t.Errorf("%s\n asks %q\n want %q", want.line, got, want.asks)
	}
	for _, ask := range st.Asks {
		for _, c := range ask.Choices {
			if again := Parse(c.Line, f, "1"); asked(again) == asked(st) {
				t.Errorf("%s: the answer %q asks the same again", want.line, c.Line)
			}
		}
	}
}

func asked(st *Statement) string {
	var all []string
	for _, a := range st.Asks {
		all = append(all, a.Words)
		for _, c := range a.Choices {
			all = append(all, c.Line)
		}
	}
	return strings.Join(all, " | ")
}
