//! The time that the processor worked, as Linux tells it; none elsewhere.

use std::time::Duration;

/// A tick of `/proc`, which Linux shows as a hundredth of a second whatever it counts in.
const TICK: Duration = Duration::from_millis(10);

/// Of this process so far.
pub fn ours() -> Option<Duration> {
    fields(13)
}

/// Of all processes so far that this one waited for, and of theirs.
pub fn of_children() -> Option<Duration> {
    fields(15)
}

pub fn since(before: Option<Duration>, now: Option<Duration>) -> Option<Duration> {
    now?.checked_sub(before?)
}

/// Two fields of proc(5): in the program, and in the system for it.
fn fields(at: usize) -> Option<Duration> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name before them, in brackets, may hold anything.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut ticks = rest.split_whitespace().skip(at.checked_sub(2)?).map_while(|it| it.parse::<u32>().ok());
    Some(TICK * (ticks.next()? + ticks.next()?))
}
