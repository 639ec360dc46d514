//! A process that is at work until it is killed.

use std::{
    env,
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStdout, Command, Stdio},
    thread,
    time::Duration,
};

/// How often a process is killed: 25 times in the tests, and as often as `cargo xtask soak` says.
pub fn kills() -> u64 {
    env::var("PLEDGEBOARD_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(25)
}

pub struct AtWork {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl AtWork {
    /// Starts this program with one of its ignored tests, and waits until that says "at work".
    pub fn begin(test: &str, variables: &[(&str, &str)]) -> Self {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", test, "--ignored", "--nocapture"])
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.by_ref().map_while(Result::ok).any(|line| line == "at work"), "{test} began");
        Self { child, lines }
    }

    /// Kills it after a while, as a power cut would; every line that it had said by then.
    pub fn kill_after(mut self, milliseconds: u64) -> Vec<String> {
        thread::sleep(Duration::from_millis(milliseconds));
        self.child.kill().unwrap();
        assert!(!self.child.wait().unwrap().success(), "it was at work until then");
        self.lines.map_while(Result::ok).collect()
    }
}
