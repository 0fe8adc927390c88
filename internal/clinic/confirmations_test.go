package clinic

import (
	"testing"

	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// asking is a clinic with one family: Anna, her mother Mary with ovarian cancer at 52, and Mary's sister
// by marriage, of whom a breast cancer is told that no model counts.
func asking(t *testing.T) (*Clinic, *Session) {
	t.Helper()
	c := newClinicIn(t, t.TempDir())
	s, err := c.NewFamily(&pedigree.Family{
		Format: pedigree.Format, Version: pedigree.FormatVersion, Name: "G1", AsOf: c.Today(),
		Individuals: []pedigree.Individual{
			{ID: "1", Name: "Anna", Sex: pedigree.Female, Age: pedigree.ExactYear(45), Consultand: true, Mother: "2", Father: "3"},
			{ID: "2", Name: "Mary", Sex: pedigree.Female, Age: pedigree.ExactYear(70), Diagnoses: []pedigree.Diagnosis{{ID: "d", Site: pedigree.Ovary, Age: pedigree.ExactYear(52)}}},
			{ID: "3", Name: "Tom", Sex: pedigree.Male, Age: pedigree.ExactYear(72)},
			{ID: "4", Name: "Jo", Sex: pedigree.Female, Age: pedigree.ExactYear(70), Diagnoses: []pedigree.Diagnosis{{ID: "d", Site: pedigree.Breast, Age: pedigree.ExactYear(60)}}},
		},
		Unions: []pedigree.Union{{ID: "u", Partners: []pedigree.ID{"2", "3"}}},
	}, "test family")
	must(t, err)
	return c, s
}

func never() bool { return false }

func TestTheFactThatWouldMoveTheModelsIsAskedForFirst(t *testing.T) {
	_, s := asking(t)
	list := s.ConfirmationEffects("1", never)
	if len(list) != 2 || list[0].Person != "2" || list[1].Person != "4" {
		t.Fatalf("list %+v", list)
	}
	if got := list[0]; got.Who != "Mary (mother)" || !got.Known || len(got.IfConfirmed) > 0 || len(got.IfRefuted) == 0 {
		t.Errorf("the mother's cancer: %+v", got)
	}
	if got := list[1]; !got.Known || len(got.IfConfirmed)+len(got.IfRefuted) > 0 {
		t.Errorf("a cancer of no blood relative moves %+v", got)
	}
	if s.ConfirmationEffects("1", func() bool { return true }) != nil {
		t.Error("an overtaken run answers")
	}
	if s.Family().Individual("2").Diagnoses[0].Status == pedigree.Refuted {
		t.Error("asking the models changed the family")
	}
}

func TestARequestIsOneEditWithANameAndShowsAmongTheTasks(t *testing.T) {
	c, s := asking(t)
	mary := s.Confirmations()[0]
	must(t, s.SendRequest(mary, "Riverside Hospital", "", ""))
	if reason, _ := s.CanUndo(); reason != "ask for confirmation: Mary, ovarian cancer at 52" {
		t.Errorf("undo takes back %q", reason)
	}
	request := s.Family().Individual("2").Diagnoses[0].Confirmation
	if request.SentOn != c.Today() || request.DueOn != confirm.DueAfter(c.Today()) || request.SentTo != "Riverside Hospital" {
		t.Errorf("request %+v", request)
	}
	tasks, err := c.Tasks()
	must(t, err)
	if len(tasks) != 1 || tasks[0].Family != s.ID() || tasks[0].Name != "G1" || tasks[0].Who != "Mary (mother)" || tasks[0].What != "ovarian cancer at 52" || tasks[0].Overdue {
		t.Fatalf("tasks %+v", tasks)
	}
	must(t, s.SendRequest(mary, "Riverside Hospital", "2025-11-21", ""))
	tasks, err = c.Tasks()
	must(t, err)
	if len(tasks) != 1 || !tasks[0].Overdue || tasks[0].DueOn != "2026-01-02" {
		t.Errorf("a reply due long ago: %+v", tasks)
	}
	if first := s.Confirmations()[0]; first.State != confirm.Overdue {
		t.Errorf("what is overdue is not first: %+v", first)
	}
	must(t, s.AnswerRequest(mary, confirm.Confirmed, "histology report"))
	tasks, err = c.Tasks()
	must(t, err)
	if len(tasks) != 0 {
		t.Errorf("answered, and still %+v", tasks)
	}
	if last := s.Confirmations()[1]; last.Person != "2" || last.State != confirm.Confirmed || last.By != "histology report" {
		t.Errorf("what is settled comes last: %+v", last)
	}
	_, err = s.Undo()
	must(t, err)
	if got := s.Confirmations()[0].State; got != confirm.Overdue {
		t.Errorf("after undo it is %q", got)
	}
}

func TestTasksAreSortedByTheDayTheReplyIsDue(t *testing.T) {
	entries := []Entry{
		{Name: "A", Requests: []EntryRequest{{Who: "no day"}, {Who: "late", DueOn: "2026-11-20"}}},
		{Name: "B", Requests: []EntryRequest{{Who: "later", DueOn: "2026-12-01"}, {Who: "first", DueOn: "2026-10-01"}, {Who: "today", DueOn: "2026-11-21"}}},
	}
	var got []string
	overdue := 0
	for _, task := range tasksOf(entries, "2026-11-21") {
		got = append(got, task.Name+" "+task.Who)
		if task.Overdue {
			overdue++
		}
	}
	want := []string{"B first", "A late", "B today", "B later", "A no day"}
	for i := range want {
		if i >= len(got) || got[i] != want[i] {
			t.Fatalf("tasks %v, want %v", got, want)
		}
	}
	if overdue != 2 {
		t.Errorf("%d are overdue, want 2: what is due today is not", overdue)
	}
}

func TestTheTimelineShowsTheFamilyBeforeAnEdit(t *testing.T) {
	c, s := asking(t)
	must(t, s.Do("edit name of Anna", rename("1", "Annabel")))
	h := s.History()
	if h.Len() != 2 || h.Moment(0).Reason != "test family" || h.Moment(1).Reason != "edit name of Anna" || h.Moment(1).Device != c.store.Device() || s.Device() != c.store.Device() {
		t.Fatalf("%d moments, the last %+v", h.Len(), h.Moment(h.Len()-1))
	}
	if before, now := h.At(0).Individual("1").Name, h.At(1).Individual("1").Name; before != "Anna" || now != "Annabel" {
		t.Errorf("before %q, now %q", before, now)
	}
}
