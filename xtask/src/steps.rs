//! Steps that are timed, and the table of them at the end.

use std::time::{Duration, Instant};

use anyhow::Result;

/// What became of the steps so far.
#[derive(Default)]
pub struct Steps {
    rows: Vec<Row>,
    failures: Vec<String>,
    keep_going: bool,
}

struct Row {
    name: String,
    took: Option<Duration>,
    passed: bool,
}

impl Steps {
    /// With `keep_going`, a failed step does not stop the ones after it.
    pub fn new(keep_going: bool) -> Self {
        Self { keep_going, ..Self::default() }
    }

    /// Does a step, unless one before it failed.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) {
        if !self.failures.is_empty() && !self.keep_going {
            self.rows.push(Row { name: name.to_owned(), took: None, passed: false });
            return;
        }
        println!("\n── {name}");
        let begun = Instant::now();
        let done = work();
        self.rows.push(Row { name: name.to_owned(), took: Some(begun.elapsed()), passed: done.is_ok() });
        if let Err(problem) = done {
            eprintln!("{problem:#}");
            self.failures.push(format!("{problem:#}"));
        }
    }

    /// Prints the table.
    ///
    /// # Errors
    /// When a step failed; the first line is that of the first failure, which says what to do.
    pub fn finish(self) -> Result<()> {
        println!("\n{}", self.table());
        match self.failures.first() {
            None => Ok(()),
            Some(first) => {
                let said = first.lines().next().unwrap_or_default();
                anyhow::bail!("{said}\n  (what it said is above, under the step's name)")
            }
        }
    }

    fn table(&self) -> String {
        let width = self.rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
        let mut lines: Vec<String> = self.rows.iter().map(|row| row.line(width)).collect();
        let total: Duration = self.rows.iter().filter_map(|row| row.took).sum();
        lines.push(format!("{:width$}  {:>7.1} s", "all", total.as_secs_f64()));
        lines.join("\n")
    }
}

impl Row {
    fn line(&self, width: usize) -> String {
        let took =
            self.took.map_or("        –".to_owned(), |took| format!("{:>7.1} s", took.as_secs_f64()));
        let end = match (self.took, self.passed) {
            (None, _) => "not run",
            (Some(_), true) => "passed",
            (Some(_), false) => "FAILED",
        };
        format!("{:width$}  {took}  {end}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::bail;

    #[test]
    fn a_failed_step_stops_the_rest_and_is_what_the_end_says() {
        let mut steps = Steps::new(false);
        steps.step("first", || bail!("Run `cargo fmt`.\n  details"));
        steps.step("second", || panic!("must not run"));
        assert!(steps.table().contains("second"));
        assert!(steps.table().contains("not run"));
        let said = steps.finish().unwrap_err().to_string();
        assert!(said.starts_with("Run `cargo fmt`.\n"), "{said}");
    }

    #[test]
    fn asked_to_keep_going_it_does_the_rest_and_still_fails() {
        let mut steps = Steps::new(true);
        let mut ran = false;
        steps.step("first", || bail!("Mend it."));
        steps.step("second", || {
            ran = true;
            Ok(())
        });
        assert!(ran);
        assert!(steps.finish().is_err());
    }
}
