package clinic

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/describe"
	"kindred/pedigree/entry"
)

// killDirEnv tells the test binary that it is the child that types a history until it is killed.
const killDirEnv = "CLINIC_KILL_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(killDirEnv); dir != "" {
		if err := typeHistory(dir); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	os.Exit(m.Run())
}

// history is the family history of thirty people, line by line.
func history() ([]string, error) {
	text, err := os.ReadFile("../../app/testdata/thirty.txt")
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(strings.Split(string(text), "\n"), func(line string) bool {
		return line == "" || strings.HasPrefix(line, "@") || strings.HasPrefix(line, "son Max")
	}), nil
}

// typeHistory enters the history into a new family, as the entry line does, and prints the number of
// each line once it is acknowledged as saved.
func typeHistory(dir string) error {
	c, err := Open(dir, secret)
	if err != nil {
		return err
	}
	s, err := c.BeginFamily()
	if err != nil {
		return err
	}
	if err := s.Flush(); err != nil {
		return err
	}
	fmt.Println("family", s.ID())
	lines, err := history()
	if err != nil {
		return err
	}
	for i, line := range lines {
		statement := entry.Parse(line, s.Family(), s.Family().Subject().ID)
		apply := func(f *pedigree.Family) error {
			_, err := statement.Apply(f, pedigree.Provenance{}, s.NewID)
			return err
		}
		if err := s.DoThen(statement.Reason, apply, func(err error) { fmt.Println("saved", i+1, err) }); err != nil {
			return err
		}
	}
	select {} // until it is killed
}

// stages are the family after each of the lines, in sentences.
func stages(t *testing.T, lines []string) []string {
	t.Helper()
	c := newClinicIn(t, t.TempDir())
	s, err := c.BeginFamily()
	must(t, err)
	all := []string{inSentences(s.Family())}
	for _, line := range lines {
		statement := entry.Parse(line, s.Family(), s.Family().Subject().ID)
		must(t, s.Do(statement.Reason, func(f *pedigree.Family) error {
			_, err := statement.Apply(f, pedigree.Provenance{}, s.NewID)
			return err
		}))
		all = append(all, inSentences(s.Family()))
	}
	return all
}

// inSentences leaves out the first line, which says the day.
func inSentences(f *pedigree.Family) string { return strings.Join(describe.Family(f)[1:], "\n") }

func TestAfterAKillNoLineAcknowledgedAsSavedIsMissingAndNoneIsHalfThere(t *testing.T) {
	lines, err := history()
	must(t, err)
	want := stages(t, lines)
	dir := t.TempDir()
	c, _, err := Create(dir, secret, Settings{Author: author})
	must(t, err)
	must(t, c.Close())

	const kills = 50
	lost := 0
	for kill := range kills {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), killDirEnv+"="+dir)
		out, err := child.StdoutPipe()
		must(t, err)
		must(t, child.Start())
		family, saved := record.FamilyID(""), 0
		moment := rand.IntN(len(lines)) // lines acknowledged before the kill sets out
		scanner := bufio.NewScanner(out)
		for scanner.Scan() {
			words := strings.Fields(scanner.Text())
			switch {
			case len(words) == 2 && words[0] == "family":
				family = record.FamilyID(words[1])
			case len(words) == 3 && words[0] == "saved" && words[2] == "<nil>":
				if n, err := strconv.Atoi(words[1]); err == nil {
					saved = max(saved, n)
				}
			default:
				t.Fatalf("the child says %q", scanner.Text())
			}
			if family != "" && saved >= moment {
				// Not waited for: the kill falls anywhere in what comes next.
				go func() { _ = child.Process.Kill() }()
			}
		}
		_ = child.Wait() // killed, as intended
		c, err := Open(dir, secret)
		must(t, err)
		s, err := c.OpenFamily(family)
		must(t, err)
		got := inSentences(s.Family())
		kept := len(want) - 1 // the last that is so: a line may change no sentence
		for kept >= 0 && want[kept] != got {
			kept--
		}
		switch {
		case kept < 0:
			t.Errorf("kill %d: the family is none that was ever shown:\n%s", kill+1, got)
		case kept < saved:
			t.Errorf("kill %d: %d lines are there, and %d were acknowledged as saved", kill+1, kept, saved)
		}
		lost += len(lines) - kept
		must(t, c.Close())
	}
	t.Logf("%d kills; %d of %d lines were not yet typed or not yet saved", kills, lost, kills*len(lines))
}
