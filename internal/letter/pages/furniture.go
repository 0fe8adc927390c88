package pages

import (
	"fmt"
	"strings"

	"kindred/internal/letter"
	"kindred/pedigree/draw"
)

// limits finds how much of each page the furniture takes: as much in the final letter as in its draft,
// so that the signature moves nothing.
func (s *setter) limits() {
	const most = 99 // pages, for the width of their number
	step := s.small * 1.25 / pt
	s.bottom = footerY - float64(len(s.footer(most, most, true)))*step - 5
	s.later = headTop + float64(len(s.header())-1)*step + 10
}

// firstPage sets the letterhead, the sender's block with the identifiers, and the address.
func (s *setter) firstPage() {
	s.turn()
	end := max(s.letterhead(), bodyTop)
	s.address()
	s.y = end
}

// letterhead sets the service at the left and, at the right, date, reference and identifiers. Of the
// service, its name stands at the left; its clinic and address too as long as they leave the address
// window free, else at the right. It returns where the right block ends.
func (s *setter) letterhead() float64 {
	const left, foot = 125 - margin - 5, addressTop - 2
	d := s.d
	size := max(14, s.small)
	name := wrap(bold(d.Service.Name), size, left)
	for size > 9 && headTop+float64(len(name)-1)*size*1.2/pt > foot {
		size--
		name = wrap(bold(d.Service.Name), size, left)
	}
	y := headTop
	for _, l := range name {
		s.words(margin, y, size, l)
		y += size * 1.2 / pt
	}
	right := []string{"Private and confidential", d.Date.Prose()}
	if d.Ref != "" {
		right = append(right, "Our ref "+d.Ref)
	}
	right = append(right, d.Patient.Name, "Born "+d.Patient.Born, nhs(d.Patient))
	step := s.small * 1.3 / pt
	for _, line := range append([]string{d.Service.Clinic}, d.Service.Address...) {
		broken := wrap(plain(line), s.small, left)
		if y+float64(len(broken)-1)*step > foot {
			right = append(right, line)
			continue
		}
		for _, l := range broken {
			s.words(margin, y, s.small, l)
			y += step
		}
	}
	y = headTop
	for _, line := range right {
		for _, l := range wrap(plain(line), s.small, senderRoom) {
			s.words(width-margin-breadth(l, s.small, false), y, s.small, l)
			y += step
		}
	}
	return y + 2
}

// address keeps to its window whatever the print size: seven lines at most. A line that is too long
// goes on in the next one where there is a line to spare, else it is made smaller.
func (s *setter) address() {
	const most, size, least = 7, 11.0, 8.0
	lines := s.d.Address
	if n := len(lines); n > most {
		lines = append(append([]string{}, lines[:most-2]...), strings.Join(lines[most-2:n-1], ", "), lines[n-1])
	}
	var set []string
	for i, line := range lines {
		spare := most - len(set) - (len(lines) - i)
		broken := wrap(plain(line), least, addressRoom)
		if len(broken) < 2 || len(broken)-1 > spare {
			set = append(set, line)
			continue
		}
		for _, l := range broken {
			set = append(set, letterLine(l))
		}
	}
	pitch := min(addressPitch, addressHeight/float64(max(1, len(set))))
	for i, line := range set {
		s.words(addressX, addressTop+3+float64(i)*pitch, fit(line, size, addressRoom), plain(line))
	}
}

// furniture is the stamps, the identity line from the second page on, and the footer.
func (s *setter) furniture(page, of int) {
	if len(s.d.Stamps) > 0 {
		line := strings.Join(s.d.Stamps, "  ·  ")
		s.put(draw.RoleStamp, draw.Text{
			At: at(width/2, 11), Anchor: draw.AnchorMiddle, Size: fit(line, max(11, s.small), column), Bold: true, Fill: stampInk, String: line,
		})
	}
	step := s.small * 1.25 / pt
	if page > 1 {
		y := headTop
		for _, line := range s.header() {
			s.text(margin, y, fit(line, s.small, column), false, line)
			y += step
		}
		y -= step - 3
		s.put(draw.RoleLine, draw.Line{From: at(margin, y), To: at(width-margin, y), Stroke: draw.Stroke{Colour: ruleInk, Width: 0.6}})
	}
	lines := s.footer(page, of, s.o.Draft)
	for i, line := range lines {
		s.text(margin, footerY-float64(len(lines)-1-i)*step, fit(line, s.small, column), false, line)
	}
}

// header is the identity line of later pages.
func (s *setter) header() []string {
	p := s.d.Patient
	return s.gather("   ", p.Name, "Born "+p.Born, nhs(p))
}

// footer identifies the letter and the page.
func (s *setter) footer(page, of int, draft bool) []string {
	d := s.d
	number := d.Number
	if number == "" {
		number = "not numbered"
	}
	parts := []string{
		d.Patient.Name, "born " + d.Patient.Born, "NHS " + unbroken(d.Patient.NHS), fmt.Sprintf("page %d of %d", page, of), "letter " + number + ", " + d.To,
	}
	if draft {
		parts = append([]string{"DRAFT, not to be sent"}, parts...)
	}
	return s.gather(" · ", parts...)
}

// gather joins parts into lines that keep between the margins; a part that is wider goes over several.
func (s *setter) gather(between string, parts ...string) []string {
	var lines []string
	line := ""
	for _, part := range parts {
		part = printable(part)
		if line != "" && measure(line+between+part, s.small, false) <= column {
			line += between + part
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for _, l := range wrap(plain(part), s.small, column) {
			if line != "" {
				lines = append(lines, line)
			}
			line = letterLine(l)
		}
	}
	return append(lines, line)
}

// nhs is the NHS number as an identifier, never broken.
func nhs(p letter.Identity) string { return unbroken("NHS No. " + p.NHS) }

// unbroken holds words on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", "\u00a0") }

func bold(s string) []word { return split([]letter.Run{{Text: s, Bold: true}}) }

// letterLine is the text of a broken line.
func letterLine(line []word) string {
	text := ""
	for i, w := range line {
		if w.space && i > 0 {
			text += " "
		}
		text += w.text
	}
	return text
}

// fit is the largest size up to size at which the line is at most room mm wide.
func fit(line string, size, room float64) float64 {
	if w := measure(printable(line), size, false); w > room {
		return size * room / w
	}
	return size
}
