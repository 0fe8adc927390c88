package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestFyneAppTomlAgreesWithTheCode(t *testing.T) {
	data, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	says := map[string]string{}
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(line, "="); ok {
			says[strings.TrimSpace(key)] = strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	for key, want := range map[string]string{
		"Name": appName, "ID": appID, "Version": version, "Build": fmt.Sprint(appBuild), "Icon": appIcon, "fyneDo": "true",
	} {
		if says[key] != want {
			t.Errorf("FyneApp.toml says %s = %q, the code %q", key, says[key], want)
		}
	}
	if _, err := os.Stat("../" + appIcon); err != nil {
		t.Error(err)
	}
}
