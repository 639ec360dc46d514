//! One life of the program at work: it is started, looked at, killed, and what it said is heard to the end.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use super::{Outcome, ledger::Effect};

/// Its memory in kilobytes: once it is at work, at most, and at its end.
#[derive(Debug, Clone, Copy, Default)]
pub struct Memory {
    pub first: u64,
    pub peak: u64,
    pub last: u64,
}

pub struct Life {
    /// What it said, line by line.
    pub lines: Vec<String>,
    pub memory: Memory,
    pub lasted: Duration,
}

/// Starts it, and kills it after a while, in whatever it is doing.
pub fn live(home: &Path, seed: u64, length: Duration) -> Outcome<Life> {
    let mut child = Command::new(std::env::current_exe()?)
        .arg("work")
        .arg(home)
        .arg(seed.to_string())
        .stdout(Stdio::piped())
        .spawn()?;
    let out = BufReader::new(child.stdout.take().ok_or("it has no voice")?);
    let (says, hears) = mpsc::channel();
    let hearing =
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| says.send(line)));
    let first = hears.recv_timeout(Duration::from_secs(120))?;
    if first != "at work" {
        return Err(first.into());
    }
    let begun = Instant::now();
    let mut memory = Memory::default();
    let mut lines = vec![];
    while begun.elapsed() < length && child.try_wait()?.is_none() {
        thread::sleep(Duration::from_millis(length.as_millis().min(250).try_into()?));
        lines.extend(hears.try_iter());
        if let Some(now) = resident(child.id()) {
            memory.first = if memory.first == 0 { now } else { memory.first };
            memory.peak = memory.peak.max(now);
            memory.last = now;
        }
    }
    if let Some(status) = child.try_wait()? {
        return Err(format!("it ended by itself ({status}) after {:?}", lines.last()).into());
    }
    child.kill()?;
    child.wait()?;
    let _ = hearing.join();
    lines.extend(hears.try_iter());
    Ok(Life { lines, memory, lasted: begun.elapsed() })
}

/// The memory that a process holds now, in kilobytes; none where the system does not say.
fn resident(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// "begin", "done" or "refused", with what, and what it does.
pub fn heard(line: &str) -> Option<(&str, &str, Effect)> {
    let mut parts = line.splitn(3, '\t');
    Some((parts.next()?, parts.next()?, serde_json::from_str(parts.next()?).ok()?))
}
