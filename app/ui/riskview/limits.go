package riskview

import (
	"fmt"

	"fyne.io/fyne/v2"

	"kindred/app/ui/theme"
)

// limits are the warnings that stand beside the numbers, each once.
type limits struct {
	shared []string // of several models
	title  string   // of the chosen model
	own    []string
	others []string // of the other models alone
}

func (s *Shown) limitsOf(chosen string) limits {
	said := map[string]int{}
	for i := range s.Answers {
		if a := &s.Answers[i]; suits(a) {
			for _, w := range a.Warnings {
				said[w]++
			}
		}
	}
	var l limits
	for i := range s.Answers {
		a := &s.Answers[i]
		if a.Model == chosen {
			l.title = a.Title
		}
		for _, w := range a.Warnings {
			n := said[w]
			said[w] = 0 // each is said once
			switch {
			case n == 0:
			case n > 1:
				l.shared = append(l.shared, w)
			case a.Model == chosen:
				l.own = append(l.own, w)
			default:
				l.others = append(l.others, w)
			}
		}
	}
	return l
}

// showLimits is what holds for several models and what holds for the chosen one; the rest is folded.
func (s *Screen) showLimits(width float32) {
	type shows struct {
		limits limits
		all    bool
		copied string
	}
	of := shows{s.shown.limitsOf(s.models.chosen), s.allOn, s.copied()}
	s.fill(s.limits, []fyne.CanvasObject{s.parts.of("limits", width, of, func() fyne.CanvasObject {
		column := theme.Column(7, theme.NewHeading("Limits"))
		say := func(words ...string) {
			for _, w := range words {
				column.Add(theme.Paragraph(w, width, theme.InkText))
			}
		}
		say(of.limits.shared...)
		say("Not CanRisk, not IBIS: export to CanRisk for BOADICEA.", of.copied)
		if len(of.limits.own) > 0 {
			column.Add(theme.NewHeading(of.limits.title))
			say(of.limits.own...)
		}
		if of.all {
			column.Add(theme.NewHeading("The other models"))
			say(of.limits.others...)
		}
		return column
	})})
	setShown(s.all, len(of.limits.others) > 0)
	s.all.SetWords(foldMark(s.allOn) + fmt.Sprintf("%d limits of the other models", len(of.limits.others)))
}

// copied says when the answers were last copied into the record.
func (s *Screen) copied() string {
	if s.shown.Kept == "" {
		return "These answers follow the record and are not kept in it yet."
	}
	return s.shown.Kept
}
