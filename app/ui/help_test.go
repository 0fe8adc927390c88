package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/pedigree"
	"kindred/pedigree/entry"
)

// Every example of the help page can be typed as it stands.
func TestEveryExampleOfTheHelpPageIsUnderstood(t *testing.T) {
	f := &pedigree.Family{Individuals: []pedigree.Individual{
		{ID: "1", Name: "Anna", Sex: pedigree.Female, Mother: "2", Father: "4", Consultand: true},
		{ID: "2", Name: "Carol", Sex: pedigree.Female, Mother: "5", Father: "6"},
		{ID: "3", Name: "Joan", Sex: pedigree.Female, Mother: "5", Father: "6"},
		{ID: "4", Sex: pedigree.Male},
		{ID: "5", Sex: pedigree.Female},
		{ID: "6", Sex: pedigree.Male},
	}}
	for _, part := range guide {
		for _, line := range part.lines {
			if line.Key == "" {
				continue
			}
			s := entry.Parse(line.Key, f, "1")
			if len(s.Trouble) > 0 || s.Sentence == "" || len(s.Notes) > 0 {
				t.Errorf("%q: %+v, understood as %q with notes %q", line.Key, s.Trouble, s.Sentence, s.Notes)
			}
		}
	}
}

func TestTheHelpPageScrollsByKeysAndEscClosesIt(t *testing.T) {
	d := unlockedDesk(t)
	d.key(fyne.KeyF1)
	var scroll *container.Scroll
	d.walk(func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok {
			scroll = s
		}
	})
	if scroll == nil || !d.shows("The first five minutes") {
		t.Fatal("no help page is open")
	}
	d.key(fyne.KeyDown)
	line := scroll.Offset.Y
	d.key(fyne.KeyPageDown)
	if line <= 0 || scroll.Offset.Y < 5*line {
		t.Errorf("an arrow scrolls to %v, a page key to %v", line, scroll.Offset.Y)
	}
	if width := scroll.Content.MinSize().Width; width > scroll.Size().Width {
		t.Errorf("the page is %v wide, there is room for %v", width, scroll.Size().Width)
	}
	d.key(fyne.KeyEscape)
	if d.shows("The first five minutes") {
		t.Error("Esc does not close the help")
	}
}
