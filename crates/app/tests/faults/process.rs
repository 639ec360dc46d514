//! Another process of this program: one of its ignored tests, with what it wants in its environment.

use std::{
    env,
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
};

/// Runs it until it says `line`, and kills it there, as a power cut would. False when it never said so.
pub fn kill_when_it_says(line: &str, test: &str, variables: &[(&str, &str)]) -> bool {
    let mut child = command(test, variables).spawn().unwrap();
    let said = wait_for(line, &mut child);
    child.kill().unwrap();
    child.wait().unwrap();
    said
}

/// Waits until it says `line`. False when it ended without.
pub fn wait_for(line: &str, child: &mut Child) -> bool {
    let out = child.stdout.take().unwrap();
    BufReader::new(out).lines().map_while(Result::ok).any(|it| it == line)
}

/// Runs a command to its end; all that it said.
pub fn finished(mut command: Command) -> String {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (mut said, mut error) = (String::new(), String::new());
    child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert!(child.wait().unwrap().success(), "{said}{error}");
    said
}

pub fn command(test: &str, variables: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(arguments(test)).envs(variables.iter().copied());
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

pub fn arguments(test: &str) -> [&str; 4] {
    ["--exact", test, "--ignored", "--nocapture"]
}
