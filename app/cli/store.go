package cli

import (
	"fmt"
	"strings"

	"kindred/internal/clinic"
	"kindred/storage"
)

// storeFlags are those of every command that opens a store.
type storeFlags struct {
	flags
	data, passphraseFile *string
}

func newStoreFlags(name string) storeFlags {
	f := newFlags(name)
	return storeFlags{f, f.String("data", "", ""), f.String("passphrase-file", "", "")}
}

// dir is --data, which has no default: no command may touch a clinic's store by accident.
func (f storeFlags) dir() (string, error) {
	if *f.data == "" {
		return "", badInput("%s: which store? name its folder with --data", f.Name())
	}
	return *f.data, nil
}

// open unlocks the store.
func (f storeFlags) open(s Streams) (*clinic.Clinic, error) {
	dir, err := f.dir()
	if err != nil {
		return nil, err
	}
	if !clinic.Exists(dir) {
		return nil, badInput("%s holds no store: kindred store init --data %s makes one", dir, dir)
	}
	key, err := passphrase(s, *f.passphraseFile)
	if err != nil {
		return nil, err
	}
	c, err := clinic.Open(dir, key)
	if err != nil {
		return nil, storeError(err)
	}
	return c, nil
}

func runStore(s Streams, args []string) error {
	f := newStoreFlags("store")
	file := f.String("file", "", "")
	replace := f.Bool("replace", false, "")
	rest, err := f.parse(args, 1, 2, usageOf("store"))
	if err != nil {
		return err
	}
	what := rest[0]
	path := *file
	if len(rest) == 2 {
		path = rest[1]
	}
	switch what {
	case "init":
		return storeInit(s, f)
	case "restore":
		return storeRestore(s, f, path, *replace)
	case "verify", "stats", "backup":
	default:
		return badInput("store %q is not one of init, verify, stats, backup, restore", what)
	}
	if what == "verify" {
		return storeVerify(s, f)
	}
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	if what == "stats" {
		stats, err := c.Store().Stats()
		if err != nil {
			return storeError(err)
		}
		fmt.Fprintln(s.Out, strings.TrimSpace(stats.String()))
		return nil
	}
	kept, err := c.Backup(path)
	if err != nil {
		return storeError(err)
	}
	fmt.Fprintf(s.Out, "backed up and verified: %s\n", kept)
	return nil
}

func storeInit(s Streams, f storeFlags) error {
	dir, err := f.dir()
	if err != nil {
		return err
	}
	if clinic.Exists(dir) {
		return badInput("%s already holds a store: nothing was changed", dir)
	}
	key, err := passphrase(s, *f.passphraseFile)
	if err != nil {
		return err
	}
	c, recovery, err := clinic.Create(dir, key, clinic.Settings{})
	if err != nil {
		return storeError(err)
	}
	fmt.Fprintf(s.Out, "%s\n", recovery)
	fmt.Fprintln(s.Err, "This is the recovery key. It opens the store if the passphrase is forgotten, and it is not shown again: keep it on paper, away from the laptop.")
	return c.Close()
}

// storeVerify looks at the file itself, so that what stops the store from opening is found as well.
func storeVerify(s Streams, f storeFlags) error {
	dir, err := f.dir()
	if err != nil {
		return err
	}
	if !clinic.Exists(dir) {
		return badInput("%s holds no store", dir)
	}
	key, err := passphrase(s, *f.passphraseFile)
	if err != nil {
		return err
	}
	report, err := storage.VerifyDir(dir, key)
	if err != nil {
		return storeError(err)
	}
	for _, problem := range report.Problems {
		fmt.Fprintln(s.Out, problem)
	}
	if len(report.Problems) > 0 {
		return fmt.Errorf("%s is damaged in %d places: restore the latest backup", dir, len(report.Problems))
	}
	fmt.Fprintf(s.Out, "sound: %s\n", report)
	return nil
}

func storeRestore(s Streams, f storeFlags, path string, replace bool) error {
	dir, err := f.dir()
	if err != nil {
		return err
	}
	if path == "" {
		return badInput("restore from which backup? kindred store restore BACKUP --data DIR")
	}
	key, err := passphrase(s, *f.passphraseFile)
	if err != nil {
		return err
	}
	if err := clinic.Restore(path, dir, key, replace); err != nil {
		return storeError(err)
	}
	fmt.Fprintf(s.Out, "restored and verified: %s\n", dir)
	return nil
}
