//! A folder to work in, and the command line in it.

use std::{
    path::PathBuf,
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::{TempDir, tempdir};

pub const TODAY: &str = "2026-11-22";

pub struct Desk {
    folder: TempDir,
}

pub struct Answer {
    pub code: i32,
    pub out: String,
    pub error: String,
}

impl Desk {
    pub fn new() -> Self {
        Self { folder: tempdir().unwrap() }
    }

    pub fn with_sample() -> Self {
        let it = Self::new();
        let made = it.run(&["new", "--board", "a.pledgeboard", "--sample", "--today", TODAY]);
        assert_eq!((made.code, made.error.as_str()), (0, ""));
        it
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Answer {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_pledgeboard-cli"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        Answer {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            error: String::from_utf8(stderr).unwrap(),
        }
    }

    pub fn rows(&self, what: &str) -> Vec<Value> {
        let listed =
            self.run(&["list", what, "--board", "a.pledgeboard", "--format", "json", "--today", TODAY]);
        assert_eq!(listed.code, 0, "{}", listed.error);
        serde_json::from_str(&listed.out).unwrap()
    }
}

/// Refused: exit code 1, one sentence on standard error, nothing else.
pub fn assert_refused(answer: &Answer, sentence: &str) {
    assert_eq!(answer.code, 1);
    assert_eq!(answer.error, format!("{sentence}\n"));
    assert_eq!(answer.out, "");
}
