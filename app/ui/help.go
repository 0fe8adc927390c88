package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"kindred/app/ui/keymap"
	"kindred/app/ui/theme"
)

// Widths of the help page in device-independent pixels: what is typed, what it means, and between columns.
const (
	helpKeys  = 216
	helpWords = 330
	helpGap   = 36
)

// showHelp is the help page: how to begin, how to type a history, and the table of keys. Escape closes it.
func (s *Shell) showHelp() {
	// A new user reads the first column from the top; the keys of the other screens stand under it.
	first, second := theme.Column(20), theme.Column(20)
	for _, part := range guide {
		first.Add(helpPart(part.title, part.lines, true))
	}
	for _, section := range keymap.HelpPage() {
		part := helpPart(string(section.Where), section.Keys, false)
		if section.Where == keymap.OnCanvas || section.Where == keymap.Everywhere {
			second.Add(part)
		} else {
			first.Add(part)
		}
	}
	columns := container.New(layout.NewCustomPaddedHBoxLayout(helpGap), first, second)
	help := theme.NewDialog(s.p.Window, "Help: arrows and page keys scroll, Esc closes", "Close", container.NewVScroll(columns))
	help.Resize(fyne.NewSize(2*(helpKeys+helpWords)+helpGap+80, 720))
	help.Show()
}

// helpPart is a heading with lines of what to press or to type, and what that does. What is typed is in
// one frame as wide as all others, a key in one of its own width.
func helpPart(title string, lines []keymap.Hint, typed bool) fyne.CanvasObject {
	list := theme.Column(6, theme.NewHeading(title))
	for _, line := range lines {
		if line.Key == "" {
			list.Add(theme.Paragraph(line.Words, helpKeys+helpWords, theme.InkText))
			continue
		}
		width, room := float32(helpKeys), float32(helpWords)
		if !typed {
			width, room = 110, helpKeys+helpWords-110
		}
		key := theme.NewPanel(theme.SurfaceInput, fyne.NewSize(6, 1), theme.NewBold(line.Key))
		list.Add(container.New(helpLine{width}, key, theme.Paragraph(line.Words, room, theme.InkText)))
	}
	return list
}

// helpLine sets its first object at its own size, and its second beside it from a fixed width on, or under
// it where the first is wider.
type helpLine struct{ width float32 }

func (h helpLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	key, words := objects[0].MinSize(), objects[1].MinSize()
	if key.Width > h.width-8 {
		return fyne.NewSize(helpKeys+helpWords, key.Height+words.Height+2)
	}
	return fyne.NewSize(helpKeys+helpWords, max(key.Height, words.Height))
}

func (h helpLine) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	key, words := objects[0].MinSize(), objects[1].MinSize()
	objects[0].Resize(key)
	objects[1].Resize(words)
	at := fyne.NewPos(h.width, (max(key.Height, 0)-theme.Body*1.2)/2)
	if words.Height > key.Height {
		at.Y = 1
	}
	if key.Width > h.width-8 {
		at = fyne.NewPos(h.width, key.Height+2)
	}
	objects[1].Move(at)
}
