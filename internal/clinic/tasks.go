package clinic

import (
	"slices"
	"strings"

	"kindred/internal/record"
	"kindred/pedigree"
	"kindred/pedigree/confirm"
)

// EntryRequest is a request for confirmation that waits for its reply, as the list of families keeps it.
type EntryRequest struct {
	Who    string        `json:"who"`  // "Joan (mother)"
	What   string        `json:"what"` // "breast cancer at 49"
	SentTo string        `json:"sent_to,omitempty"`
	SentOn pedigree.Date `json:"sent_on,omitempty"`
	DueOn  pedigree.Date `json:"due_on,omitempty"`
}

func requestsOf(f *pedigree.Family) []EntryRequest {
	var requests []EntryRequest
	for _, item := range confirm.List(f, "") {
		if item.State.Waiting() {
			requests = append(requests, EntryRequest{
				Who: whoIs(f, item.Person), What: item.Words, SentTo: item.Request.SentTo, SentOn: item.Request.SentOn, DueOn: item.Request.DueOn,
			})
		}
	}
	return requests
}

// overdue reports a reply that was due before today.
func (r EntryRequest) overdue(today pedigree.Date) bool { return r.DueOn != "" && r.DueOn < today }

// Overdue is how many replies to requests of this family were due before today.
func (e *Entry) Overdue(today pedigree.Date) int {
	n := 0
	for _, r := range e.Requests {
		if r.overdue(today) {
			n++
		}
	}
	return n
}

// Task is a request of one family that waits for its reply.
type Task struct {
	Family record.FamilyID
	Name   string // the family's reference
	EntryRequest
	Overdue bool // the reply was due before today
}

// Tasks are the requests of all families that wait for their reply, the one due first before the others;
// those without a day are last.
func (c *Clinic) Tasks() ([]Task, error) {
	entries, err := c.List("")
	if err != nil {
		return nil, err
	}
	return tasksOf(entries, c.Today()), nil
}

func tasksOf(entries []Entry, today pedigree.Date) []Task {
	var tasks []Task
	for _, e := range entries {
		for _, r := range e.Requests {
			tasks = append(tasks, Task{Family: e.ID, Name: e.Name, EntryRequest: r, Overdue: r.overdue(today)})
		}
	}
	slices.SortStableFunc(tasks, func(a, b Task) int {
		if (a.DueOn == "") != (b.DueOn == "") {
			return strings.Compare(string(b.DueOn), string(a.DueOn))
		}
		return strings.Compare(string(a.DueOn), string(b.DueOn))
	})
	return tasks
}
