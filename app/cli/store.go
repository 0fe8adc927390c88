package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
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

// existing is --data where it holds a store.
func (f storeFlags) existing() (string, error) {
	dir, err := f.dir()
	if err == nil && !clinic.Exists(dir) {
		err = badInput("%s holds no store: kindred store init --data %s makes one", dir, dir)
	}
	return dir, err
}

// open unlocks the store.
func (f storeFlags) open(s Streams) (*clinic.Clinic, error) {
	dir, err := f.existing()
	if err != nil {
		return nil, err
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
	replace := f.Bool("replace", false, "")
	rest, err := f.parse(args, 1, 2, usageOf("store"))
	if err != nil {
		return err
	}
	what, path := rest[0], ""
	if len(rest) == 2 {
		path = rest[1]
	}
	switch what {
	case "backup":
		return storeBackup(s, f, path)
	case "restore":
		return storeRestore(s, f, path, *replace)
	}
	if path != "" {
		return badInput("usage: kindred %s", usageOf("store"))
	}
	switch what {
	case "init":
		return storeInit(s, f)
	case "verify":
		return storeVerify(s, f)
	case "stats":
		return storeStats(s, f)
	}
	return badInput("store %q is not one of init, verify, stats, backup, restore", what)
}

func storeInit(s Streams, f storeFlags) error {
	dir, err := f.dir()
	if err != nil {
		return err
	}
	if clinic.Exists(dir) {
		return badInput("%s already holds a store: nothing was changed", dir)
	}
	key, err := newPassphrase(s, *f.passphraseFile)
	if err != nil {
		return err
	}
	c, recovery, err := clinic.Create(dir, key, clinic.Settings{})
	if err != nil {
		return folderError(dir, err)
	}
	fmt.Fprintf(s.Out, "%s\n", recovery)
	fmt.Fprintln(s.Err, "This is the recovery key. It opens the store if the passphrase is forgotten, and it is not shown again: keep it on paper, away from the laptop.")
	return c.Close()
}

// storeVerify looks at the file itself, so that what stops the store from opening is found as well.
func storeVerify(s Streams, f storeFlags) error {
	dir, err := f.existing()
	if err != nil {
		return err
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
		return fmt.Errorf("%s is damaged (%d found): restore the latest backup", dir, len(report.Problems))
	}
	fmt.Fprintf(s.Out, "sound: %s\n", report)
	return nil
}

func storeStats(s Streams, f storeFlags) error {
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	stats, err := c.Store().Stats()
	if err != nil {
		return storeError(err)
	}
	fmt.Fprintln(s.Out, strings.TrimSpace(stats.String()))
	return nil
}

func storeBackup(s Streams, f storeFlags, path string) error {
	if path != "" {
		if _, err := os.Lstat(path); err == nil {
			return badInput("%s exists already: choose another name for the backup", path)
		}
		if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
			return badInput("cannot write %s: there is no folder %s", path, filepath.Dir(path))
		}
	}
	c, err := f.open(s)
	if err != nil {
		return err
	}
	defer c.Close()
	kept, err := c.Backup(path)
	if err != nil {
		return folderError(path, err)
	}
	fmt.Fprintf(s.Out, "backed up and verified: %s\n", kept)
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
	if info, err := os.Stat(path); err != nil {
		return fileError("read", path, err)
	} else if info.IsDir() {
		return badInput("%s is a folder: name a backup in it", path)
	}
	key, err := passphrase(s, *f.passphraseFile)
	if err != nil {
		return err
	}
	if err := clinic.Restore(path, dir, key, replace); err != nil {
		if errors.Is(err, storage.ErrExists) {
			return badInput("%s holds a store: restore into an empty folder, or say --replace", dir)
		}
		if errors.Is(err, storage.ErrDamaged) {
			return badInput("%s is not a sound backup: choose another; nothing was changed", path)
		}
		return folderError(dir, err)
	}
	fmt.Fprintf(s.Out, "restored and verified: %s\n", dir)
	return nil
}

// folderError is storeError for a store or backup that is to be made, where the place may be at fault.
func folderError(path string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return fileError("make", path, err)
	}
	return storeError(err)
}
