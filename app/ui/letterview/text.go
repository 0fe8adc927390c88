package letterview

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindred/app/ui/theme"
	"kindred/internal/casefile"
	"kindred/internal/clinic"
	"kindred/internal/letter"
)

// paragraphs are the letter's text; what an edit may replace has its own Edit.
func (s *Screen) paragraphs(preview clinic.Preview) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, b := range preview.Document.Blocks {
		switch b := b.(type) {
		case letter.Heading:
			objects = append(objects, theme.NewBold(b.Text))
		case letter.Paragraph:
			objects = append(objects, s.editable(preview.Letter, b.Key, letter.Words(b.Runs), shaded(b.Runs)))
		case letter.Bullets:
			lines := theme.Column(6)
			words := ""
			for _, item := range b.Items {
				lines.Add(shaded(append([]letter.Run{{Text: "• "}}, item...)))
				words += letter.Words(item) + "\n"
			}
			objects = append(objects, s.editable(preview.Letter, b.Key, words, lines))
		case letter.IconArray:
			objects = append(objects, theme.Row(0, theme.NewChip(theme.ToneNeutral, fmt.Sprintf("picture: %d of %d", b.Filled, b.Of))))
		case letter.Figure:
			objects = append(objects, theme.Row(0, theme.NewChip(theme.ToneNeutral, "family tree without names")))
		}
	}
	return objects
}

func (s *Screen) editable(l casefile.Letter, key, words string, shown fyne.CanvasObject) fyne.CanvasObject {
	edit := theme.NewButton(theme.Link, "Edit", func() { s.edit(l, key, words) })
	if _, changed := l.Edits[key]; changed {
		edit.SetWords("Edited")
	}
	edit.OnEscape = s.p.Leave
	edit.OnFocus = func() { s.reveal(edit) }
	return container.NewBorder(nil, nil, nil, container.NewVBox(edit), shown)
}

// reveal scrolls the text until an object is in sight.
func (s *Screen) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.text).Y
	if offset := s.read.Offset.Y; top < offset || top+o.Size().Height > offset+s.read.Size().Height {
		s.read.ScrollToOffset(fyne.NewPos(0, max(0, top-s.read.Size().Height/2)))
	}
}

// edit changes one paragraph; Escape leaves it as it was.
func (s *Screen) edit(l casefile.Letter, key, words string) {
	entry := theme.NewLines("", 8)
	entry.SetText(words)
	d := theme.NewQuestion(s.p.Window, "Change the words of this paragraph", "Keep", "Cancel",
		container.NewBorder(nil, theme.NewSmall("Tab, then Enter keeps them. Empty brings back the words of the template, which follow the record."), nil, nil, entry),
		func(keep bool) {
			if !keep || entry.Text == words {
				return
			}
			if err := s.p.Session.EditLetter(l.ID, key, entry.Text); err != nil {
				s.note.Set(theme.InkWarn, err.Error())
				return
			}
			s.Reload()
		})
	entry.OnEscape = d.Hide
	d.Resize(fyne.NewSize(680, 340))
	d.Show()
	s.p.Window.Canvas().Focus(entry)
}
