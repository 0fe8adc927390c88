package draw_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/draw"
	"kindred/pedigree/draw/sheet"
)

// drawn is a golden family with one drawing of it.
type drawn struct {
	*pedigree.Family
	scene *draw.Scene
}

// any finds a person in whose facts and symbol a row shows.
func (d drawn) any(fits func(p *pedigree.Individual, stem string) bool) bool {
	return slices.ContainsFunc(d.Individuals, func(p pedigree.Individual) bool { return fits(&p, "ind:"+string(p.ID)) })
}

// shaped finds a person of these facts with this outline.
func (d drawn) shaped(want string, fits func(p *pedigree.Individual) bool) bool {
	return d.any(func(p *pedigree.Individual, stem string) bool {
		return fits(p) && outline(shape(d.scene, stem+"/symbol")) == want
	})
}

// has finds an element by part of its id.
func (d drawn) has(part string) bool { return len(ids(d.scene, part)) > 0 }

// writes finds a person who has the mark or line, and the words, "" for no matter which.
func (d drawn) writes(mark, words string) bool {
	return d.any(func(_ *pedigree.Individual, stem string) bool {
		return len(ids(d.scene, stem+"/"+mark)) > 0 && strings.Contains(texts(d.scene, stem+"/"), words)
	})
}

// says finds words in a key, and a mark that they explain.
func (d drawn) says(words string) bool { return strings.Contains(texts(d.scene, "key/"), words) }

// joined counts the lines that come down to a person, of them those that are dashed.
func (d drawn) joined(stem string) (lines, broken int) {
	for _, e := range d.scene.Elements {
		if !strings.HasPrefix(e.ID, stem+"/line/") || e.Role != draw.RoleLine {
			continue
		}
		lines++
		switch v := e.Shape.(type) {
		case draw.Line:
			if v.Stroke.Dash != nil {
				broken++
			}
		case draw.Polyline:
			if v.Stroke.Dash != nil {
				broken++
			}
		}
	}
	return lines, broken
}

// conditions counts the conditions of a family that anybody has.
func (d drawn) conditions() int {
	sites := map[pedigree.Site]bool{}
	for i := range d.Individuals {
		for j := range d.Individuals[i].Diagnoses {
			sites[d.Individuals[i].Diagnoses[j].Site] = true
		}
	}
	return len(sites)
}

func (d drawn) diagnosed(fits func(*pedigree.Diagnosis) bool, mark string) bool {
	return d.any(func(p *pedigree.Individual, stem string) bool {
		return slices.ContainsFunc(p.Diagnoses, func(x pedigree.Diagnosis) bool { return fits(&x) }) && len(ids(d.scene, stem+"/"+mark)) > 0
	})
}

func (d drawn) carries(kind pedigree.CarrierKind) bool {
	return d.any(func(p *pedigree.Individual, stem string) bool {
		return slices.ContainsFunc(p.Carrier, func(c pedigree.CarrierState) bool { return c.Kind == kind }) &&
			(len(ids(d.scene, stem+"/fill")) > 0 || len(ids(d.scene, stem+"/carrier")) > 0)
	})
}

func (d drawn) twins(z pedigree.Zygosity, members int) bool {
	return slices.ContainsFunc(d.Twins, func(s pedigree.TwinSet) bool { return s.Zygosity == z && len(s.Members) == members }) && d.has("/stem:")
}

func (d drawn) linked(kind pedigree.LinkKind, mark string) bool {
	return d.any(func(p *pedigree.Individual, stem string) bool {
		return slices.ContainsFunc(p.OtherParents, func(l pedigree.ParentLink) bool {
			return l.Kind == kind && (mark == "" || texts(d.scene, "ind:"+string(l.ID)+"/inside") == mark)
		})
	})
}

func isLoss(kind pedigree.PregnancyKind) func(*pedigree.Individual) bool {
	return func(p *pedigree.Individual) bool { return p.Pregnancy != nil && p.Pregnancy.Kind == kind }
}

// rowsShown says for every row of the nomenclature sheet how to see it in a drawing.
var rowsShown = map[string]func(drawn) bool{
	"Man or boy": func(d drawn) bool {
		return d.shaped("square", func(p *pedigree.Individual) bool { return p.Sex == pedigree.Male && p.Gender == "" })
	},
	"Woman or girl": func(d drawn) bool {
		return d.shaped("circle", func(p *pedigree.Individual) bool { return p.Sex == pedigree.Female && p.Gender == "" })
	},
	"Gender and sex not known": func(d drawn) bool {
		return d.shaped("diamond", func(p *pedigree.Individual) bool { return p.Sex == pedigree.SexUnknown && p.Pregnancy == nil })
	},
	"Non-binary person": func(d drawn) bool {
		return d.shaped("hexagon", func(p *pedigree.Individual) bool { return p.Gender == pedigree.NonBinary })
	},
	"Trans woman": func(d drawn) bool {
		return d.writes("label", "AMAB") && d.shaped("circle", func(p *pedigree.Individual) bool { return p.Sex == pedigree.Male })
	},
	"Trans man": func(d drawn) bool {
		return d.writes("label", "AFAB") && d.shaped("square", func(p *pedigree.Individual) bool { return p.Sex == pedigree.Female })
	},
	"Sex not assigned at birth": func(d drawn) bool { return d.writes("label", "UAAB") },
	"Several people": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return p.Count == 3 && texts(d.scene, stem+"/inside") == "3"
		})
	},
	"Number not known": func(d drawn) bool { return d.writes("inside", "n") && d.says("number not known") },
	"Died":             func(d drawn) bool { return d.writes("deceased", "d. ") },
	"Proband": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return p.Proband && !p.Consultand && shape(d.scene, stem+"/arrow") != nil && texts(d.scene, stem+"/proband") == "P"
		})
	},
	"Consultand": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return p.Consultand && !p.Proband && shape(d.scene, stem+"/arrow") != nil && shape(d.scene, stem+"/proband") == nil
		})
	},
	"Proband and consultand": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return p.Consultand && p.Proband && texts(d.scene, stem+"/proband") == "P"
		})
	},
	"Documented evaluation": func(d drawn) bool { return d.writes("evaluated", "") },
	"Alive and well":        func(d drawn) bool { return d.writes("label", "A&W") },
	"No details":            func(d drawn) bool { return d.writes("label", "no details") },
	"Not in contact":        func(d drawn) bool { return d.writes("no-contact", "not in contact") },
	"Karyotype":             func(d drawn) bool { return d.writes("label", "45,X/46,XY") },
	"Affected": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return p.Affected == pedigree.Yes && len(ids(d.scene, stem+"/fill")) > 0
		})
	},
	"A confirmed diagnosis": func(d drawn) bool {
		return d.diagnosed(func(x *pedigree.Diagnosis) bool { return x.IsConfirmed() }, "fill") && d.says("confirmed")
	},
	"Reported only": func(d drawn) bool {
		return d.diagnosed(func(x *pedigree.Diagnosis) bool { return x.Status == pedigree.Reported }, "fill") && d.says("reported")
	},
	"Uncertain diagnosis": func(d drawn) bool {
		return d.diagnosed(func(x *pedigree.Diagnosis) bool { return x.Certainty == pedigree.Possible }, "fill") && d.says("possible")
	},
	"Two conditions":              func(d drawn) bool { return d.conditions() == 2 && d.has("/fill/") },
	"Three conditions":            func(d drawn) bool { return d.conditions() == 3 && d.has("/fill/") },
	"Four conditions in a family": func(d drawn) bool { return d.conditions() == 4 && d.has("/fill/") },
	"More conditions":             func(d drawn) bool { return d.conditions() > 8 && d.has("/fill/") },
	"Carrier":                     func(d drawn) bool { return d.carries(pedigree.KnownCarrier) },
	"Obligate carrier":            func(d drawn) bool { return d.carries(pedigree.ObligateCarrier) },
	"Unaffected today, may become so": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return len(p.Carrier) > 0 && p.Carrier[0].Kind == pedigree.Presymptomatic && shape(d.scene, stem+"/presymptomatic") != nil
		})
	},
	"May be a carrier": func(d drawn) bool { return d.carries(pedigree.UncertainCarrier) },
	"Gene tests": func(d drawn) bool {
		return d.writes("label", "BRCA1 +") && d.writes("label", "BRCA1 −") && d.writes("label", "VUS")
	},
	"Pregnancy": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return isLoss(pedigree.Ongoing)(p) && texts(d.scene, stem+"/inside") == "P"
		})
	},
	"Miscarriage": func(d drawn) bool { return d.shaped("triangle", isLoss(pedigree.Miscarriage)) },
	"Termination": func(d drawn) bool {
		return d.shaped("triangle", isLoss(pedigree.Termination)) && d.writes("deceased", "TOP")
	},
	"Ectopic pregnancy": func(d drawn) bool {
		return d.shaped("triangle", isLoss(pedigree.Ectopic)) && d.writes("label", "ECT")
	},
	"Stillbirth": func(d drawn) bool {
		return d.shaped("square", isLoss(pedigree.Stillbirth)) && d.writes("deceased", "SB")
	},
	"Affected loss": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			return isLoss(pedigree.Termination)(p) && len(ids(d.scene, stem+"/fill")) > 0
		})
	},
	"Adopted into the family": func(d drawn) bool {
		return d.any(func(_ *pedigree.Individual, stem string) bool {
			lines, broken := d.joined(stem)
			return lines == 1 && broken == 1 && shape(d.scene, stem+"/adopted/1") != nil
		})
	},
	"Adopted out of the family": func(d drawn) bool {
		return d.any(func(_ *pedigree.Individual, stem string) bool {
			lines, broken := d.joined(stem)
			return lines == 1 && broken == 0 && shape(d.scene, stem+"/adopted/2") != nil
		})
	},
	"Both families": func(d drawn) bool {
		return d.any(func(_ *pedigree.Individual, stem string) bool {
			lines, broken := d.joined(stem)
			return lines == 2 && broken == 1
		})
	},
	"Fostered":            func(d drawn) bool { return d.writes("line/", "foster") },
	"Step-parents":        func(d drawn) bool { return d.writes("line/", "step") },
	"Egg donor":           func(d drawn) bool { return d.linked(pedigree.DonorEgg, "D") },
	"Sperm donor":         func(d drawn) bool { return d.linked(pedigree.DonorSperm, "D") },
	"Surrogate":           func(d drawn) bool { return d.linked(pedigree.Gestational, "S") },
	"Gestational carrier": func(d drawn) bool { return d.linked(pedigree.Gestational, "GC") },
	"Couple":              func(d drawn) bool { return d.has("union:") },
	"Relationship ended":  func(d drawn) bool { return d.has("/separated/2") },
	"Several partners": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, _ string) bool { return len(d.PartnersOf(p.ID)) > 2 })
	},
	"Related partners": func(d drawn) bool {
		return slices.ContainsFunc(d.Unions, func(u pedigree.Union) bool { return u.Consanguineous == pedigree.Yes }) && d.has("/degree/") && d.has("+m/2")
	},
	"Related, as the tree shows": func(d drawn) bool {
		return !slices.ContainsFunc(d.Unions, func(u pedigree.Union) bool { return u.Consanguineous != 0 }) &&
			slices.ContainsFunc(ids(d.scene, "union:"), func(id string) bool { return strings.HasSuffix(id, "/2") && !strings.Contains(id, "separated") })
	},
	"Partners of two generations": func(d drawn) bool {
		return slices.ContainsFunc(d.Unions, func(u pedigree.Union) bool {
			var rows []int
			for _, p := range d.scene.People {
				if slices.Contains(u.Partners, p.ID) {
					rows = append(rows, p.Generation)
				}
			}
			return len(rows) == 2 && rows[0] != rows[1]
		})
	},
	"No children, by choice or reason not known": func(d drawn) bool {
		return slices.ContainsFunc(ids(d.scene, "union:"), func(id string) bool {
			return strings.HasSuffix(id, "/childless/1") && !d.has(strings.TrimSuffix(id, "1")+"2")
		})
	},
	"Infertile": func(d drawn) bool {
		return slices.ContainsFunc(ids(d.scene, "/childless/2"), func(id string) bool { return strings.HasPrefix(id, "union:") })
	},
	"One person without children": func(d drawn) bool { return d.writes("childless", "endometriosis") },
	"Not identical":               func(d drawn) bool { return d.twins(pedigree.Dizygotic, 2) },
	"Identical":                   func(d drawn) bool { return d.twins(pedigree.Monozygotic, 2) && d.has("/twins:") },
	"Not known whether identical": func(d drawn) bool {
		return d.twins(pedigree.UnknownZygosity, 2) && strings.Contains(texts(d.scene, "sibship:"), "?")
	},
	"Triplets, two of them identical": func(d drawn) bool { return d.twins(pedigree.Dizygotic, 3) && d.twins(pedigree.Monozygotic, 2) },
	"Quadruplets":                     func(d drawn) bool { return d.twins(pedigree.Dizygotic, 4) },
	"Descent, siblings, the child's own line": func(d drawn) bool {
		return d.has("/drop") && d.has("/line/sibship:")
	},
	"Other parent not recorded": func(d drawn) bool { return d.has("ind:?") },
	"Family history not known":  func(d drawn) bool { return d.writes("history/unknown", "?") },
	"Crossing":                  func(d drawn) bool { _, hops := bareCrossings(d.scene); return hops > 0 },
	"One person drawn twice":    func(d drawn) bool { return d.has("/same") || d.has("/letter") },
	"Order under a symbol": func(d drawn) bool {
		return d.any(func(p *pedigree.Individual, stem string) bool {
			words := texts(d.scene, stem+"/label")
			name, cancer, gene := strings.Index(words, p.Name), strings.Index(words, "Breast"), strings.Index(words, "BRCA1")
			return p.Name != "" && name == 0 && cancer > name && gene > cancer
		})
	},
	"Key": func(d drawn) bool { return d.says("Breast cancer") },
}

// A row of the nomenclature that no golden family shows is a row that may break unseen.
func TestEveryRowOfTheNomenclatureIsInAGoldenFamily(t *testing.T) {
	var all []drawn
	for _, name := range goldenFamilies(t) {
		f := readFamily(t, name)
		all = append(all, drawn{f, scene(f, draw.Style{})})
		for _, style := range otherStyles[filepath.Base(name)] {
			all = append(all, drawn{f, scene(f, style)})
		}
	}
	rows := map[string]bool{}
	for _, page := range sheet.Draw(arial{}, draw.Nomenclature{}) {
		for line := range strings.Lines(page.Description) {
			row, _, _ := strings.Cut(line, ": ")
			rows[row] = true
			if shown := rowsShown[row]; shown == nil {
				t.Errorf("nothing says how to see %q in a drawing", row)
			} else if !slices.ContainsFunc(all, shown) {
				t.Errorf("%q is in no golden family", row)
			}
		}
	}
	for row := range rowsShown {
		if !rows[row] {
			t.Errorf("%q is not on the nomenclature sheet", row)
		}
	}
}
